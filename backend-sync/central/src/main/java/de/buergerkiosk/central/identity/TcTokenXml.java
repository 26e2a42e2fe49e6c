package de.buergerkiosk.central.identity;

import java.net.URI;

/** Writes a TCToken (TR-03124-1, 2.4): where the client goes first, and where it goes afterwards. */
final class TcTokenXml {
    private TcTokenXml() {}

    static String of(EidServer.UseId.Opened opened, URI refresh, URI communicationError) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <TCTokenType><ServerAddress>%s</ServerAddress>\
        <SessionIdentifier>%s</SessionIdentifier><RefreshAddress>%s</RefreshAddress>\
        <CommunicationErrorAddress>%s</CommunicationErrorAddress>\
        <Binding>urn:liberty:paos:2006-08</Binding>\
        <PathSecurity-Protocol>urn:ietf:rfc:4279</PathSecurity-Protocol>\
        <PathSecurity-Parameters><PSK>%s</PSK></PathSecurity-Parameters></TCTokenType>\
        """
                .formatted(
                        escaped(opened.address().toString()),
                        escaped(opened.pskId()),
                        escaped(refresh.toString()),
                        escaped(communicationError.toString()),
                        escaped(opened.psk()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
