package de.buergerkiosk.central.oidc.simulated;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the simulated provider does wrong. */
public enum OidcFault {
    NONE("does everything right"),
    CLOCK_AHEAD("tokens are of a clock that is ten minutes ahead"),
    CLOCK_BEHIND("tokens are of a clock that is an hour behind"),
    FOREIGN_KEY("tokens are signed with a key that nobody published"),
    FOREIGN_AUDIENCE("tokens are for another client"),
    FOREIGN_NONCE("tokens belong to another sign-in"),
    FOREIGN_ISSUER("tokens say another issuer"),
    NO_SIGNATURE("tokens are not signed (alg none)"),
    TOKEN_DOWN("the token endpoint answers 500"),
    KEYS_DOWN("the keys cannot be fetched"),
    ROLES_IN_USERINFO("roles stand in the user info alone"),
    TWO_ROLES("everybody is admin and clerk at once");

    private final String meaning;

    OidcFault(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<OidcFault> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
