package de.buergerkiosk.central.identity;

import de.buergerkiosk.contract.identity.IdentityRefusal;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;

/** What came of a step of a sign-in. */
public sealed interface SignInOutcome {
    /**
     * The browser may go to its eID client.
     *
     * @param browserSecret goes with this browser until it comes back
     */
    record Begun(URI tcTokenUrl, String browserSecret) implements SignInOutcome {
        @Override
        public String toString() {
            return "Begun";
        }
    }

    /**
     * The browser is signed in.
     *
     * @param token for the browser; nobody else has it
     */
    record SignedIn(UUID account, String token) implements SignInOutcome {
        @Override
        public String toString() {
            return "SignedIn[" + account + "]";
        }
    }

    /** This caller began so many that it has to wait. */
    record TooOften(Duration pause) implements SignInOutcome {}

    /** All callers together did; the first place is free by then. */
    record TooMany(Duration pause) implements SignInOutcome {}

    record Refused(IdentityRefusal refusal) implements SignInOutcome {}
}
