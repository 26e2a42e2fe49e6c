package de.buergerkiosk.eid.activation;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.eid.EidResult;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The address to which a client sends the browser at the end (TR-03124-1, 2.5: ResultMajor, ResultMinor). */
record Redirect(EidResult result, Optional<URI> to) {
    private static final int LENGTH_MAX = 8192;

    static Redirect read(String location) {
        URI address;
        try {
            address = new URI(location);
        } catch (URISyntaxException e) {
            return nowhere("a redirect to what is no address");
        }
        boolean web =
                "https".equalsIgnoreCase(address.getScheme())
                        || "http".equalsIgnoreCase(address.getScheme());
        if (!web || address.getHost() == null || location.length() > LENGTH_MAX) {
            return nowhere("a redirect to what is no web address");
        }
        Map<String, String> parameters = parameters(address);
        EidResult result =
                switch (lastPart(parameters.getOrDefault("ResultMajor", ""))) {
                    case "ok" -> new EidResult.Done(address);
                    case "error" -> on(lastPart(parameters.getOrDefault("ResultMinor", "")));
                    default -> EidTrouble.CLIENT_STRANGE.ended("a redirect without a result");
                };
        return new Redirect(result, Optional.of(address));
    }

    static Redirect nowhere(String observed) {
        return new Redirect(EidTrouble.CLIENT_STRANGE.ended(observed), Optional.empty());
    }

    private static Map<String, String> parameters(URI address) {
        var parameters = new LinkedHashMap<String, String>();
        String query = address.getRawQuery();
        for (String each : (query == null ? "" : query).split("&", -1)) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                // two results are none
                parameters.merge(
                        each.substring(0, equals),
                        decoded(each.substring(equals + 1)),
                        (first, second) -> first.equals(second) ? first : "");
            }
        }
        return parameters;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Some clients give the whole URI of a result, with its fragment. */
    private static String lastPart(String result) {
        return result.substring(Math.max(result.lastIndexOf('#'), result.lastIndexOf('/')) + 1);
    }

    private static EidResult on(String minor) {
        EidTrouble trouble =
                switch (minor) {
                    case "cancellationByUser" -> EidTrouble.CANCELLED;
                    case "trustedChannelEstablishmentFailed", "serverError", "communicationError" ->
                            EidTrouble.SERVER_DOWN;
                    case "clientError" -> EidTrouble.CLIENT_FAILED;
                    default -> EidTrouble.CLIENT_FAILED;
                };
        return trouble.ended(
                minor.matches("[A-Za-z]{1,60}") ? "ResultMinor " + minor : "an unusual result");
    }
}
