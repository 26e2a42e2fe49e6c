package de.buergerkiosk.contract.fleet;

import de.buergerkiosk.contract.code.Base32;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What an admin gives to whoever sets up a kiosk: 32 symbols of Crockford's base 32 in groups of
 * four. Eleven are chance (55 bits) and count once. Twenty are the beginning of the SHA-256 of the
 * city's authority (100 bits): a kiosk that holds the code knows its centre and trusts no other, so
 * nothing is trusted at first use. The last is a check symbol: every single wrong symbol shows, and
 * every swap of two but that of the first with the last.
 *
 * @param symbols 32, without hyphens
 */
public record EnrolmentCode(String symbols) {
    private static final int SECRET_LENGTH = 11;
    private static final int PIN_LENGTH = 20;
    private static final int LENGTH = SECRET_LENGTH + PIN_LENGTH + 1;
    private static final int WEIGHT = 1;

    public EnrolmentCode {
        if (!Base32.is(symbols, LENGTH)
                || Base32.check(symbols.substring(0, LENGTH - 1), WEIGHT)
                        != symbols.charAt(LENGTH - 1)) {
            throw new IllegalArgumentException("not the symbols of a code");
        }
    }

    /**
     * A new one.
     *
     * @param authority certificate of the city's authority, DER
     */
    public static EnrolmentCode next(RandomGenerator chance, byte[] authority) {
        var symbols = Base32.next(chance, SECRET_LENGTH) + pin(authority);
        return new EnrolmentCode(symbols + Base32.check(symbols, WEIGHT));
    }

    /** Empty when it cannot be a code, or the check symbol tells of a slip. */
    public static Optional<EnrolmentCode> parse(String typed) {
        try {
            return Optional.of(new EnrolmentCode(Base32.read(typed, LENGTH)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this code was made for the centre with that authority (DER). */
    public boolean pins(byte[] authority) {
        return symbols.startsWith(pin(authority), SECRET_LENGTH);
    }

    /** What the centre keeps of it: SHA-256 of the part that counts once. */
    public String hash() {
        return CanonicalJson.sha256(
                symbols.substring(0, SECRET_LENGTH).getBytes(StandardCharsets.US_ASCII));
    }

    /** As it is printed, in groups of four. */
    public String printed() {
        return Base32.printed(symbols);
    }

    /** Whoever has the code can be the kiosk, so it stays out of logs. */
    @Override
    public String toString() {
        return "[code]";
    }

    /** The first symbols of the authority's SHA-256. */
    private static String pin(byte[] authority) {
        return Base32.of(HexFormat.of().parseHex(CanonicalJson.sha256(authority)), PIN_LENGTH);
    }
}
