package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.paos.Xml;
import de.buergerkiosk.eid.simulated.pki.CertificateDescription;
import de.buergerkiosk.eid.simulated.server.TestEidServer.Collected;
import de.buergerkiosk.eid.simulated.server.TestEidServer.Fetched;
import de.buergerkiosk.ports.eid.EidRight;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The eID-Interface of the test server without its network: useID and getResult as SOAP 1.1
 * (TR-03130-1, chapter 3). Written from the text of the guideline; its WSDL was not at hand.
 */
final class EidInterface {
    /** Operations by their names in the guideline. */
    static final Map<String, EidRight> OPERATIONS =
            Map.ofEntries(
                    Map.entry("DocumentType", EidRight.DOCUMENT_TYPE),
                    Map.entry("IssuingState", EidRight.ISSUING_COUNTRY),
                    Map.entry("DateOfExpiry", EidRight.VALID_UNTIL),
                    Map.entry("GivenNames", EidRight.GIVEN_NAMES),
                    Map.entry("FamilyNames", EidRight.FAMILY_NAMES),
                    Map.entry("AcademicTitle", EidRight.DOCTORAL_DEGREE),
                    Map.entry("DateOfBirth", EidRight.DATE_OF_BIRTH),
                    Map.entry("PlaceOfBirth", EidRight.PLACE_OF_BIRTH),
                    Map.entry("Nationality", EidRight.NATIONALITY),
                    Map.entry("BirthName", EidRight.BIRTH_NAME),
                    Map.entry("PlaceOfResidence", EidRight.ADDRESS),
                    Map.entry("RestrictedID", EidRight.PSEUDONYM),
                    Map.entry("AgeVerification", EidRight.AGE_VERIFICATION),
                    Map.entry("PlaceVerification", EidRight.ADDRESS_VERIFICATION));

    /** Operations that the guideline has and this server does not. */
    private static final Set<String> UNKNOWN_HERE =
            Set.of("ArtisticName", "CommunityID", "ResidencePermitI");

    private final TestEidServer server;
    private final URI paos;
    private final ServerFault fault;

    EidInterface(TestEidServer server, URI paos, ServerFault fault) {
        this.server = server;
        this.paos = paos;
        this.fault = fault;
    }

    /** An answer; status 200, or 500 with a SOAP fault. */
    record Reply(int status, String document) {
        @Override
        public String toString() {
            return "HTTP " + status;
        }
    }

    /**
     * Answers a call.
     *
     * @param description of the service that calls
     */
    Reply answer(String document, CertificateDescription description) {
        if (fault == ServerFault.SOAP_GARBAGE) {
            return new Reply(200, "<html><body>It works!</body></html>");
        }
        if (fault == ServerFault.SOAP_FAULT) {
            return soapFault("Server", "the test server was told to fail");
        }
        try {
            Xml envelope = Xml.parse(document);
            if (!envelope.name().equals("Envelope")) {
                return soapFault("Client", "not a SOAP envelope");
            }
            var body = envelope.need("Body").children();
            if (body.size() != 1) {
                return soapFault("Client", "a body with " + body.size() + " calls");
            }
            Xml call = body.getFirst();
            return switch (call.name()) {
                case "useIDRequest" -> new Reply(200, useId(call, description));
                case "getResultRequest" -> new Reply(200, getResult(call));
                default -> soapFault("Client", "a call that this server does not have");
            };
        } catch (Malformed e) {
            return soapFault("Client", "not the XML of a call");
        }
    }

    private static Reply soapFault(String code, String why) {
        return new Reply(500, EidInterfaceXml.fault(code, why));
    }

    private String useId(Xml call, CertificateDescription description) throws Malformed {
        if (fault == ServerFault.USE_ID_BUSY) {
            return refusedUseId(EidInterfaceXml.TOO_MANY_SESSIONS);
        }
        Optional<IdentityRequest> request = request(call);
        if (request.isEmpty()) {
            return refusedUseId(EidInterfaceXml.MISSING_ARGUMENT);
        }
        return server.open(request.get(), description)
                .map(opened -> EidInterfaceXml.useId(opened, paos))
                .orElseGet(() -> refusedUseId(EidInterfaceXml.TOO_MANY_SESSIONS));
    }

    private static String refusedUseId(String minor) {
        return EidInterfaceXml.response("useIDResponse", "", minor);
    }

    /** Empty when a comparison comes without its value. */
    private static Optional<IdentityRequest> request(Xml call) throws Malformed {
        var required = EnumSet.noneOf(EidRight.class);
        var optional = EnumSet.noneOf(EidRight.class);
        for (Xml operation : call.need("UseOperations").children()) {
            EidRight right = OPERATIONS.get(operation.name());
            if (right == null && !UNKNOWN_HERE.contains(operation.name())) {
                throw new Malformed("an operation that the guideline does not have");
            }
            switch (operation.text()) {
                case "REQUIRED" -> required.add(known(right));
                case "ALLOWED" -> optional.add(known(right));
                case "PROHIBITED" -> {
                    // not asked
                }
                default -> throw new Malformed("an operation that is neither asked nor not");
            }
        }
        Optional<Xml> age = call.child("AgeVerificationRequest");
        Optional<Xml> place = call.child("PlaceVerificationRequest");
        try {
            return Optional.of(
                    new IdentityRequest(
                            Chat.terminal(required),
                            Chat.terminal(optional),
                            age.isEmpty() ? OptionalInt.empty() : OptionalInt.of(age(age.get())),
                            place.isEmpty() ? Optional.empty() : Optional.of(place(place.get())),
                            call.child("TransactionInfo").map(Xml::text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static EidRight known(@Nullable EidRight right) throws Malformed {
        if (right == null) {
            throw new Malformed("an operation that this server does not have");
        }
        return right;
    }

    private static int age(Xml request) throws Malformed {
        String years = request.need("Age").text();
        if (!years.matches("[0-9]{1,3}")) {
            throw new Malformed("an age that is none");
        }
        return Integer.parseInt(years);
    }

    private static Bytes place(Xml request) throws Malformed {
        return Bytes.ofHex(request.need("CommunityID").text());
    }

    private String getResult(Xml call) throws Malformed {
        String session = call.need("Session").need("ID").text();
        String counter = call.need("RequestCounter").text();
        if (!counter.matches("[0-9]{1,9}")) {
            throw new Malformed("a counter that is none");
        }
        return switch (server.fetch(session, Integer.parseInt(counter))) {
            case Fetched.NotYet() -> refusedResult(EidInterfaceXml.NO_RESULT_YET);
            case Fetched.SessionUnknown() -> refusedResult(EidInterfaceXml.INVALID_SESSION);
            case Fetched.CounterWrong() -> refusedResult(EidInterfaceXml.INVALID_COUNTER);
            case Fetched.Done(Collected.Refused(var refusal)) ->
                    refusedResult(
                            switch (refusal) {
                                case CARD_NOT_GENUINE, CARD_EXPIRED ->
                                        EidInterfaceXml.INVALID_DOCUMENT;
                                case CLIENT_ENDED -> EidInterfaceXml.DENY;
                                case SESSION_UNKNOWN, SESSION_EXPIRED ->
                                        EidInterfaceXml.INVALID_SESSION;
                                case MESSAGE, RIGHTS, CARD_UNREADABLE ->
                                        EidInterfaceXml.INTERNAL_ERROR;
                            });
            case Fetched.Done(Collected.Identity(var result)) ->
                    EidInterfaceXml.result(result, fault == ServerFault.MORE_THAN_ASKED);
        };
    }

    private static String refusedResult(String minor) {
        return EidInterfaceXml.response("getResultResponse", "", minor);
    }
}
