package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.central.people.Right;
import org.jspecify.annotations.Nullable;

/** The page on which somebody begins. */
final class Landing {
    private Landing() {}

    static String of(@Nullable Object principal) {
        return principal instanceof Person person && person.may(Right.SEE_FLEET)
                ? "/fleet"
                : "/filings";
    }
}
