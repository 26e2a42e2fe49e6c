package de.buergerkiosk.eid.simulated.paos;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Eac1Input;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Eac1Output;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Eac2Input;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Eac2Output;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Failed;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Result;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.StartPaos;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.StartPaosResponse;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.Transmit;
import de.buergerkiosk.eid.simulated.paos.PaosMessage.TransmitResponse;
import java.util.List;
import java.util.Optional;

/** A message in its SOAP envelope, as it goes over the line. */
public record Envelope(String messageId, Optional<String> relatesTo, PaosMessage message) {
    public static final String PAOS = "urn:liberty:paos:2006-08";
    private static final String ISO = "urn:iso:std:iso-iec:24727:tech:schema";
    private static final String EAC = "urn:oid:1.3.162.15480.3.0.14.2";
    private static final String ECARD = "http://www.bsi.bund.de/ecard/api/1.1";

    public static Envelope parse(String document) throws Malformed {
        return EnvelopeReader.read(document);
    }

    public String write() {
        String relates =
                relatesTo
                        .map(id -> "<wsa:RelatesTo>" + Xml.escaped(id) + "</wsa:RelatesTo>")
                        .orElse("");
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" \
        xmlns:paos="%s" xmlns:wsa="http://www.w3.org/2005/03/addressing" xmlns:iso="%s" \
        xmlns:dss="urn:oasis:names:tc:dss:1.0:core:schema" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
        <soap:Header><paos:PAOS soap:actor="http://schemas.xmlsoap.org/soap/actor/next" \
        soap:mustUnderstand="1"><paos:Version>%s</paos:Version><paos:EndpointReference>\
        <paos:Address>http://www.projectliberty.org/2006/01/role/paos</paos:Address>\
        <paos:MetaData><paos:ServiceType>%s/PAOS/GetNextCommand</paos:ServiceType>\
        </paos:MetaData></paos:EndpointReference></paos:PAOS><wsa:ReplyTo><wsa:Address>\
        http://www.projectliberty.org/2006/02/role/paos</wsa:Address></wsa:ReplyTo>\
        %s<wsa:MessageID>%s</wsa:MessageID></soap:Header>\
        <soap:Body>%s</soap:Body></soap:Envelope>\
        """
                .formatted(PAOS, ISO, PAOS, ECARD, relates, Xml.escaped(messageId), body());
    }

    private String body() {
        return switch (message) {
            case StartPaos(String session) ->
                    iso("StartPAOS", element("SessionIdentifier", session) + START);
            case Eac1Input input -> authenticate("EAC1InputType", eac1(input));
            case Eac2Input(var certificates, var key, var signature) ->
                    authenticate(
                            "EAC2InputType",
                            certificates(certificates)
                                    + element("EphemeralPublicKey", key)
                                    + element("Signature", signature));
            case Eac1Output output ->
                    answer("DIDAuthenticateResponse", protocol("EAC1OutputType", eac1(output)));
            case Eac2Output(var security, var token, var nonce) ->
                    answer(
                            "DIDAuthenticateResponse",
                            protocol(
                                    "EAC2OutputType",
                                    element("EFCardSecurity", security)
                                            + element("AuthenticationToken", token)
                                            + element("Nonce", nonce)));
            case Transmit(var commands) ->
                    iso("Transmit", element("SlotHandle", "00") + commands(commands));
            case TransmitResponse(var answers) ->
                    answer("TransmitResponse", repeated("OutputAPDU", answers));
            case StartPaosResponse(Result result) -> iso("StartPAOSResponse", result(result));
            case Failed(String answer, Result result) -> iso(answer, result(result));
        };
    }

    /** The kind of card that is meant, and the versions that we speak. */
    private static final String START =
            "<ConnectionHandle xsi:type=\"iso:ConnectionHandleType\"><CardApplication>"
                    + "E80704007F00070302</CardApplication><SlotHandle>00</SlotHandle>"
                    + "</ConnectionHandle><UserAgent><Name>Buergerkiosk Simulation</Name>"
                    + "<VersionMajor>1</VersionMajor><VersionMinor>0</VersionMinor></UserAgent>"
                    + "<SupportedAPIVersions><Major>1</Major><Minor>1</Minor>"
                    + "<Subminor>5</Subminor></SupportedAPIVersions>";

    private static String iso(String name, String content) {
        return "<" + name + " xmlns=\"" + ISO + "\">" + content + "</" + name + ">";
    }

    private static String authenticate(String type, String content) {
        return iso(
                "DIDAuthenticate",
                "<ConnectionHandle xsi:type=\"iso:ConnectionHandleType\"><CardApplication>"
                        + "E80704007F00070302</CardApplication><SlotHandle>00</SlotHandle>"
                        + "</ConnectionHandle><DIDName>PIN</DIDName>"
                        + protocol(type, content));
    }

    private static String protocol(String type, String content) {
        return "<AuthenticationProtocolData Protocol=\""
                + EAC
                + "\" xsi:type=\"iso:"
                + type
                + "\">"
                + content
                + "</AuthenticationProtocolData>";
    }

    private static String answer(String name, String content) {
        return iso(name, result(Result.OK) + content);
    }

    private static String result(Result result) {
        String minor =
                result.ok()
                        ? ""
                        : "<dss:ResultMinor>"
                                + Xml.escaped(result.minor())
                                + "</dss:ResultMinor><dss:ResultMessage xml:lang=\"en\">"
                                + Xml.escaped(result.message())
                                + "</dss:ResultMessage>";
        return "<dss:Result><dss:ResultMajor>"
                + (result.ok() ? Result.MAJOR_OK : Result.MAJOR_ERROR)
                + "</dss:ResultMajor>"
                + minor
                + "</dss:Result>";
    }

    private static String eac1(Eac1Input input) {
        return certificates(input.certificates())
                + element("CertificateDescription", input.description())
                + element("RequiredCHAT", input.required().encode())
                + element("OptionalCHAT", input.optional().encode())
                + input.auxiliary()
                        .map(data -> element("AuthenticatedAuxiliaryData", data))
                        .orElse("")
                + input.transactionInfo().map(text -> element("TransactionInfo", text)).orElse("");
    }

    private static String eac1(Eac1Output output) {
        var authorities = new StringBuilder();
        for (String each : output.authorities()) {
            authorities.append(element("CertificationAuthorityReference", each));
        }
        return element("CertificateHolderAuthorizationTemplate", output.granted().encode())
                + authorities
                + element("EFCardAccess", output.cardAccess())
                + element("IDPICC", output.idPicc())
                + element("Challenge", output.challenge());
    }

    private static String certificates(List<Bytes> certificates) {
        return repeated("Certificate", certificates);
    }

    private static String repeated(String name, List<Bytes> values) {
        var all = new StringBuilder();
        for (Bytes each : values) {
            all.append(element(name, each));
        }
        return all.toString();
    }

    private static String commands(List<Bytes> commands) {
        var all = new StringBuilder();
        for (Bytes each : commands) {
            all.append("<InputAPDUInfo>")
                    .append(element("InputAPDU", each))
                    .append("</InputAPDUInfo>");
        }
        return all.toString();
    }

    private static String element(String name, Bytes value) {
        return element(name, value.hex());
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + Xml.escaped(text) + "</" + name + ">";
    }
}
