package de.buergerkiosk.payment.zvt.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the terminal cuts its answers into segments, by fault. */
@Timeout(120)
class SegmentsOnTheWireTest {
    private final List<String> segments = new ArrayList<>();
    private Duration paused = Duration.ZERO;

    /** Registers once, acknowledges, and hangs up. */
    private void register(TerminalFault fault) throws Exception {
        var engine =
                TerminalEngine.inMemory(
                        SimulatedTerminal.Settings.quick(InstantSource.system()).with(fault));
        Inbox real = Inbox.real();
        var inbox =
                new Inbox() {
                    @Override
                    public void add(Happening happening) {
                        real.add(happening);
                    }

                    @Override
                    public Optional<Happening> await(Duration atMost) throws InterruptedException {
                        return real.await(atMost);
                    }

                    @Override
                    public void pause(Duration duration) {
                        paused = paused.plus(duration);
                    }
                };
        for (String said : List.of("060006123456BE0978", "800000")) {
            inbox.add(new Happening.Arrived(Apdu.read(Octets.fromHex(said))));
        }
        inbox.add(new Happening.HungUp());
        engine.serve(
                new RegisterPlug() {
                    @Override
                    public void write(Octets bytes) {
                        segments.add(bytes.hex());
                    }

                    @Override
                    public void close() {}
                },
                inbox);
    }

    @Test
    void usuallyEachMessageIsItsOwn() throws Exception {
        register(TerminalFault.NONE);
        assertEquals(2, segments.size());
        assertEquals("800000", segments.getFirst());
        assertEquals(Duration.ZERO, paused);
    }

    @Test
    void coalescedIsOneSegment() throws Exception {
        register(TerminalFault.COALESCED);
        assertEquals(1, segments.size());
        assertTrue(segments.getFirst().startsWith("800000060F"));
    }

    @Test
    void oneByteIsEachByte() throws Exception {
        register(TerminalFault.ONE_BYTE);
        assertTrue(segments.size() > 10);
        assertTrue(segments.stream().allMatch(each -> each.length() == 2));
    }

    @Test
    void slowWaitsBeforeEachMessage() throws Exception {
        register(TerminalFault.SLOW);
        assertEquals(2, segments.size());
        assertTrue(paused.compareTo(Duration.ZERO) > 0);
    }

    @Test
    void aForeignServerGreetsFirst() throws Exception {
        register(TerminalFault.FOREIGN_BANNER);
        assertTrue(
                Octets.fromHex(segments.getFirst())
                        .text(java.nio.charset.StandardCharsets.US_ASCII)
                        .startsWith("220 "));
    }

    @Test
    void serialFramingBeginsWithItsMark() throws Exception {
        register(TerminalFault.SERIAL_FRAMING);
        assertEquals("061002800000" + "1003F51F", segments.getFirst());
    }
}
