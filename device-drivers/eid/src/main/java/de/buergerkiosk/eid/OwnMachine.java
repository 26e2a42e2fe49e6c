package de.buergerkiosk.eid;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses of an eID client on this computer. What a citizen types goes there without encryption, so
 * it must not leave the machine.
 */
public final class OwnMachine {
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "([a-z]+)://(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]{1,5})?(/[A-Za-z0-9/_-]*)?");

    private OwnMachine() {}

    /** Empty for what is no address here, or none of these schemes. */
    public static Optional<URI> address(String text, String... schemes) {
        var parts = ADDRESS.matcher(text);
        return parts.matches() && List.of(schemes).contains(parts.group(1))
                ? Optional.of(URI.create(text))
                : Optional.empty();
    }
}
