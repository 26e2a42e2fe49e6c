package de.buergerkiosk.prove;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one kill led to.
 *
 * @param point where the process was killed; {@code none} for the visit that ran through
 * @param state of the filing at the kiosk after the restart; {@code none} where none was made
 * @param bookings that stand at the terminal
 * @param bookedCents what the terminal kept
 * @param atCentre how often the centre has the filing
 * @param paper what came of printing
 * @param found places on disk that hold what the citizen entered
 * @param violations invariants that do not hold, each with its number
 */
record Finding(
        String point,
        String filing,
        String state,
        String payment,
        int bookings,
        long bookedCents,
        long atCentre,
        String paper,
        List<String> found,
        List<String> violations) {
    Finding {
        found = List.copyOf(found);
        violations = List.copyOf(violations);
    }

    /** The visit went another way, or the process ended before. */
    static Finding notReached(String point) {
        return without(point, "I5 the visit does not come to this point any more");
    }

    static Finding notTried(String point) {
        return without(point, "I5 not tried: the kiosk does not come back");
    }

    private static Finding without(String point, String violation) {
        return new Finding(point, "", "none", "", 0, 0, 0, "", List.of(), List.of(violation));
    }

    ObjectNode json() {
        var json = JsonMapper.shared().createObjectNode();
        json.put("point", point)
                .put("filing", filing)
                .put("state", state)
                .put("payment", payment)
                .put("bookings", bookings)
                .put("bookedCents", bookedCents)
                .put("atCentre", atCentre)
                .put("paper", paper);
        var places = json.putArray("found");
        found.forEach(places::add);
        var broken = json.putArray("violations");
        violations.forEach(broken::add);
        return json;
    }
}
