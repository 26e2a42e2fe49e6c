package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.eid.ausweisapp.SdkMessage.AuthEnded;
import java.net.URI;
import java.util.Optional;

/**
 * The address to go on to, with the result that a browser would bring along (TR-03124-1, 2.5.3 and
 * 2.5.4). The SDK gives the bare address, and leaves the rest to whoever plays the browser.
 */
public final class RefreshAddress {
    private RefreshAddress() {}

    /** Empty when there is none, or when it is not on the web. */
    public static Optional<URI> of(AuthEnded end) {
        return end.url().filter(RefreshAddress::isWeb).map(url -> withResult(url, end));
    }

    private static boolean isWeb(URI address) {
        return address.getHost() != null
                && ("https".equalsIgnoreCase(address.getScheme())
                        || "http".equalsIgnoreCase(address.getScheme()));
    }

    private static URI withResult(URI address, AuthEnded end) {
        String query = address.getRawQuery();
        if (query != null && query.contains("ResultMajor=")) {
            return address;
        }
        String fragment = address.getRawFragment();
        String bare = address.toString();
        if (fragment != null) {
            bare = bare.substring(0, bare.length() - fragment.length() - 1);
        }
        return URI.create(
                bare
                        + (query == null ? '?' : '&')
                        + (end.ok()
                                ? "ResultMajor=ok"
                                : "ResultMajor=error&ResultMinor=" + minor(end.minor()))
                        + (fragment == null ? "" : "#" + fragment));
    }

    /** The five that the guideline knows. */
    private static String minor(String minor) {
        return switch (minor) {
            case "sal#cancellationByUser", "ifdl#cancellationByUser" -> "cancellationByUser";
            case "dp#trustedChannelEstablishmentFailed" -> "trustedChannelEstablishmentFailed";
            case "dp#communicationError", "dp#nodeNotReachable", "dp#timeoutError" ->
                    "communicationError";
            case "il/signature#invalidCertificatePath",
                    "al/common#parameterError",
                    "al/common#noPermission" ->
                    "serverError";
            default -> "clientError";
        };
    }
}
