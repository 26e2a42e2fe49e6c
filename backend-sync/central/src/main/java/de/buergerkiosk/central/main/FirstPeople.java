package de.buergerkiosk.central.main;

import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.offices.OfficeDirectory;
import de.buergerkiosk.central.people.Passwords;
import de.buergerkiosk.central.people.PeopleBook;
import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.central.people.Person.Role;
import de.buergerkiosk.central.trust.SecretFile;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The people of a fresh centre; their passwords are made by chance and stand in one file. */
final class FirstPeople {
    private static final List<Person> PEOPLE =
            List.of(
                    new Person("parken", "Petra Parken", Role.CLERK, Set.of("traffic-office")),
                    new Person("sperrmuell", "Sven Sperrmüll", Role.CLERK, Set.of("waste-service")),
                    new Person("leitung", "Lea Leitung", Role.LEAD, Set.of()),
                    new Person("jugend", "Jonas Jugend", Role.CLERK, Set.of("youth-office")));

    private FirstPeople() {}

    static Path file(Path data) {
        return data.resolve("desk").resolve("logins.json");
    }

    /** Does nothing once there is anybody. */
    static void make(
            Path data,
            OfficeDirectory offices,
            PeopleBook book,
            Passwords passwords,
            InstantSource clock)
            throws CentreTrouble {
        if (!book.isEmpty()) {
            return;
        }
        var json = CanonicalJson.object();
        json.put("v", 1);
        var logins = json.putArray("logins");
        for (var person : PEOPLE) {
            if (!person.offices().stream().allMatch(offices::knows)) {
                continue;
            }
            var password = passwords.fresh();
            book.put(person, passwords.hash(password), clock.instant());
            logins.addObject()
                    .put("name", person.name())
                    .put("password", password)
                    .put("role", person.role().name().toLowerCase(Locale.ROOT))
                    .put("office", String.join(",", person.offices()));
        }
        try {
            SecretFile.folder(data.resolve("desk"));
            SecretFile.write(file(data), CanonicalJson.text(json));
        } catch (IOException e) {
            throw new CentreTrouble(
                    "CEN-DATA-UNREACHABLE",
                    file(data) + " cannot be written (" + e + "); check rights and free space");
        }
    }
}
