package de.buergerkiosk.central.oidc.simulated;

import java.util.List;
import java.util.Optional;

/**
 * Somebody whom the simulated provider knows.
 *
 * @param aboutGerman what the person may do at the desk
 * @param aboutEnglish the same in English
 */
public record ExamplePerson(
        String login,
        String name,
        List<String> roles,
        List<String> offices,
        String aboutGerman,
        String aboutEnglish) {
    public ExamplePerson {
        roles = List.copyOf(roles);
        offices = List.copyOf(offices);
    }

    /** Values of the role claim. */
    public static final String ADMIN = "kiosk-admin";

    public static final String CLERK = "kiosk-clerk";
    public static final String TECHNICIAN = "kiosk-technician";

    /** Everybody; the last one shows how it looks when the desk refuses. */
    public static final List<ExamplePerson> ALL =
            List.of(
                    new ExamplePerson(
                            "vera.verwaltung",
                            "Vera Verwaltung",
                            List.of(ADMIN),
                            List.of(),
                            "Administration: Kioske einrichten und freigeben",
                            "Administration: sets up kiosks and releases changes"),
                    new ExamplePerson(
                            "petra.parken",
                            "Petra Parken",
                            List.of(CLERK),
                            List.of("traffic-office"),
                            "Sachbearbeitung: Anträge der Straßenverkehrsbehörde",
                            "Clerk: filings of the traffic office"),
                    new ExamplePerson(
                            "tara.technik",
                            "Tara Technik",
                            List.of(TECHNICIAN),
                            List.of(),
                            "Technik: Kioske und Störungen",
                            "Technician: kiosks and incidents"),
                    new ExamplePerson(
                            "nina.neu",
                            "Nina Neu",
                            List.of("intranet"),
                            List.of(),
                            "Noch ohne Rolle: wird am Arbeitsplatz abgewiesen",
                            "No role yet: is refused at the desk"));

    static Optional<ExamplePerson> named(String login) {
        return ALL.stream().filter(each -> each.login().equals(login)).findFirst();
    }
}
