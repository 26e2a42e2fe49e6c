package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.ports.eid.EidRight;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** AusweisApp's words for rights (its SDK documentation, ACCESS_RIGHTS), as far as we have ours. */
final class SdkRights {
    private static final Map<EidRight, String> WORDS =
            new EnumMap<>(
                    Map.ofEntries(
                            Map.entry(EidRight.FAMILY_NAMES, "FamilyName"),
                            Map.entry(EidRight.GIVEN_NAMES, "GivenNames"),
                            Map.entry(EidRight.BIRTH_NAME, "BirthName"),
                            Map.entry(EidRight.DOCTORAL_DEGREE, "DoctoralDegree"),
                            Map.entry(EidRight.DATE_OF_BIRTH, "DateOfBirth"),
                            Map.entry(EidRight.PLACE_OF_BIRTH, "PlaceOfBirth"),
                            Map.entry(EidRight.ADDRESS, "Address"),
                            Map.entry(EidRight.NATIONALITY, "Nationality"),
                            Map.entry(EidRight.DOCUMENT_TYPE, "DocumentType"),
                            Map.entry(EidRight.VALID_UNTIL, "ValidUntil"),
                            Map.entry(EidRight.ISSUING_COUNTRY, "IssuingCountry"),
                            Map.entry(EidRight.PSEUDONYM, "Pseudonym"),
                            Map.entry(EidRight.AGE_VERIFICATION, "AgeVerification"),
                            Map.entry(EidRight.ADDRESS_VERIFICATION, "AddressVerification")));

    private SdkRights() {}

    static String word(EidRight right) {
        return Optional.ofNullable(WORDS.get(right)).orElseThrow();
    }

    static Set<String> words(Collection<EidRight> rights) {
        return rights.stream().map(SdkRights::word).collect(Collectors.toUnmodifiableSet());
    }

    /** Those of them that a consent page can name. */
    static Set<EidRight> known(Collection<String> words) {
        var known = EnumSet.noneOf(EidRight.class);
        WORDS.forEach((right, word) -> {
            if (words.contains(word)) {
                known.add(right);
            }
        });
        return known;
    }

    /** Those that no consent page of ours can name. */
    static Set<String> strange(Collection<String> words) {
        return words.stream()
                .filter(word -> !WORDS.containsValue(word))
                .collect(Collectors.toUnmodifiableSet());
    }
}
