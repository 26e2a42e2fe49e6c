package de.buergerkiosk.eid.simulated.paos;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what came in an envelope; what is missing or of an unknown kind is named. */
final class EnvelopeReader {
    private EnvelopeReader() {}

    static Envelope read(String document) throws Malformed {
        Xml envelope = Xml.parse(document);
        if (!envelope.name().equals("Envelope")) {
            throw new Malformed("not a SOAP envelope");
        }
        Optional<Xml> header = envelope.child("Header");
        List<Xml> body = envelope.need("Body").children();
        if (body.size() != 1) {
            throw new Malformed("a body with " + body.size() + " messages");
        }
        return new Envelope(
                header.flatMap(h -> h.child("MessageID")).map(Xml::text).orElse(""),
                header.flatMap(h -> h.child("RelatesTo")).map(Xml::text),
                message(body.getFirst()));
    }

    private static PaosMessage message(Xml body) throws Malformed {
        return switch (body.name()) {
            case "StartPAOS" -> new StartPaos(body.need("SessionIdentifier").text());
            case "DIDAuthenticate" -> question(body.need("AuthenticationProtocolData"));
            case "Transmit" -> transmit(body);
            case "StartPAOSResponse" -> new StartPaosResponse(result(body));
            case "DIDAuthenticateResponse", "TransmitResponse" -> {
                Result result = result(body);
                yield result.ok() ? answer(body) : new Failed(body.name(), result);
            }
            default -> throw new Malformed("an unknown message");
        };
    }

    private static PaosMessage question(Xml input) throws Malformed {
        return switch (input.type()) {
            case "EAC1InputType" ->
                    new Eac1Input(
                            all(input, "Certificate"),
                            bytes(input, "CertificateDescription"),
                            chat(input, "RequiredCHAT"),
                            chat(input, "OptionalCHAT"),
                            optional(input, "AuthenticatedAuxiliaryData"),
                            input.child("TransactionInfo").map(Xml::text));
            case "EAC2InputType" ->
                    new Eac2Input(
                            all(input, "Certificate"),
                            bytes(input, "EphemeralPublicKey"),
                            bytes(input, "Signature"));
            default -> throw new Malformed("a protocol of an unknown kind");
        };
    }

    private static PaosMessage answer(Xml body) throws Malformed {
        if (body.name().equals("TransmitResponse")) {
            return new TransmitResponse(all(body, "OutputAPDU"));
        }
        Xml output = body.need("AuthenticationProtocolData");
        return switch (output.type()) {
            case "EAC1OutputType" ->
                    new Eac1Output(
                            chat(output, "CertificateHolderAuthorizationTemplate"),
                            output.all("CertificationAuthorityReference").stream()
                                    .map(Xml::text)
                                    .toList(),
                            bytes(output, "EFCardAccess"),
                            bytes(output, "IDPICC"),
                            bytes(output, "Challenge"));
            case "EAC2OutputType" ->
                    new Eac2Output(
                            bytes(output, "EFCardSecurity"),
                            bytes(output, "AuthenticationToken"),
                            bytes(output, "Nonce"));
            default -> throw new Malformed("an answer of an unknown kind");
        };
    }

    private static Transmit transmit(Xml body) throws Malformed {
        var commands = new ArrayList<Bytes>();
        for (Xml each : body.all("InputAPDUInfo")) {
            commands.add(bytes(each, "InputAPDU"));
        }
        return new Transmit(commands);
    }

    private static Result result(Xml body) throws Malformed {
        Xml result = body.need("Result");
        return new Result(
                result.need("ResultMajor").text().equals(Result.MAJOR_OK),
                result.child("ResultMinor").map(Xml::text).orElse(""),
                result.child("ResultMessage").map(Xml::text).orElse(""));
    }

    private static Bytes bytes(Xml parent, String name) throws Malformed {
        return Bytes.ofHex(parent.need(name).text());
    }

    private static Optional<Bytes> optional(Xml parent, String name) throws Malformed {
        Optional<Xml> found = parent.child(name);
        return found.isEmpty() ? Optional.empty() : Optional.of(Bytes.ofHex(found.get().text()));
    }

    private static List<Bytes> all(Xml parent, String name) throws Malformed {
        var values = new ArrayList<Bytes>();
        for (Xml each : parent.all(name)) {
            values.add(Bytes.ofHex(each.text()));
        }
        return values;
    }

    private static Chat chat(Xml parent, String name) throws Malformed {
        return Chat.parse(bytes(parent, name));
    }
}
