package de.buergerkiosk.eid.simulated.eac;

/** Object identifiers of TR-03110-3 below bsi-de 0.4.0.127.0.7, as the bytes behind tag 06. */
public final class Oids {
    public static final Bytes PACE_ECDH_GM_AES_CBC_CMAC_128 = bsi("02 02 04 02 02");
    public static final Bytes TA = bsi("02 02 02");
    public static final Bytes TA_ECDSA_SHA_256 = bsi("02 02 02 02 03");
    public static final Bytes CA_ECDH = bsi("02 02 03 02");
    public static final Bytes CA_ECDH_AES_CBC_CMAC_128 = bsi("02 02 03 02 02");
    public static final Bytes PK_ECDH = bsi("02 02 01 02");
    public static final Bytes RI_ECDH = bsi("02 02 05 02");
    public static final Bytes RI_ECDH_SHA_256 = bsi("02 02 05 02 03");
    public static final Bytes STANDARDIZED_DOMAIN_PARAMETERS = bsi("01 02");

    /** Role of an authentication terminal in a CHAT. */
    public static final Bytes AUTHENTICATION_TERMINAL = bsi("03 01 02 02");

    public static final Bytes DESCRIPTION = bsi("03 01 03 01");
    public static final Bytes PLAIN_FORMAT = bsi("03 01 03 01 01");
    public static final Bytes TERMINAL_SECTOR = bsi("03 01 03 02");
    public static final Bytes DATE_OF_BIRTH = bsi("03 01 04 01");
    public static final Bytes DATE_OF_EXPIRY = bsi("03 01 04 02");
    public static final Bytes MUNICIPALITY = bsi("03 01 04 03");

    /** Content type of EF.CardSecurity, in dots because a library wants it so. */
    public static final String SECURITY_OBJECT = "0.4.0.127.0.7.3.2.1";

    private Oids() {}

    private static Bytes bsi(String hex) {
        return Bytes.literal("04 00 7F 00 07" + hex);
    }
}
