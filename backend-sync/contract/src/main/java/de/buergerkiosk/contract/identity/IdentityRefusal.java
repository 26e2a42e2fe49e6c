package de.buergerkiosk.contract.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why the centre opens no identification, or delivers no identity: the names of its problems. */
public enum IdentityRefusal {
    /** The centre does not know the service, or not in this version. */
    UNKNOWN_SERVICE,
    /** The service asks nobody who they are. */
    NOT_NEEDED,
    /** Nobody has told the centre which eID server it has. */
    NOT_PREPARED,
    EID_SERVER_DOWN,
    EID_SERVER_BUSY,
    /** The eID server answers, and not as its guideline says; also SOAP faults and wrong rights. */
    EID_SERVER_FAULTY,
    /** Never opened, or its time is over and it was forgotten. */
    UNKNOWN_IDENTIFICATION,
    /** Opened by another kiosk, or the proof of the refresh address is wrong. */
    NOT_YOURS,
    /** Its identity was delivered before; that happens once. */
    DELIVERED_BEFORE,
    /** The eID client is not done yet. */
    NOT_YET,
    /** The eID server found the card not valid or not genuine. */
    CARD_REFUSED,
    /** Ended at the eID client without an identity. */
    ENDED_WITHOUT;

    /** Such as {@code unknown-service}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<IdentityRefusal> named(String wireName) {
        return Stream.of(values()).filter(each -> each.wireName().equals(wireName)).findFirst();
    }
}
