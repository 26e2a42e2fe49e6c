package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.people.Person;
import org.jspecify.annotations.Nullable;

/** The page on which somebody begins. */
final class Landing {
    private Landing() {}

    static String of(@Nullable Object principal) {
        return principal instanceof Person person && person.looksAfterKiosks()
                ? "/fleet"
                : "/filings";
    }
}
