package de.buergerkiosk.courier;

import java.time.Duration;

/** The line to the centre's device door. */
public interface CentreLine {
    /** Puts one parcel; returns after a bounded time with what came of it. */
    Reply put(Parcel parcel) throws InterruptedException;

    /** What came of it. */
    sealed interface Reply {
        /** The centre says it has it; the receipt (JWS) still has to be verified. */
        record Receipt(String jws) implements Reply {}

        /** The centre has other content under this number. */
        record Conflict(String detail) implements Reply {}

        /** The centre will never take this body; {@code status} is the HTTP status. */
        record Refused(int status, String detail) implements Reply {}

        /** No proper answer: line down, centre down, certificate trouble; try again later. */
        record Unreachable(String reason) implements Reply {}

        /** The centre asks for patience. */
        record Busy(Duration retryAfter) implements Reply {}
    }
}
