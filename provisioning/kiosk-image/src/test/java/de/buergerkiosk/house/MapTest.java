package de.buergerkiosk.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The map in the README is the law: which packages there are, what each is for, and which others it
 * may know. {@code -Dhouse.map=print} prints the table as the code is now.
 */
class MapTest {
    private static final String HEADER = "| package | duty | may know |";
    private static final int PACKAGES_MIN = 40;
    private static final int ARROWS_MIN = 100;
    private static final Pattern DUTY = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([a-z.]+);");

    private final Map<String, Set<String>> arrows = House.arrows();

    /** Families of packages that are named as one, when somebody knows any of them. */
    private static final List<String> FAMILIES = List.of("ports.*", "contract.*");

    private record Row(String duty, Set<String> mayKnow) {}

    private static Map<String, Row> map() {
        var rows = new TreeMap<String, Row>();
        for (var cells : House.table("README.md", HEADER)) {
            var name = cells.getFirst().replace("`", "");
            var known = new TreeSet<String>();
            for (var each : cells.get(2).replace("`", "").split(",", -1)) {
                if (!each.isBlank() && !each.strip().equals("–")) {
                    known.add(each.strip());
                }
            }
            assertTrue(
                    rows.put(name, new Row(cells.get(1), known)) == null, name + " stands twice");
        }
        return rows;
    }

    /** What each package says it is for, from its package-info. */
    private static Map<String, String> duties() {
        var duties = new TreeMap<String, String>();
        for (var file : House.mainSources()) {
            if (file.endsWith("package-info.java")) {
                var source = House.read(file);
                var name = PACKAGE.matcher(source);
                var duty = DUTY.matcher(source);
                assertTrue(name.find() && duty.find(), file + " needs one sentence of duty");
                assertTrue(source.contains("@NullMarked"), file + " must be @NullMarked");
                duties.put(
                        House.shortName(name.group(1)),
                        duty.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ").strip());
            }
        }
        return duties;
    }

    @Test
    void everyPackageIsOnTheMapOnceAndNothingElse() {
        if ("print".equals(System.getProperty("house.map"))) {
            System.out.println(asTheCodeIs());
        }
        assertTrue(arrows.size() >= PACKAGES_MIN, "only " + arrows.size() + " packages were seen");

        assertEquals(arrows.keySet(), map().keySet());
    }

    @Test
    void everyPackageSaysItsDutyInTheWordsOfTheMap() {
        var onMap = new TreeMap<String, String>();
        map().forEach((name, row) -> onMap.put(name, row.duty()));

        assertEquals(duties(), onMap);
    }

    @Test
    void noPackageKnowsMoreThanItMay() {
        var map = map();
        var tooMuch = new ArrayList<String>();
        int looked = 0;
        for (var arrow : arrows.entrySet()) {
            var row = map.get(arrow.getKey());
            if (row == null) {
                continue;
            }
            for (var target : arrow.getValue()) {
                looked++;
                if (row.mayKnow().stream().noneMatch(may -> House.matches(may, target))) {
                    tooMuch.add(arrow.getKey() + " knows " + target);
                }
            }
        }

        assertEquals(List.of(), tooMuch);
        assertTrue(looked >= ARROWS_MIN, "only " + looked + " arrows were seen");
    }

    @Test
    void theMapAllowsNothingThatNobodyNeeds() {
        var idle = new ArrayList<String>();
        map().forEach((name, row) -> {
            var known = arrows.getOrDefault(name, Set.of());
            for (var may : row.mayKnow()) {
                if (known.stream().noneMatch(target -> House.matches(may, target))) {
                    idle.add(name + " may know " + may + " and does not");
                }
            }
        });

        assertEquals(List.of(), idle);
    }

    private String asTheCodeIs() {
        var duties = duties();
        var text = new StringBuilder(HEADER + "\n|---|---|---|\n");
        arrows.forEach((name, targets) -> {
            var known = new TreeSet<String>();
            for (var target : targets) {
                known.add(
                        FAMILIES.stream()
                                .filter(family -> House.matches(family, target))
                                .filter(family -> !House.matches(family, name))
                                .findFirst()
                                .orElse(target));
            }
            text.append(
                    "| `%s` | %s | %s |%n"
                            .formatted(
                                    name,
                                    duties.getOrDefault(name, "?"),
                                    known.isEmpty()
                                            ? "–"
                                            : "`" + String.join("`, `", known) + "`"));
        });
        return text.toString();
    }
}
