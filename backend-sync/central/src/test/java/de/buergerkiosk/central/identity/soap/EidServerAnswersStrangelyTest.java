package de.buergerkiosk.central.identity.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.central.identity.EidServer;
import de.buergerkiosk.contract.identity.Attribute;
import de.buergerkiosk.contract.identity.Identity;
import de.buergerkiosk.contract.identity.IdentityOffer.Asked;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of the eID-Interface as the guideline writes them, and as nobody should. */
class EidServerAnswersStrangelyTest {
    private static String soap(String body) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:e=\"http://bsi.bund.de/eID/\""
                + " xmlns:d=\"urn:oasis:names:tc:dss:1.0:core:schema\"><s:Body>"
                + body
                + "</s:Body></s:Envelope>";
    }

    private static String result(String content, String minor) {
        return soap(
                "<e:getResultResponse>"
                        + content
                        + "<d:Result><ResultMajor>http://www.bsi.bund.de/ecard/api/1.1/resultmajor#"
                        + (minor.isEmpty() ? "ok" : "error")
                        + "</ResultMajor>"
                        + (minor.isEmpty() ? "" : "<ResultMinor>" + minor + "</ResultMinor>")
                        + "</d:Result></e:getResultResponse>");
    }

    private static Identity identity(String content) throws NotTheGuideline {
        return assertInstanceOf(
                        EidServer.Result.Identified.class, Replies.result(result(content, "")))
                .identity();
    }

    @Test
    void everyKindOfValueIsUnderstood() throws NotTheGuideline {
        var identity =
                identity(
                        """
                        <e:PersonalData><e:GivenNames>Ğülşen</e:GivenNames>
                        <e:DateOfBirth><e:DateString>19840812</e:DateString>
                        <e:DateValue>1984-08-12</e:DateValue></e:DateOfBirth>
                        <e:PlaceOfBirth><e:FreetextPlace>Berlin</e:FreetextPlace></e:PlaceOfBirth>
                        <e:PlaceOfResidence><e:StructuredPlace><e:Street>Weg 1</e:Street>
                        <e:City>Mainz</e:City><e:Country>D</e:Country><e:ZipCode>55116</e:ZipCode>
                        </e:StructuredPlace></e:PlaceOfResidence>
                        <e:RestrictedID><e:ID>AB12</e:ID></e:RestrictedID></e:PersonalData>
                        <e:FulfilsAgeVerification><e:FulfilsRequest>true</e:FulfilsRequest>
                        </e:FulfilsAgeVerification><e:FulfilsPlaceVerification>
                        <e:FulfilsRequest>0</e:FulfilsRequest></e:FulfilsPlaceVerification>\
                        """);

        assertEquals(
                new Identity(
                        Map.of(
                                Attribute.GIVEN_NAMES, "Ğülşen",
                                Attribute.DATE_OF_BIRTH, "1984-08-12",
                                Attribute.PLACE_OF_BIRTH, "Berlin",
                                Attribute.PSEUDONYM, "AB12",
                                Attribute.AGE_VERIFICATION, "true",
                                Attribute.ADDRESS_VERIFICATION, "false"),
                        Optional.of(new Identity.Address("Weg 1", "55116", "Mainz", "D"))),
                identity);
    }

    @ParameterizedTest
    @CsvSource({
        "'19840812', 1984-08-12",
        "'198408  ', 1984-08",
        "'1984    ', 1984",
        "'1984xxxx', 1984"
    })
    void aDateMayBeKnownInPart(String written, String understood) throws NotTheGuideline {
        var identity =
                identity(
                        "<e:PersonalData><e:DateOfBirth><e:DateString>"
                                + written
                                + "</e:DateString></e:DateOfBirth></e:PersonalData>");

        assertEquals(understood, identity.values().get(Attribute.DATE_OF_BIRTH));
    }

    @ParameterizedTest
    @CsvSource({
        "getResult#noResultYet, NotYet",
        "getResult#invalidDocument, InvalidDocument",
        "getResult#deny, Ended",
        "getResult#invalidSession, Ended",
        "common#internalError, Failed",
        "somethingNew, Ended"
    })
    void everyMinorResultHasItsMeaning(String minor, String kind) throws NotTheGuideline {
        var full = "http://www.bsi.bund.de/eid/server/2.0/resultminor/" + minor;

        assertEquals(kind, Replies.result(result("", full)).getClass().getSimpleName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<html/>",
                "<s:Envelope xmlns:s=\"x\"><s:Body/></s:Envelope>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
                "<s:Envelope"
                    + " xmlns:s=\"x\"><s:Body><s:Fault><faultcode>s:Server</faultcode><faultstring>Erika"
                    + " Mustermann</faultstring></s:Fault></s:Body></s:Envelope>"
            })
    void whatIsNoAnswerIsNamedWithoutItsContent(String document) {
        var trouble = assertThrows(NotTheGuideline.class, () -> Replies.result(document));

        assertFalse(String.valueOf(trouble.getMessage()).contains("Mustermann"));
        assertThrows(NotTheGuideline.class, () -> Replies.useId(document));
    }

    @Test
    void depthAndNumberOfElementsAreBounded() {
        assertThrows(NotTheGuideline.class, () -> Element.parse("<a>".repeat(17)));
        assertThrows(
                NotTheGuideline.class, () -> Element.parse("<a>" + "<b/>".repeat(1000) + "</a>"));
    }

    @Test
    void anAnswerThatIsNeitherYesNorNoIsNone() {
        assertThrows(
                NotTheGuideline.class,
                () ->
                        identity(
                                "<e:FulfilsAgeVerification><e:FulfilsRequest>maybe</e:FulfilsRequest></e:FulfilsAgeVerification>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://eid.example/paos", "https:///", "eid.example", " "})
    void aSessionLeadsToAServerWithTlsOnly(String address) {
        var answer =
                soap(
                        "<e:useIDResponse><e:Session><e:ID>1</e:ID></e:Session><e:eCardServerAddress>"
                                + address
                                + "</e:eCardServerAddress><e:PSK><e:ID>2</e:ID><e:Key>"
                                + "00".repeat(32)
                                + "</e:Key></e:PSK><d:Result><ResultMajor>x/resultmajor#ok</ResultMajor></d:Result></e:useIDResponse>");

        assertThrows(NotTheGuideline.class, () -> Replies.useId(answer));
    }

    @Test
    void onlyWhatTheServiceAsksForIsAsked() {
        var call =
                Calls.useId(
                        new Asked(
                                Set.of(Attribute.AGE_VERIFICATION),
                                Set.of(Attribute.PSEUDONYM),
                                Optional.of(18),
                                Optional.empty()),
                        "Stadt & <Kind>");

        assertTrue(call.contains("<eid:AgeVerification>REQUIRED<"), call);
        assertTrue(call.contains("<eid:RestrictedID>ALLOWED<"), call);
        assertTrue(call.contains("<eid:Age>18</eid:Age>"), call);
        assertTrue(call.contains("Stadt &amp; &lt;Kind&gt;"), call);
        assertEquals(15, call.split("PROHIBITED", -1).length - 1, call);
    }

    @ParameterizedTest
    @CsvSource({
        "07, 027607",
        "073, 02760703",
        "07314, 0276070314",
        "07314000, 02760703140000",
        "05315000, 02760503150000"
    })
    void aMunicipalityKeyIsWrittenAsTheCardHasIt(String ags, String onTheCard) {
        assertEquals(onTheCard, Calls.communityId(ags));
    }
}
