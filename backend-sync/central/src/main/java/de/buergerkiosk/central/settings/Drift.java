package de.buergerkiosk.central.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a kiosk is not what it is to be.
 *
 * @param path JSON pointer (RFC 6901)
 * @param desired empty when the kiosk reports what nobody wants
 * @param reported empty when the kiosk does not report it
 */
public record Drift(String path, Optional<JsonNode> desired, Optional<JsonNode> reported) {

    /** All differences, by path; none when the kiosk is as it is to be. */
    public static List<Drift> between(ObjectNode desired, ObjectNode reported) {
        var found = new ArrayList<Drift>();
        compare("", desired, reported, found);
        return List.copyOf(found);
    }

    private static void compare(
            String path, ObjectNode desired, ObjectNode reported, List<Drift> found) {
        var names = new TreeSet<>(desired.propertyNames());
        names.addAll(reported.propertyNames());
        for (var name : names) {
            var here = path + "/" + name.replace("~", "~0").replace("/", "~1");
            var one = desired.get(name);
            var other = reported.get(name);
            if (one instanceof ObjectNode inner && other instanceof ObjectNode outer) {
                compare(here, inner, outer, found);
            } else if (one == null || !one.equals(other)) {
                found.add(new Drift(here, Optional.ofNullable(one), Optional.ofNullable(other)));
            }
        }
    }
}
