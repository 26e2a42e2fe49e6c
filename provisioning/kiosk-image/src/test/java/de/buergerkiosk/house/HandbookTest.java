package de.buergerkiosk.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every trouble has a code, and every code a meaning and a cure for each reader. The rows live in
 * the {@code failure-codes.md} of the module that raises them; {@code docs/failure-codes.md} brings
 * them together. {@code -Dhandbook.update=true} writes it anew.
 */
class HandbookTest {
    private static final Path HANDBOOK = Path.of("docs/failure-codes.md");
    private static final String HEADER = "| code | meaning | citizen | staff | admin |";
    private static final Pattern CODE =
            Pattern.compile("(?<![A-Z0-9-])([A-Z]{3}-[A-Z]{2,}(?:-[A-Z]+)*)(?![A-Za-z0-9-])");

    /** Look like codes and are names of standards. */
    private static final Pattern STANDARD = Pattern.compile("(ISO|SHA|UTF|RSA|AES|DIN)-.*");

    private static List<Path> sources() {
        return House.files("failure-codes.md").stream().filter(f -> !f.equals(HANDBOOK)).toList();
    }

    private static Set<String> codesInTheCode() {
        var codes = new TreeSet<String>();
        for (var literal : House.literals(House.mainSources())) {
            CODE.matcher(literal)
                    .results()
                    .map(found -> found.group(1))
                    .filter(code -> !STANDARD.matcher(code).matches())
                    .filter(code -> literal.startsWith(code) || code.matches(KNOWN_AREAS))
                    .forEach(codes::add);
        }
        return codes;
    }

    /** In the middle of a text, only these are codes; at its beginning, anything of that form. */
    private static final String KNOWN_AREAS =
            "(AGT|APT|CEN|CRD|DOC|EID|ENR|KIT|KSK|PAY|PPG|PRN|SCN|SRV|STO|SYN)-.*";

    @Test
    void codesOfTheCodeAndOfTheHandbookAreTheSame() {
        var rows = new TreeMap<String, Path>();
        for (var file : sources()) {
            for (var row : House.table(file.toString(), HEADER)) {
                assertEquals(
                        null, rows.put(row.getFirst(), file), row.getFirst() + " stands twice");
            }
        }
        assertTrue(rows.size() >= 80, "only " + rows.size() + " rows were read");

        assertEquals(codesInTheCode(), rows.keySet());
    }

    @Test
    void everyCodeHasACureForEveryReader() {
        for (var file : sources()) {
            for (var row : House.table(file.toString(), HEADER)) {
                assertEquals(5, row.size(), file + " " + row.getFirst());
                assertTrue(row.stream().noneMatch(String::isBlank), file + " " + row.getFirst());
            }
        }
    }

    @Test
    void theHandbookBringsAllModulesTogether() throws IOException {
        var expected = handbook();
        if (Boolean.getBoolean("handbook.update")) {
            Files.writeString(House.ROOT.resolve(HANDBOOK), expected);
        }

        assertEquals(expected, House.read(HANDBOOK));
    }

    private static String handbook() {
        var rows = new TreeMap<String, List<String>>();
        var areas = new TreeMap<String, Path>();
        for (var file : sources()) {
            for (var row : House.table(file.toString(), HEADER)) {
                rows.put(row.getFirst(), row);
                areas.merge(row.getFirst().substring(0, 3), file, (first, _) -> first);
            }
        }
        var text = new ArrayList<String>();
        text.add("# Failure codes");
        text.add("");
        text.add("What a screen, a log or an incident calls by a code, and what to do about it.");
        text.add(
                "Each row is copied from the `failure-codes.md` of the module that raises the code;"
                        + " change it there, then run");
        text.add(
                "`./mvnw -pl provisioning/kiosk-image -am verify -Dtest=HandbookTest"
                        + " -Dhandbook.update=true -Dsurefire.failIfNoSpecifiedTests=false`.");
        for (var area : areas.keySet()) {
            text.add("");
            text.add("## " + area + ": " + about(area));
            text.add("");
            text.add(HEADER);
            text.add("|---|---|---|---|---|");
            rows.tailMap(area).values().stream()
                    .takeWhile(row -> row.getFirst().startsWith(area))
                    .forEach(row -> text.add("| " + String.join(" | ", row) + " |"));
        }
        return String.join("\n", text) + "\n";
    }

    private static String about(String area) {
        return switch (area) {
            case "AGT" -> "the kiosk as one of the city's fleet";
            case "APT" -> "appointments and waiting numbers";
            case "CEN" -> "the centre";
            case "CRD" -> "card readers";
            case "DOC" -> "documents on A4";
            case "EID" -> "identification";
            case "ENR" -> "how a machine becomes a kiosk";
            case "KIT" -> "the kiosk's keys and certificate";
            case "KSK" -> "the kiosk itself";
            case "PAY" -> "card payment";
            case "PPG" -> "payment page";
            case "PRN" -> "receipt printer";
            case "SCN" -> "code scanner";
            case "SRV" -> "services as data";
            case "STO" -> "the kiosk's file";
            case "SYN" -> "between kiosk and centre";
            default -> throw new IllegalStateException("name the area " + area + " here");
        };
    }
}
