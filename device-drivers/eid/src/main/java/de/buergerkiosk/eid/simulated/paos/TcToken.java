package de.buergerkiosk.eid.simulated.paos;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import java.net.URI;
import java.util.Optional;

/**
 * What the client fetches first: where the eID server is, and where to go afterwards (TR-03124-1,
 * 2.4 and 2.5).
 *
 * @param psk key of the channel to the eID server, when that is another one than the channel here
 */
public record TcToken(
        URI serverAddress,
        String session,
        URI refreshAddress,
        URI communicationErrorAddress,
        Optional<Bytes> psk) {
    private static final String PSK_PROTOCOL = "urn:ietf:rfc:4279";

    public String write() {
        String path =
                psk.map(key ->
                                "<PathSecurity-Protocol>"
                                        + PSK_PROTOCOL
                                        + "</PathSecurity-Protocol><PathSecurity-Parameters><PSK>"
                                        + key.hex()
                                        + "</PSK></PathSecurity-Parameters>")
                        .orElse("");
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <TCTokenType><ServerAddress>%s</ServerAddress>\
        <SessionIdentifier>%s</SessionIdentifier><RefreshAddress>%s</RefreshAddress>\
        <CommunicationErrorAddress>%s</CommunicationErrorAddress>\
        <Binding>%s</Binding>%s</TCTokenType>\
        """
                .formatted(
                        Xml.escaped(serverAddress.toString()),
                        Xml.escaped(session),
                        Xml.escaped(refreshAddress.toString()),
                        Xml.escaped(communicationErrorAddress.toString()),
                        Envelope.PAOS,
                        path);
    }

    public static TcToken parse(String document) throws Malformed {
        Xml token = Xml.parse(document);
        if (!token.name().equals("TCTokenType")
                || !token.need("Binding").text().equals(Envelope.PAOS)) {
            throw new Malformed("not a TCToken with the binding PAOS");
        }
        Optional<String> protocol = token.child("PathSecurity-Protocol").map(Xml::text);
        Optional<Bytes> psk = Optional.empty();
        if (protocol.isPresent()) {
            if (!protocol.get().equals(PSK_PROTOCOL)) {
                throw new Malformed("a channel of an unknown kind");
            }
            psk =
                    Optional.of(
                            Bytes.ofHex(token.need("PathSecurity-Parameters").need("PSK").text()));
        }
        URI refresh = https(token.need("RefreshAddress").text());
        Optional<Xml> error = token.child("CommunicationErrorAddress");
        return new TcToken(
                https(token.need("ServerAddress").text()),
                token.need("SessionIdentifier").text(),
                refresh,
                error.isEmpty() ? refresh : https(error.get().text()),
                psk);
    }

    private static URI https(String address) throws Malformed {
        try {
            URI uri = URI.create(address);
            if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
                throw new Malformed("an address that is not https");
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw new Malformed("an address that is none");
        }
    }

    @Override
    public String toString() {
        return "[TCToken]";
    }
}
