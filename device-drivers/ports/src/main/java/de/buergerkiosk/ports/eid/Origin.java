package de.buergerkiosk.ports.eid;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Scheme, host and port of an address (RFC 6454): what tcTokenURL, certificate and refresh address
 * have in common (TR-03124-1, 2.7.3). The usual port may be said or left out.
 */
public record Origin(String scheme, String host, int port) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    public static Origin of(URI address) {
        String scheme = lower(Optional.ofNullable(address.getScheme()));
        int usual = scheme.equals("https") ? HTTPS : HTTP;
        return new Origin(
                scheme,
                lower(Optional.ofNullable(address.getHost())),
                address.getPort() < 0 ? usual : address.getPort());
    }

    private static String lower(Optional<String> part) {
        return part.orElse("").toLowerCase(Locale.ROOT);
    }
}
