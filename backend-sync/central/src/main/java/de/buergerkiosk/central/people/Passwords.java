package de.buergerkiosk.central.people;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** Passwords of the desk: bcrypt, cost 10; made ones have 100 bits. */
public final class Passwords {
    private static final int COST = 10;
    private static final int SALT_BYTES = 16;
    private static final int LENGTH = 20;

    /** bcrypt looks at no more; longer ones are refused rather than cut. */
    private static final int BYTES_MAX = 72;

    /** Without signs that look alike. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private final SecureRandom chance;

    /** Checked when the name is unknown, so that the answer takes as long. */
    private final String nobody;

    public Passwords(SecureRandom chance) {
        this.chance = chance;
        this.nobody = hash(fresh());
    }

    public String fresh() {
        var letters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            letters.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    public String hash(String password) {
        var salt = new byte[SALT_BYTES];
        chance.nextBytes(salt);
        return OpenBSDBCrypt.generate(password.toCharArray(), salt, COST);
    }

    boolean matches(String password, String hash) {
        if (password.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
            return false;
        }
        return OpenBSDBCrypt.checkPassword(hash, password.toCharArray());
    }

    /** Takes as long as a real check and never succeeds. */
    boolean matchesNobody(String password) {
        var matched = matches(password, nobody);
        return matched && password.isEmpty();
    }
}
