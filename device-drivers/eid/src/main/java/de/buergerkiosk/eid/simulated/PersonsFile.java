package de.buergerkiosk.eid.simulated;

import static de.buergerkiosk.ports.eid.EidRight.BIRTH_NAME;
import static de.buergerkiosk.ports.eid.EidRight.DATE_OF_BIRTH;
import static de.buergerkiosk.ports.eid.EidRight.DOCTORAL_DEGREE;
import static de.buergerkiosk.ports.eid.EidRight.DOCUMENT_TYPE;
import static de.buergerkiosk.ports.eid.EidRight.FAMILY_NAMES;
import static de.buergerkiosk.ports.eid.EidRight.GIVEN_NAMES;
import static de.buergerkiosk.ports.eid.EidRight.ISSUING_COUNTRY;
import static de.buergerkiosk.ports.eid.EidRight.NATIONALITY;
import static de.buergerkiosk.ports.eid.EidRight.PLACE_OF_BIRTH;
import static de.buergerkiosk.ports.eid.EidRight.VALID_UNTIL;

import de.buergerkiosk.eid.simulated.SimulatedCard.IdCard;
import de.buergerkiosk.eid.simulated.SimulatedCard.OtherCard;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.Person;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The format of {@code persons.json}.
 *
 * <pre>
 * {"pin": "123456", "can": "500540", "cards": [
 *   {"name": "erika", "kind": "id-card", "label": {"de": "…", "en": "…"}, "validUntil": "2034-07-31",
 *    "activated": true, "triesLeft": 3, "transportPinOnly": false,
 *    "municipality": "02760703140000",
 *    "holder": {"familyNames": "…", "address": {"street": "…", "zipCode": "…", "city": "…", "country": "D"}}},
 *   {"name": "library-card", "kind": "other", "label": {…}}]}
 * </pre>
 */
final class PersonsFile {
    private static final Map<String, EidRight> ATTRIBUTES =
            Map.of(
                    "familyNames", FAMILY_NAMES,
                    "givenNames", GIVEN_NAMES,
                    "birthName", BIRTH_NAME,
                    "doctoralDegree", DOCTORAL_DEGREE,
                    "dateOfBirth", DATE_OF_BIRTH,
                    "placeOfBirth", PLACE_OF_BIRTH,
                    "nationality", NATIONALITY,
                    "documentType", DOCUMENT_TYPE,
                    "issuingCountry", ISSUING_COUNTRY);

    /** The card leaves out what it does not know: "1961" where month and day are unknown. */
    private static final String DATE_OR_PART = "[0-9]{4}(-(0[1-9]|1[0-2])(-[0-3][0-9])?)?";

    private PersonsFile() {}

    static ExampleCards parse(byte[] json) {
        StrictJson file = StrictJson.parse(json, "persons.json");
        file.onlyKeys(Set.of("pin", "can", "cards"));
        var cards = new ArrayList<SimulatedCard>();
        for (StrictJson card : file.children("cards")) {
            cards.add(card(card, file.text("pin"), file.text("can")));
        }
        return new ExampleCards(cards);
    }

    private static SimulatedCard card(StrictJson card, String pin, String can) {
        Map<String, String> label = card.texts("label");
        for (String language : List.of("de", "en")) {
            if (!label.containsKey(language)) {
                throw card.wrong("lacks label/" + language);
            }
        }
        String kind = card.text("kind");
        return switch (kind) {
            case "other" -> {
                card.onlyKeys(Set.of("name", "kind", "label"));
                yield new OtherCard(card.text("name"), label);
            }
            case "id-card" -> idCard(card, label, pin, can);
            default -> throw card.wrong("has a kind that is neither id-card nor other");
        };
    }

    private static IdCard idCard(
            StrictJson card, Map<String, String> label, String pin, String can) {
        card.onlyKeys(
                Set.of(
                        "name",
                        "kind",
                        "label",
                        "validUntil",
                        "activated",
                        "triesLeft",
                        "transportPinOnly",
                        "municipality",
                        "holder"));
        LocalDate validUntil = date(card, "validUntil");
        return new IdCard(
                card.text("name"),
                label,
                card.flag("transportPinOnly", false)
                        ? Optional.empty()
                        : Optional.of(Personal.of(pin)),
                Personal.of(can),
                (int) Math.min(card.count("triesLeft", IdCard.TRIES_FULL), Integer.MAX_VALUE),
                card.flag("activated", true),
                validUntil,
                holder(card.child("holder"), validUntil),
                card.optionalText("municipality"));
    }

    private static Person holder(StrictJson holder, LocalDate validUntil) {
        var keys = new LinkedHashSet<>(ATTRIBUTES.keySet());
        keys.add("address");
        holder.onlyKeys(keys);
        if (!holder.text("dateOfBirth").matches(DATE_OR_PART)) {
            throw holder.wrong("has a dateOfBirth that is no date, month or year");
        }
        var attributes = new EnumMap<EidRight, Personal<String>>(EidRight.class);
        ATTRIBUTES.forEach((key, right) ->
                holder.optionalText(key)
                        .ifPresent(value -> attributes.put(right, Personal.of(value))));
        attributes.put(VALID_UNTIL, Personal.of(validUntil.toString()));
        return new Person(attributes, Optional.of(Personal.of(address(holder.child("address")))));
    }

    private static Person.Address address(StrictJson address) {
        address.onlyKeys(Set.of("street", "zipCode", "city", "country"));
        return new Person.Address(
                address.text("street"),
                address.text("zipCode"),
                address.text("city"),
                address.text("country"));
    }

    private static LocalDate date(StrictJson object, String key) {
        try {
            return LocalDate.parse(object.text(key));
        } catch (DateTimeException e) {
            throw object.wrong("has a " + key + " that is not like 2034-07-31");
        }
    }
}
