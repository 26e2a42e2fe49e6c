package de.buergerkiosk.central.identity.soap;

import de.buergerkiosk.contract.identity.IdentityOffer.Asked;

/** Writes the calls (TR-03130-1, 3.3) as SOAP 1.1. */
final class Calls {
    static final String EID = "http://bsi.bund.de/eID/";

    private Calls() {}

    static String useId(Asked asked, String transaction) {
        var call = new StringBuilder("<eid:useIDRequest><eid:UseOperations>");
        for (var operation : Operations.ALL) {
            var wanted =
                    operation.attribute().filter(asked.required()::contains).isPresent()
                            ? "REQUIRED"
                            : operation.attribute().filter(asked.optional()::contains).isPresent()
                                    ? "ALLOWED"
                                    : "PROHIBITED";
            call.append(leaf(operation.name(), wanted));
        }
        call.append("</eid:UseOperations>");
        asked.ageOver()
                .ifPresent(years ->
                        call.append("<eid:AgeVerificationRequest>")
                                .append(leaf("Age", years.toString()))
                                .append("</eid:AgeVerificationRequest>"));
        asked.placeIs()
                .ifPresent(ags ->
                        call.append("<eid:PlaceVerificationRequest>")
                                .append(leaf("CommunityID", communityId(ags)))
                                .append("</eid:PlaceVerificationRequest>"));
        if (!transaction.isBlank()) {
            call.append(leaf("TransactionInfo", transaction));
        }
        return envelope(call.append("</eid:useIDRequest>").toString());
    }

    static String getResult(String session, int counter) {
        return envelope(
                "<eid:getResultRequest><eid:Session>"
                        + leaf("ID", session)
                        + "</eid:Session>"
                        + leaf("RequestCounter", Integer.toString(counter))
                        + "</eid:getResultRequest>");
    }

    /**
     * The card's form of an official municipality key (TR-03127, DG18): 0276 for Germany, two digits
     * each for Land, Regierungsbezirk and Kreis, four for the Gemeinde.
     */
    static String communityId(String ags) {
        var id = new StringBuilder("0276").append(ags, 0, 2);
        if (ags.length() >= 3) {
            id.append('0').append(ags, 2, 3);
        }
        if (ags.length() >= 5) {
            id.append(ags, 3, 5);
        }
        if (ags.length() >= 8) {
            id.append('0').append(ags, 5, 8);
        }
        return id.toString();
    }

    private static String leaf(String name, String text) {
        return "<eid:" + name + ">" + escaped(text) + "</eid:" + name + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String envelope(String body) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
        xmlns:eid="http://bsi.bund.de/eID/"><soapenv:Header/>\
        <soapenv:Body>%s</soapenv:Body></soapenv:Envelope>\
        """
                .formatted(body);
    }
}
