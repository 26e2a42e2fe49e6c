package de.buergerkiosk.screen;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Words;
import java.util.Optional;

/** Everything that a view needs to fill itself: the page, the look, and the kiosk's own words. */
record Sight(Showing showing, Look look, Words ownWords) {
    String in(Localized text) {
        return text.in(look.language());
    }

    Optional<String> in(Optional<Localized> text) {
        return text.map(this::in);
    }

    /** The kiosk's own words in the language that the citizen reads. */
    String say(String key, Object... arguments) {
        return ownWords.say(key, arguments).in(look.language());
    }
}
