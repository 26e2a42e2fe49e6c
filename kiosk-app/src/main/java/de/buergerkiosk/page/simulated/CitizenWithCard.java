package de.buergerkiosk.page.simulated;

import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Screen;
import java.util.function.Consumer;

/**
 * A citizen who also has an ID card, puts it on the reader when the page asks for it, and takes it
 * when told. Everything else is left to the screen behind.
 */
public final class CitizenWithCard implements Screen {
    private final Screen citizen;
    private final Hand putsCard;
    private final Hand takesCard;

    /** What a hand does at the reader. */
    @FunctionalInterface
    public interface Hand {
        void act() throws InterruptedException;
    }

    public CitizenWithCard(Screen citizen, Hand putsCard, Hand takesCard) {
        this.citizen = citizen;
        this.putsCard = putsCard;
        this.takesCard = takesCard;
    }

    @Override
    public Answer ask(Page page) throws InterruptedException {
        return citizen.ask(page);
    }

    @Override
    public void show(Page page, Consumer<Answer> pressed) {
        citizen.show(page, pressed);
        try {
            switch (page.name()) {
                case "card" -> putsCard.act();
                case "take-card" -> takesCard.act();
                default -> {}
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void withdraw(Page page) {
        citizen.withdraw(page);
    }

    @Override
    public String language() {
        return citizen.language();
    }

    @Override
    public void wipe() {
        citizen.wipe();
    }
}
