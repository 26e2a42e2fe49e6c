package de.buergerkiosk.central.identity;

import de.buergerkiosk.contract.identity.IdentityRefusal;
import java.net.URI;
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

    record Refused(IdentityRefusal refusal) implements SignInOutcome {}
}
