package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.simulated.paos.Xml;
import de.buergerkiosk.eid.simulated.server.TestEidServer.Opened;
import de.buergerkiosk.ports.eid.EidRight;
import de.buergerkiosk.ports.eid.Person;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what the eID-Interface answers (TR-03130-1, 3.3 and 3.4). */
final class EidInterfaceXml {
    private static final String MINOR = "http://www.bsi.bund.de/eid/server/2.0/resultminor/";
    static final String TOO_MANY_SESSIONS = MINOR + "useID#tooManyOpenSessions";
    static final String MISSING_ARGUMENT = MINOR + "useID#missingArgument";
    static final String NO_RESULT_YET = MINOR + "getResult#noResultYet";
    static final String INVALID_SESSION = MINOR + "getResult#invalidSession";
    static final String INVALID_COUNTER = MINOR + "getResult#invalidCounter";
    static final String INVALID_DOCUMENT = MINOR + "getResult#invalidDocument";
    static final String DENY = MINOR + "getResult#deny";
    static final String INTERNAL_ERROR = MINOR + "common#internalError";

    private static final String MAJOR = "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#";

    /** In the order of the guideline's PersonalDataType; the places stand apart. */
    private static final List<String> IN_ORDER =
            List.of(
                    "DocumentType",
                    "IssuingState",
                    "DateOfExpiry",
                    "GivenNames",
                    "FamilyNames",
                    "AcademicTitle",
                    "DateOfBirth",
                    "PlaceOfBirth",
                    "Nationality",
                    "BirthName",
                    "PlaceOfResidence",
                    "RestrictedID");

    private EidInterfaceXml() {}

    static String useId(Opened opened, URI paos) {
        return response(
                "useIDResponse",
                "<eid:Session>"
                        + leaf("ID", opened.result())
                        + "</eid:Session>"
                        + leaf("eCardServerAddress", paos.toString())
                        + "<eid:PSK>"
                        + leaf("ID", opened.session())
                        + leaf("Key", opened.psk().hex())
                        + "</eid:PSK>",
                "");
    }

    static String result(IdentityResult result, boolean more) {
        var content = new StringBuilder("<eid:PersonalData>");
        var allowed = new ArrayList<String>();
        for (String name : IN_ORDER) {
            EidRight right = EidInterface.OPERATIONS.getOrDefault(name, EidRight.ADDRESS);
            content.append(attribute(name, right, result.person()));
            if (more && right == EidRight.NATIONALITY) {
                content.append(leaf("Nationality", "D"));
            }
        }
        content.append("</eid:PersonalData>");
        result.ageFulfilled()
                .ifPresent(yes -> content.append(verified("FulfilsAgeVerification", yes)));
        result.placeFulfilled()
                .ifPresent(yes -> content.append(verified("FulfilsPlaceVerification", yes)));
        for (Map.Entry<String, EidRight> each : EidInterface.OPERATIONS.entrySet()) {
            allowed.add(
                    leaf(
                            each.getKey(),
                            result.granted().contains(each.getValue()) ? "ALLOWED" : "PROHIBITED"));
        }
        content.append("<eid:OperationsAllowedByUser>")
                .append(String.join("", allowed))
                .append("</eid:OperationsAllowedByUser>");
        return response("getResultResponse", content.toString(), "");
    }

    private static String attribute(String name, EidRight right, Person person) {
        if (right == EidRight.ADDRESS) {
            return person.address()
                    .map(personal -> "<eid:" + name + ">" + place(personal.reveal()) + close(name))
                    .orElse("");
        }
        return person.attribute(right).map(value -> named(name, right, value.reveal())).orElse("");
    }

    private static String named(String name, EidRight right, String value) {
        return switch (right) {
            case DATE_OF_BIRTH -> "<eid:" + name + ">" + date(value) + close(name);
            case PLACE_OF_BIRTH ->
                    "<eid:" + name + ">" + leaf("FreetextPlace", value) + close(name);
            case PSEUDONYM ->
                    "<eid:" + name + ">" + leaf("ID", value.toUpperCase(Locale.ROOT)) + close(name);
            default -> leaf(name, value);
        };
    }

    /** GeneralDateType: eight characters with blanks for what is unknown, and a date if it is one. */
    private static String date(String isoDateOrPart) {
        String digits = isoDateOrPart.replace("-", "");
        return leaf("DateString", (digits + "        ").substring(0, 8))
                + (digits.length() == 8 ? leaf("DateValue", isoDateOrPart) : "");
    }

    private static String place(Person.Address address) {
        if (address.city().isEmpty()) {
            return leaf("FreetextPlace", address.street());
        }
        return "<eid:StructuredPlace>"
                + (address.street().isEmpty() ? "" : leaf("Street", address.street()))
                + leaf("City", address.city())
                + leaf("Country", address.country())
                + (address.zipCode().isEmpty() ? "" : leaf("ZipCode", address.zipCode()))
                + "</eid:StructuredPlace>";
    }

    private static String verified(String name, boolean yes) {
        return "<eid:" + name + ">" + leaf("FulfilsRequest", Boolean.toString(yes)) + close(name);
    }

    private static String close(String name) {
        return "</eid:" + name + ">";
    }

    private static String leaf(String name, String text) {
        return "<eid:" + name + ">" + Xml.escaped(text) + "</eid:" + name + ">";
    }

    /** A response with its result; all is well without a minor result. */
    static String response(String name, String content, String minor) {
        String result =
                minor.isEmpty()
                        ? "<ResultMajor>" + MAJOR + "ok</ResultMajor>"
                        : "<ResultMajor>"
                                + MAJOR
                                + "error</ResultMajor><ResultMinor>"
                                + minor
                                + "</ResultMinor>";
        return envelope(
                "<eid:"
                        + name
                        + ">"
                        + content
                        + "<dss:Result>"
                        + result.replace("<R", "<dss:R").replace("</R", "</dss:R")
                        + "</dss:Result></eid:"
                        + name
                        + ">");
    }

    static String fault(String code, String why) {
        return envelope(
                "<soapenv:Fault><faultcode>soapenv:"
                        + code
                        + "</faultcode><faultstring>"
                        + Xml.escaped(why)
                        + "</faultstring></soapenv:Fault>");
    }

    private static String envelope(String body) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
        xmlns:eid="http://bsi.bund.de/eID/" xmlns:dss="urn:oasis:names:tc:dss:1.0:core:schema">\
        <soapenv:Header/><soapenv:Body>%s</soapenv:Body></soapenv:Envelope>\
        """
                .formatted(body);
    }
}
