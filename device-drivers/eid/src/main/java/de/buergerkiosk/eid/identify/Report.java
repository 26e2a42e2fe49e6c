package de.buergerkiosk.eid.identify;

import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.Person;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the command prints. It names a person on purpose, on standard output only.
 *
 * @param reason why it ended without an identity: failure code and detail
 */
record Report(
        Outcome outcome,
        OptionalInt triesLeft,
        Optional<Person> person,
        Optional<String> reason,
        Optional<URI> refreshAddress,
        List<String> trace) {
    private static final Map<EidRight, String> KEYS =
            Map.ofEntries(
                    Map.entry(EidRight.FAMILY_NAMES, "familyNames"),
                    Map.entry(EidRight.GIVEN_NAMES, "givenNames"),
                    Map.entry(EidRight.BIRTH_NAME, "birthName"),
                    Map.entry(EidRight.DOCTORAL_DEGREE, "doctoralDegree"),
                    Map.entry(EidRight.DATE_OF_BIRTH, "dateOfBirth"),
                    Map.entry(EidRight.PLACE_OF_BIRTH, "placeOfBirth"),
                    Map.entry(EidRight.NATIONALITY, "nationality"),
                    Map.entry(EidRight.DOCUMENT_TYPE, "documentType"),
                    Map.entry(EidRight.VALID_UNTIL, "validUntil"),
                    Map.entry(EidRight.ISSUING_COUNTRY, "issuingCountry"),
                    Map.entry(EidRight.PSEUDONYM, "pseudonym"));

    Report {
        trace = List.copyOf(trace);
    }

    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("outcome", outcome.word());
        triesLeft.ifPresent(tries -> json.put("triesLeft", tries));
        person.ifPresent(who -> put(json.putObject("person"), who));
        reason.ifPresent(text -> json.put("reason", text));
        refreshAddress.ifPresent(address -> json.put("refreshAddress", address.toString()));
        var messages = json.putArray("trace");
        trace.forEach(message -> messages.addObject().put("message", message));
        return JsonMapper.builder().build().writeValueAsString(json);
    }

    private static void put(ObjectNode json, Person who) {
        for (EidRight right : EidRight.values()) {
            String key = KEYS.get(right);
            if (key != null) {
                who.attribute(right).map(Personal::reveal).ifPresent(text -> json.put(key, text));
            }
        }
        who.address()
                .map(Personal::reveal)
                .ifPresent(home ->
                        json.putObject("address")
                                .put("street", home.street())
                                .put("zipCode", home.zipCode())
                                .put("city", home.city())
                                .put("country", home.country()));
    }

    String text() {
        var text = new StringBuilder(outcome.word());
        triesLeft.ifPresent(tries -> text.append("; PIN tries left: ").append(tries));
        reason.ifPresent(why -> text.append("; ").append(why));
        refreshAddress.ifPresent(address -> text.append("\nrefresh address: ").append(address));
        if (person.isPresent()) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            put(all, person.get());
            all.properties()
                    .forEach(each ->
                            text.append('\n')
                                    .append(each.getKey())
                                    .append(": ")
                                    .append(
                                            each.getValue().isString()
                                                    ? each.getValue().stringValue()
                                                    : each.getValue().toString()));
        }
        return text.toString();
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "Report[" + outcome + "]";
    }
}
