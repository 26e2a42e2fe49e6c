package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.ports.eid.EidRight;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A result as JSON: {@code {"outcome": "identified", "person": {"familyNames": …, "address": {…}},
 * "ageFulfilled": true, "placeFulfilled": true}} or {@code {"outcome": "refused", "reason": …}}.
 */
final class ResultJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ResultJson() {}

    static String write(Refusal refusal) {
        ObjectNode json = JSON.createObjectNode();
        json.put("outcome", "refused");
        json.put("reason", refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("meaning", refusal.meaning());
        return JSON.writeValueAsString(json);
    }

    static String write(IdentityResult result) {
        ObjectNode json = JSON.createObjectNode();
        json.put("outcome", "identified");
        ObjectNode person = json.putObject("person");
        new TreeMap<>(result.person().attributes())
                .forEach((right, value) -> person.put(key(right), value.reveal()));
        result.person()
                .address()
                .ifPresent(address -> {
                    ObjectNode node = person.putObject("address");
                    node.put("street", address.reveal().street());
                    node.put("zipCode", address.reveal().zipCode());
                    node.put("city", address.reveal().city());
                    node.put("country", address.reveal().country());
                });
        result.ageFulfilled().ifPresent(fulfilled -> json.put("ageFulfilled", fulfilled));
        result.placeFulfilled().ifPresent(fulfilled -> json.put("placeFulfilled", fulfilled));
        return JSON.writeValueAsString(json);
    }

    /** FAMILY_NAMES becomes familyNames. */
    private static String key(EidRight right) {
        var key = new StringBuilder();
        for (String word : right.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            key.append(
                    key.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return key.toString();
    }
}
