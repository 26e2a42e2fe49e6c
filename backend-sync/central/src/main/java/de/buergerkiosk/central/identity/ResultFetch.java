package de.buergerkiosk.central.identity;

import java.time.Duration;
import java.time.InstantSource;

/** Asks for a result, a few times: the client is done a moment before its server says so. */
final class ResultFetch {
    private final EidServer server;
    private final Limits limits;
    private final InstantSource clock;
    private final Pause pause;

    /** Waits; the real one sleeps. */
    interface Pause {
        void pause(Duration time) throws InterruptedException;
    }

    ResultFetch(EidServer server, Limits limits, InstantSource clock, Pause pause) {
        this.server = server;
        this.limits = limits;
        this.clock = clock;
        this.pause = pause;
    }

    /** A try that has begun is not cut short: the server gives a result once. */
    EidServer.Result fetch(EidSession session) throws InterruptedException {
        var lastBegin = clock.instant().plus(limits.resultTriesWithin());
        var result = once(session);
        for (int tries = 1; result instanceof EidServer.Result.NotYet; tries++) {
            var next = clock.instant().plus(limits.resultPause());
            if (tries >= limits.resultTries() || next.isAfter(lastBegin)) {
                break;
            }
            pause.pause(limits.resultPause());
            result = once(session);
        }
        return result;
    }

    EidServer.Result once(EidSession session) throws InterruptedException {
        return server.getResult(session.session(), session.nextCounter());
    }
}
