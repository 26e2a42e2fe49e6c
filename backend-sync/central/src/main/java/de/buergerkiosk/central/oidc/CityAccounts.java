package de.buergerkiosk.central.oidc;

/** Signing in with the city's accounts, with the secret by which its provider knows the desk. */
public final class CityAccounts {
    private final FrontDesk front;
    private final String secret;

    public CityAccounts(FrontDesk front, String secret) {
        this.front = front;
        this.secret = secret;
    }

    public FrontDesk front() {
        return front;
    }

    public OidcSettings settings() {
        return front.settings();
    }

    public String secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "CityAccounts[" + settings().issuer() + "]";
    }
}
