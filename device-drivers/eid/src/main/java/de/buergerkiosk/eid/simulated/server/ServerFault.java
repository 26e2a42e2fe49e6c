package de.buergerkiosk.eid.simulated.server;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a rogue or broken eID server does; an eID client has to notice each. */
public enum ServerFault {
    NONE("works as it should"),
    CERTIFICATE_HASH("the description names the hash of another TLS certificate"),
    DESCRIPTION_HASH("the authorisation certificate belongs to another description"),
    OTHER_ORIGIN("the description names the address of another service"),
    REFRESH_ELSEWHERE("the refresh address leads to another host"),
    EXPIRED_CERTIFICATE("the authorisation certificate ran out days ago"),
    FUTURE_CERTIFICATE("the authorisation certificate begins next week"),
    UNKNOWN_ROOT("the certificates come from a root that nobody trusts, under a known name"),
    MISSING_LINK("the document verifier's certificate is missing"),
    BAD_CERTIFICATE_SIGNATURE("one bit of the authorisation certificate is changed"),
    TOO_MANY_RIGHTS("asks for more rights than the certificate gives"),
    BAD_TERMINAL_SIGNATURE("the signature for the card is over another challenge"),
    BAD_EPHEMERAL_KEY("the ephemeral key does not lie on the curve"),
    REPLAYED_SESSION("hands out a session that was used before"),
    MALFORMED_TCTOKEN("the TCToken is cut off"),
    WRONG_BINDING("the TCToken asks for another binding than PAOS"),
    PLAIN_SERVER_ADDRESS("the TCToken leads to a server without TLS"),
    MALFORMED_PAOS("the first message is cut off"),
    UNKNOWN_MESSAGE("the first message is none that exists"),
    OVERSIZED_PAOS("the first message has eight megabytes"),
    UNREADABLE_CERTIFICATE("the certificates are random bytes"),
    WRONG_ORDER("sends commands for the card before anything was agreed"),
    ENDLESS_TRANSMIT("never stops sending commands for the card"),
    SILENT("takes the first message and does not answer"),
    CONNECTION_BREAKS("closes the line instead of answering the first message"),
    SERVER_ERROR("answers the first message with HTTP status 500"),
    USE_ID_BUSY("refuses every useID, for too many sessions are open"),
    SOAP_FAULT("answers every useID and getResult with a SOAP fault"),
    SOAP_GARBAGE("answers every useID and getResult with something that is no SOAP"),
    SOAP_SILENT("takes every useID and getResult and does not answer"),
    NO_RESULT("tells every getResult that there is no result yet"),
    MORE_THAN_ASKED("gives attributes with getResult that nobody asked for");

    private final String description;

    ServerFault(String description) {
        this.description = description;
    }

    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String description() {
        return description;
    }

    public static Optional<ServerFault> named(String name) {
        return Stream.of(values()).filter(each -> each.optionName().equals(name)).findFirst();
    }
}
