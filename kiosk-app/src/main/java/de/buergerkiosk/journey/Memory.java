package de.buergerkiosk.journey;

import de.buergerkiosk.forms.Answers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a citizen told so far, kept so that going back loses nothing. Lives exactly as long as the
 * visit, in memory only.
 */
public final class Memory {
    private final Map<String, Answers> answersByService = new HashMap<>();
    private final Map<String, Visit.Identity> identityByService = new HashMap<>();
    private boolean cardAsked;

    public Answers answers(String service) {
        return answersByService.getOrDefault(service, Answers.empty());
    }

    public void remember(String service, Answers answers) {
        answersByService.put(service, answers);
    }

    public Optional<Visit.Identity> identity(String service) {
        return Optional.ofNullable(identityByService.get(service));
    }

    public void remember(String service, Visit.Identity identity) {
        identityByService.put(service, identity);
    }

    /** The citizen was asked for the ID card, so it may lie in the reader. */
    public void cardAsked() {
        cardAsked = true;
    }

    public boolean mayHaveLeftCard() {
        return cardAsked;
    }

    @Override
    public String toString() {
        return "[personal]";
    }
}
