package de.buergerkiosk.eid;

import de.buergerkiosk.ports.eid.EidResult;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The way back from an eID client leads to where it came from (TR-03124-1, 2.7.3; RFC 6454): the
 * client has compared it with the certificate, and whoever only poses as a client is found out.
 */
public final class SameOrigin {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private SameOrigin() {}

    /** The result, or what it is when it leads elsewhere. */
    public static EidResult kept(URI tcTokenUrl, EidResult result) {
        return switch (result) {
            case EidResult.Done(var address) when !origin(address).equals(origin(tcTokenUrl)) ->
                    EidTrouble.CLIENT_STRANGE.ended("the refresh address leads elsewhere");
            case EidResult.Done _, EidResult.Ended _ -> result;
        };
    }

    private record Origin(String scheme, String host, int port) {}

    private static Origin origin(URI address) {
        String scheme = lower(address.getScheme());
        int port = address.getPort();
        int usual = scheme.equals("https") ? HTTPS : HTTP;
        return new Origin(scheme, lower(address.getHost()), port < 0 ? usual : port);
    }

    private static String lower(@Nullable String part) {
        return part == null ? "" : part.toLowerCase(Locale.ROOT);
    }
}
