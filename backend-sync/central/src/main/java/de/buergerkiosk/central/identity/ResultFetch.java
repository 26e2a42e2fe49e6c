package de.buergerkiosk.central.identity;

import java.time.Duration;

/** Asks for a result, a few times: the client is done a moment before its server says so. */
final class ResultFetch {
    private final EidServer server;
    private final Limits limits;
    private final Pause pause;

    /** Waits; the real one sleeps. */
    interface Pause {
        void pause(Duration time) throws InterruptedException;
    }

    ResultFetch(EidServer server, Limits limits, Pause pause) {
        this.server = server;
        this.limits = limits;
        this.pause = pause;
    }

    EidServer.Result fetch(EidSession session) throws InterruptedException {
        for (int attempt = 1; attempt < limits.resultTries(); attempt++) {
            var result = once(session);
            if (!(result instanceof EidServer.Result.NotYet)) {
                return result;
            }
            pause.pause(limits.resultPause());
        }
        return once(session);
    }

    EidServer.Result once(EidSession session) throws InterruptedException {
        return server.getResult(session.session(), session.nextCounter());
    }
}
