package de.buergerkiosk.contract.identity;

import de.buergerkiosk.contract.json.MalformedDocument;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a service may learn from an ID card; named as in a service's {@code service.json}. */
public enum Attribute {
    FAMILY_NAMES,
    GIVEN_NAMES,
    BIRTH_NAME,
    DOCTORAL_DEGREE,
    DATE_OF_BIRTH,
    PLACE_OF_BIRTH,
    ADDRESS,
    NATIONALITY,
    DOCUMENT_TYPE,
    VALID_UNTIL,
    ISSUING_COUNTRY,
    /** Differs from city to city and from card to card; says nothing else. */
    PSEUDONYM,
    /** Whether the holder is at least so many years old: {@code true} or {@code false}. */
    AGE_VERIFICATION,
    /** Whether the holder lives in a place: {@code true} or {@code false}. */
    ADDRESS_VERIFICATION;

    /**
     * Reads names.
     *
     * @throws MalformedDocument when one is unknown or stands twice
     */
    public static Set<Attribute> parse(String field, List<String> names) {
        var found = EnumSet.noneOf(Attribute.class);
        for (var name : names) {
            var attribute =
                    Stream.of(values())
                            .filter(each -> each.name().equals(name))
                            .findFirst()
                            .orElseThrow(() ->
                                    new MalformedDocument(field, "names an unknown attribute"));
            if (!found.add(attribute)) {
                throw new MalformedDocument(field, "names " + name + " twice");
            }
        }
        return found;
    }
}
