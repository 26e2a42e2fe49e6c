package de.buergerkiosk.journey.form;

import de.buergerkiosk.contract.filing.Identification;
import de.buergerkiosk.contract.filing.Row;
import de.buergerkiosk.journey.Visit.Identity;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the ID card told, in the words of the form engine and of the office. */
final class IdentityValues {
    /** Name in the form's data by right; what is missing here never reaches a form. */
    private static final Map<EidRight, String> NAMES =
            Map.of(
                    EidRight.AGE_VERIFICATION, "person.ageVerified",
                    EidRight.ADDRESS_VERIFICATION, "person.placeVerified",
                    EidRight.FAMILY_NAMES, "person.familyNames",
                    EidRight.GIVEN_NAMES, "person.givenNames",
                    EidRight.BIRTH_NAME, "person.birthName",
                    EidRight.DOCTORAL_DEGREE, "person.doctoralDegree",
                    EidRight.DATE_OF_BIRTH, "person.dateOfBirth",
                    EidRight.PLACE_OF_BIRTH, "person.placeOfBirth",
                    EidRight.NATIONALITY, "person.nationality",
                    EidRight.PSEUDONYM, "person.pseudonym");

    /** German labels for the clerk, in the order in which they are listed. */
    private static final List<Map.Entry<String, String>> LABELS =
            List.of(
                    Map.entry("person.familyNames", "Familienname"),
                    Map.entry("person.givenNames", "Vornamen"),
                    Map.entry("person.birthName", "Geburtsname"),
                    Map.entry("person.doctoralDegree", "Doktorgrad"),
                    Map.entry("person.dateOfBirth", "Geburtsdatum"),
                    Map.entry("person.placeOfBirth", "Geburtsort"),
                    Map.entry("person.nationality", "Staatsangehörigkeit"),
                    Map.entry("person.address.street", "Straße und Hausnummer"),
                    Map.entry("person.address.zipCode", "Postleitzahl"),
                    Map.entry("person.address.city", "Ort"),
                    Map.entry("person.address.country", "Land"),
                    Map.entry("person.ageVerified", "Alter nachgewiesen"),
                    Map.entry("person.placeVerified", "Wohnort nachgewiesen"),
                    Map.entry("person.pseudonym", "Pseudonym"));

    private IdentityValues() {}

    private static String yesOrNo(String value) {
        return value.equals("true") ? "ja" : "nein";
    }

    static Map<String, String> of(Identity identity) {
        return switch (identity) {
            case Identity.NotNeeded() -> Map.of();
            case Identity.Known(var person, _) -> values(person);
        };
    }

    private static Map<String, String> values(Person person) {
        var values = new HashMap<String, String>();
        NAMES.forEach((right, name) ->
                person.attribute(right).ifPresent(v -> values.put(name, v.reveal())));
        person.address()
                .ifPresent(personal -> {
                    var address = personal.reveal();
                    values.put("person.address.street", address.street());
                    values.put("person.address.zipCode", address.zipCode());
                    values.put("person.address.city", address.city());
                    values.put("person.address.country", address.country());
                });
        return values;
    }

    static Optional<Identification> forOffice(Identity identity) {
        return switch (identity) {
            case Identity.NotNeeded() -> Optional.empty();
            case Identity.Known(var person, var simulated) -> {
                var values = values(person);
                var rows = new ArrayList<Row>();
                for (var label : LABELS) {
                    var value = values.get(label.getKey());
                    if (value != null) {
                        rows.add(
                                new Row(
                                        label.getValue(),
                                        label.getKey().endsWith("Verified")
                                                ? yesOrNo(value)
                                                : value));
                    }
                }
                yield Optional.of(new Identification(simulated ? "npa-simulated" : "npa", rows));
            }
        };
    }
}
