package de.buergerkiosk.central.identity.soap;

import de.buergerkiosk.central.identity.EidServer;
import de.buergerkiosk.contract.identity.Attribute;
import de.buergerkiosk.contract.identity.Identity;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads the answers strictly; what is missing or strange is named, its content never. */
final class Replies {
    private static final String OK = "resultmajor#ok";
    private static final int MINOR_CHARACTERS_MAX = 120;

    private Replies() {}

    static EidServer.UseId useId(String document) throws NotTheGuideline {
        var response = response(document, "useIDResponse");
        var minor = minor(response);
        if (minor.isPresent()) {
            return minor.get().endsWith("useID#tooManyOpenSessions")
                    ? new EidServer.UseId.Busy()
                    : new EidServer.UseId.Failed(
                            new EidServer.Trouble.Faulty("useID is refused: " + minor.get()));
        }
        var psk = response.need("PSK");
        var key = psk.needWord("Key");
        if (!key.matches("([0-9A-Fa-f]{2}){16,64}")) {
            throw new NotTheGuideline("Key is not 16 to 64 bytes in hexadecimal digits");
        }
        return new EidServer.UseId.Opened(
                response.need("Session").needWord("ID"),
                address(response.needWord("eCardServerAddress")),
                psk.needWord("ID"),
                key);
    }

    private static URI address(String text) throws NotTheGuideline {
        try {
            var address = new URI(text);
            if ("https".equals(address.getScheme()) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new NotTheGuideline("eCardServerAddress is not an address");
        }
        throw new NotTheGuideline("eCardServerAddress does not begin with https://");
    }

    static EidServer.Result result(String document) throws NotTheGuideline {
        var response = response(document, "getResultResponse");
        var minor = minor(response);
        if (minor.isEmpty()) {
            return new EidServer.Result.Identified(identity(response));
        }
        return switch (minor.get().substring(minor.get().lastIndexOf('#') + 1)) {
            case "noResultYet" -> new EidServer.Result.NotYet();
            case "invalidDocument" -> new EidServer.Result.InvalidDocument();
            case "internalError", "schemaViolation", "invalidCounter" ->
                    new EidServer.Result.Failed(
                            new EidServer.Trouble.Faulty("getResult is refused: " + minor.get()));
            default -> new EidServer.Result.Ended(minor.get());
        };
    }

    private static Element response(String document, String name) throws NotTheGuideline {
        var envelope = Element.parse(document);
        if (!envelope.name().equals("Envelope")) {
            throw new NotTheGuideline("the answer is not a SOAP envelope");
        }
        var body = envelope.need("Body");
        if (body.child("Fault").isPresent()) {
            var code = body.need("Fault").word("faultcode").orElse("");
            throw new NotTheGuideline("a SOAP fault, code " + tame(code));
        }
        return body.need(name);
    }

    /** Empty when all is well. */
    private static Optional<String> minor(Element response) throws NotTheGuideline {
        var result = response.need("Result");
        if (result.needWord("ResultMajor").endsWith(OK)) {
            return Optional.empty();
        }
        return Optional.of(tame(result.word("ResultMinor").orElse("no minor result")));
    }

    /** Fit for a log: what a foreign server says may be anything. */
    private static String tame(String text) {
        var plain = text.replaceAll("[^ -~]", "?");
        return plain.substring(0, Math.min(plain.length(), MINOR_CHARACTERS_MAX));
    }

    private static Identity identity(Element response) throws NotTheGuideline {
        var values = new EnumMap<Attribute, String>(Attribute.class);
        Optional<Identity.Address> address = Optional.empty();
        var data = response.child("PersonalData");
        if (data.isPresent()) {
            for (var each : data.get().children()) {
                if (each.name().equals(Operations.name(Attribute.ADDRESS))) {
                    address = address(each);
                } else {
                    attribute(each, values);
                }
            }
        }
        verified(response, "FulfilsAgeVerification", Attribute.AGE_VERIFICATION, values);
        verified(response, "FulfilsPlaceVerification", Attribute.ADDRESS_VERIFICATION, values);
        return new Identity(values, address);
    }

    private static void attribute(Element element, Map<Attribute, String> values)
            throws NotTheGuideline {
        for (var operation : Operations.ALL) {
            if (operation.name().equals(element.name()) && operation.attribute().isPresent()) {
                var attribute = operation.attribute().get();
                var text = text(attribute, element);
                if (!text.isEmpty()) {
                    values.put(attribute, text);
                }
            }
        }
    }

    private static String text(Attribute attribute, Element element) throws NotTheGuideline {
        return switch (attribute) {
            case DATE_OF_BIRTH -> date(element);
            case PLACE_OF_BIRTH -> place(element);
            case PSEUDONYM -> element.needWord("ID");
            case FAMILY_NAMES,
                    GIVEN_NAMES,
                    BIRTH_NAME,
                    DOCTORAL_DEGREE,
                    ADDRESS,
                    NATIONALITY,
                    DOCUMENT_TYPE,
                    VALID_UNTIL,
                    ISSUING_COUNTRY,
                    AGE_VERIFICATION,
                    ADDRESS_VERIFICATION ->
                    element.text().strip();
        };
    }

    /** GeneralDateType: a date, or eight characters in which what is unknown is blank or x. */
    private static String date(Element element) throws NotTheGuideline {
        var value = element.word("DateValue");
        if (value.isPresent() && value.get().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return value.get();
        }
        var digits = element.needWord("DateString").replaceAll("[^0-9].*$", "");
        return switch (digits.length()) {
            case 8 ->
                    digits.substring(0, 4)
                            + "-"
                            + digits.substring(4, 6)
                            + "-"
                            + digits.substring(6);
            case 6 -> digits.substring(0, 4) + "-" + digits.substring(4);
            case 4 -> digits;
            default -> throw new NotTheGuideline("DateString is no date");
        };
    }

    private static String place(Element element) {
        return element.child("StructuredPlace")
                .flatMap(each -> each.word("City"))
                .or(() -> element.word("FreetextPlace"))
                .or(() -> element.word("NoPlaceInfo"))
                .orElse("");
    }

    private static Optional<Identity.Address> address(Element element) {
        return element.child("StructuredPlace")
                .map(place ->
                        new Identity.Address(
                                place.word("Street").orElse(""),
                                place.word("ZipCode").orElse(""),
                                place.word("City").orElse(""),
                                place.word("Country").orElse("")))
                .or(() ->
                        element.word("FreetextPlace")
                                .map(text -> new Identity.Address(text, "", "", "D")));
    }

    private static void verified(
            Element response, String name, Attribute attribute, Map<Attribute, String> values)
            throws NotTheGuideline {
        var found = response.child(name);
        if (found.isPresent()) {
            switch (found.get().needWord("FulfilsRequest")) {
                case "true", "1" -> values.put(attribute, "true");
                case "false", "0" -> values.put(attribute, "false");
                default -> throw new NotTheGuideline(name + " is neither true nor false");
            }
        }
    }
}
