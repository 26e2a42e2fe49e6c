package de.buergerkiosk.central.main;

import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.people.Passwords;
import de.buergerkiosk.central.people.PeopleBook;
import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.central.people.Person.Role;
import de.buergerkiosk.central.trust.SecretFile;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** The people of a fresh centre; their passwords are made by chance and stand in one file. */
final class FirstPeople {
    private static final List<Person> PEOPLE =
            List.of(
                    new Person("parken", "Petra Parken", Role.CLERK, Set.of("traffic-office")),
                    new Person("sperrmuell", "Sven Sperrmüll", Role.CLERK, Set.of("waste-service")),
                    new Person("leitung", "Lea Leitung", Role.LEAD, Set.of()),
                    new Person("buerger", "Berta Bürger", Role.CLERK, Set.of("citizens-office")),
                    new Person("jugend", "Jonas Jugend", Role.CLERK, Set.of("youth-office")),
                    new Person("empfang", "Emil Empfang", Role.CLERK, Set.of("citizens-office")),
                    new Person("verwaltung", "Vera Verwaltung", Role.ADMIN, Set.of()),
                    new Person("technik", "Tara Technik", Role.TECHNICIAN, Set.of()));

    private static final int LOGINS_BYTES_MAX = 1 << 20;

    private FirstPeople() {}

    static Path file(Path data) {
        return data.resolve("desk").resolve("logins.json");
    }

    /**
     * Everybody in a fresh centre; in an older one whoever a newer version needs.
     *
     * @param offices whether there is an office, or a place with counters, of that name
     */
    static void make(
            Path data,
            Predicate<String> offices,
            PeopleBook book,
            Passwords passwords,
            InstantSource clock)
            throws CentreTrouble {
        var fresh = book.isEmpty();
        var missing =
                PEOPLE.stream()
                        .filter(person -> person.offices().stream().allMatch(offices))
                        .filter(person -> fresh || isNewcomer(person, book))
                        .toList();
        if (missing.isEmpty()) {
            return;
        }
        var json = known(data);
        var logins = json.withArray("logins");
        for (var person : missing) {
            var password = passwords.fresh();
            book.put(person, passwords.hash(password), clock.instant());
            logins.addObject()
                    .put("name", person.name())
                    .put("password", password)
                    .put("role", person.role().word())
                    .put("office", String.join(",", person.offices()));
        }
        write(data, json);
    }

    /** These roles, and the counters, are younger than the others. */
    private static final Set<Role> YOUNG = Set.of(Role.ADMIN, Role.TECHNICIAN);

    private static boolean isNewcomer(Person person, PeopleBook book) {
        return (YOUNG.contains(person.role()) || person.name().equals("empfang"))
                && book.find(person.name()).isEmpty();
    }

    private static ObjectNode known(Path data) throws CentreTrouble {
        try {
            if (Files.exists(file(data))) {
                return CanonicalJson.read(Files.readAllBytes(file(data)), LOGINS_BYTES_MAX);
            }
        } catch (IOException | MalformedDocument e) {
            throw new CentreTrouble(
                    "CEN-DATA-UNREACHABLE",
                    file(data) + " cannot be read (" + e.getMessage() + "); remove or mend it");
        }
        return CanonicalJson.object().put("v", 1);
    }

    private static void write(Path data, ObjectNode json) throws CentreTrouble {
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
