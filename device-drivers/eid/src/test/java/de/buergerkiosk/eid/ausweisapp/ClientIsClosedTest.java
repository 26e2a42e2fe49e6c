package de.buergerkiosk.eid.ausweisapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.ports.DeviceState;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** AusweisApp takes one connection: one that nobody closes keeps out the client that comes next. */
@Timeout(120)
class ClientIsClosedTest {
    private static void await(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 600 && !holds.getAsBoolean(); i++) {
            var _ = new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void whileSomebodyAsksWhetherItIsReadyAndNoConnectionIsLeftBehind() throws Exception {
        try (var counter = Counter.patient()) {
            assertInstanceOf(DeviceState.Ready.class, counter.client.state());
            counter.awaitHeard(SdkMessage.ReaderList.class);
            int asked = Collections.frequency(counter.app.commands(), "GET_READER_LIST");
            counter.app.passOver("GET_READER_LIST");
            var state = new FutureTask<>(counter.client::state);
            Thread.ofVirtual().start(state);
            await(() -> Collections.frequency(counter.app.commands(), "GET_READER_LIST") > asked);

            counter.client.close();

            var down = assertInstanceOf(DeviceState.Down.class, state.get(60, TimeUnit.SECONDS));
            assertEquals(EidTrouble.CLIENT_CLOSED.code(), down.fault().code());
            await(() -> !counter.app.isConnected());
            assertFalse(counter.app.isConnected());
        }
    }
}
