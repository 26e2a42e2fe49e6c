package de.buergerkiosk.ports.eid;

/** Data groups and functions a service may ask for; names as in AusweisApp's SDK and TR-03127. */
public enum EidRight {
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
    PSEUDONYM,
    AGE_VERIFICATION,
    ADDRESS_VERIFICATION
}
