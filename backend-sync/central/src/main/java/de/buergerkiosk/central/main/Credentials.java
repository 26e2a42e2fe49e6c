package de.buergerkiosk.central.main;

import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.database.DatabaseAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;

/** Reads {@code --database-url}: user and password from the address, or from the environment. */
final class Credentials {
    private static final String PREFIX = "jdbc:";

    private Credentials() {}

    static DatabaseAddress of(String url, Map<String, String> environment) throws CentreTrouble {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new CentreTrouble(
                    "CEN-DB-UNREACHABLE",
                    "--database-url must be like jdbc:postgresql://host:5432/database");
        }
        try {
            var uri = new URI(url.substring(PREFIX.length()));
            var user = environment.getOrDefault("KIOSK_DB_USER", "centre");
            var password = environment.getOrDefault("KIOSK_DB_PASSWORD", "");
            var rest = new ArrayList<String>();
            for (var part : String.valueOf(uri.getRawQuery()).split("&", -1)) {
                if (part.startsWith("user=")) {
                    user = decoded(part);
                } else if (part.startsWith("password=")) {
                    password = decoded(part);
                } else if (uri.getRawQuery() != null) {
                    rest.add(part);
                }
            }
            var query = rest.isEmpty() ? "" : "?" + String.join("&", rest);
            var end = url.indexOf('?');
            var plain = end < 0 ? url : url.substring(0, end);
            return new DatabaseAddress(plain + query, user, password);
        } catch (URISyntaxException e) {
            throw new CentreTrouble(
                    "CEN-DB-UNREACHABLE", "--database-url is not an address: " + e.getReason());
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.substring(part.indexOf('=') + 1), StandardCharsets.UTF_8);
    }
}
