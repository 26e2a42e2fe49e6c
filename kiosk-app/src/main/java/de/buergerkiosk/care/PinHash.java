package de.buergerkiosk.care;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a PIN: PBKDF2 with HMAC-SHA-512 and a salt of its own (RFC 8018, 5.2). Whoever has
 * read the settings still has to try every PIN, slowly.
 *
 * @param iterations 100 000 to 2 000 000: less is quick to guess, more keeps staff waiting
 * @param salt 16 bytes, base64url without padding
 * @param hash 32 bytes, base64url without padding
 */
public record PinHash(int iterations, String salt, String hash) {
    /** As OWASP recommends for PBKDF2 with SHA-512 (2023). */
    public static final int ITERATIONS = 210_000;

    public static final int DIGITS_MIN = 6;
    public static final int DIGITS_MAX = 12;

    private static final int ITERATIONS_MIN = 100_000;
    private static final int ITERATIONS_MAX = 2_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final Pattern SALT = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String SCHEME = "pbkdf2-sha512";
    private static final Pattern TEXT =
            Pattern.compile(SCHEME + ":([0-9]{6,7}):(" + SALT + "):(" + HASH + ")");

    public PinHash {
        if (iterations < ITERATIONS_MIN || iterations > ITERATIONS_MAX) {
            throw new IllegalArgumentException("not so many iterations: " + iterations);
        }
        if (!SALT.matcher(salt).matches() || !HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("not a salt and a hash");
        }
    }

    /** Of that PIN, which is left as it is. */
    public static PinHash of(char[] pin, int iterations, RandomGenerator chance) {
        var salt = new byte[SALT_BYTES];
        chance.nextBytes(salt);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(salt);
        return new PinHash(iterations, text, derived(pin, text, iterations));
    }

    /** Reads {@link #text}; empty where it is none. */
    public static Optional<PinHash> parse(String text) {
        var found = TEXT.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        int iterations = Integer.parseInt(found.group(1));
        return iterations < ITERATIONS_MIN || iterations > ITERATIONS_MAX
                ? Optional.empty()
                : Optional.of(new PinHash(iterations, found.group(2), found.group(3)));
    }

    /** Such as {@code pbkdf2-sha512:210000:…:…}. */
    public String text() {
        return SCHEME + ":" + iterations + ":" + salt + ":" + hash;
    }

    /** Takes as long for a wrong PIN as for the right one. */
    boolean matches(char[] pin) {
        var bytes = Base64.getUrlDecoder();
        return MessageDigest.isEqual(
                bytes.decode(derived(pin, salt, iterations)), bytes.decode(hash));
    }

    private static String derived(char[] pin, String salt, int iterations) {
        var spec = new PBEKeySpec(pin, Base64.getUrlDecoder().decode(salt), iterations, HASH_BITS);
        try {
            var key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public String toString() {
        return "PinHash[" + iterations + "]";
    }
}
