package de.buergerkiosk.central.identity.soap;

import de.buergerkiosk.contract.identity.Attribute;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations of the eID-Interface in their order, and what we call them (TR-03130-1, 3.4). */
final class Operations {
    /** An operation; without an attribute it is one that this city never asks for. */
    record Operation(String name, Optional<Attribute> attribute) {}

    static final List<Operation> ALL =
            List.of(
                    asked("DocumentType", Attribute.DOCUMENT_TYPE),
                    asked("IssuingState", Attribute.ISSUING_COUNTRY),
                    asked("DateOfExpiry", Attribute.VALID_UNTIL),
                    asked("GivenNames", Attribute.GIVEN_NAMES),
                    asked("FamilyNames", Attribute.FAMILY_NAMES),
                    never("ArtisticName"),
                    asked("AcademicTitle", Attribute.DOCTORAL_DEGREE),
                    asked("DateOfBirth", Attribute.DATE_OF_BIRTH),
                    asked("PlaceOfBirth", Attribute.PLACE_OF_BIRTH),
                    asked("Nationality", Attribute.NATIONALITY),
                    asked("BirthName", Attribute.BIRTH_NAME),
                    asked("PlaceOfResidence", Attribute.ADDRESS),
                    never("CommunityID"),
                    never("ResidencePermitI"),
                    asked("RestrictedID", Attribute.PSEUDONYM),
                    asked("AgeVerification", Attribute.AGE_VERIFICATION),
                    asked("PlaceVerification", Attribute.ADDRESS_VERIFICATION));

    private Operations() {}

    private static Operation asked(String name, Attribute attribute) {
        return new Operation(name, Optional.of(attribute));
    }

    private static Operation never(String name) {
        return new Operation(name, Optional.empty());
    }

    static String name(Attribute attribute) {
        return Stream.of(attribute)
                .flatMap(wanted ->
                        ALL.stream().filter(each -> each.attribute().equals(Optional.of(wanted))))
                .findFirst()
                .orElseThrow()
                .name();
    }
}
