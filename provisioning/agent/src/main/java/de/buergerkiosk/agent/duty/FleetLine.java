package de.buergerkiosk.agent.duty;

import de.buergerkiosk.agent.apply.Named;
import de.buergerkiosk.contract.fleet.Applied;
import de.buergerkiosk.contract.fleet.Enrolled;
import de.buergerkiosk.contract.fleet.EnrolmentRequest;
import de.buergerkiosk.contract.fleet.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The line to the centre's device door; every call returns after a bounded time. */
public interface FleetLine {
    /** What came of the question for news. */
    sealed interface News {
        record Newer(Named bundle) implements News {}

        record Nothing() implements News {}

        /** The centre asks for patience. */
        record Busy(Duration retryAfter) implements News {}

        /** No proper answer; try again later. */
        record Down(String why) implements News {}
    }

    /** Something newer than that version; the centre may keep the question so long. */
    News desired(long have, Duration wait) throws InterruptedException;

    /** The bytes of a bundle that this kiosk is to take; nothing of them is believed yet. */
    Optional<byte[]> bundle(String digest) throws InterruptedException;

    /** The centre's time, when it has the heartbeat for certain. */
    Optional<Instant> beat(Heartbeat beat) throws InterruptedException;

    /** Whether the centre has it for certain. */
    boolean applied(Applied applied) throws InterruptedException;

    /** A new certificate; empty when the line is down or the centre refuses. */
    Optional<Enrolled> renewed(EnrolmentRequest request) throws InterruptedException;
}
