package de.buergerkiosk.payment.zvt.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.ApduDecoder;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Judged by raw bytes, without the production driver. */
@Timeout(120)
class TerminalIsStrictTest {
    private static final String REGISTRATION = "06 00 06 12 34 56 86 09 78";
    private static final String PAYMENT = "06 01 0A 04 00 00 00 01 80 00 49 09 78";
    private static final String LAST_TRANSACTION = "06 20 05 12 34 56 03 03";
    private static final String ACK = "80 00 00";

    private static SimulatedTerminal start() throws IOException {
        return SimulatedTerminal.start(
                SimulatedTerminal.Settings.quick(InstantSource.system())
                        .timeouts(Duration.ofSeconds(5), Duration.ofMillis(300)));
    }

    /** A register that can only send and receive bytes. */
    private static final class Register implements AutoCloseable {
        private final Socket socket;
        private final ApduDecoder decoder = new ApduDecoder();

        Register(SimulatedTerminal terminal) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), terminal.port());
            socket.setSoTimeout(3_000);
        }

        void say(String hex) throws IOException {
            socket.getOutputStream().write(Octets.fromHex(hex).toArray());
        }

        String hear() throws Exception {
            byte[] chunk = new byte[1000];
            Optional<Apdu> next = decoder.next();
            while (next.isEmpty()) {
                int count = socket.getInputStream().read(chunk);
                if (count < 0) {
                    return "closed";
                }
                decoder.feed(chunk, 0, count);
                next = decoder.next();
            }
            return next.get().name();
        }

        String ask(String hex) throws Exception {
            say(hex);
            return hear();
        }

        /** Registers without intermediate status and with single print lines. */
        void register() throws Exception {
            assertEquals("80 00", ask(REGISTRATION));
            assertEquals("06 0F", hear());
            say(ACK);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void itServesNobodyWhoIsNotRegistered() throws Exception {
        try (SimulatedTerminal terminal = start();
                var register = new Register(terminal)) {
            assertEquals("84 6B", register.ask(PAYMENT));
        }
    }

    @Test
    void itBooksAfterTheLastAcknowledgementAndNotBefore() throws Exception {
        try (SimulatedTerminal terminal = start();
                var register = new Register(terminal)) {
            register.register();
            assertEquals("80 00", register.ask(PAYMENT));
            assertEquals("04 0F", register.hear());
            int prints = 0;
            String heard = register.ask(ACK);
            while (heard.equals("06 D1")) {
                assertEquals(List.of(), terminal.ledger());
                prints++;
                heard = register.ask(ACK);
            }
            assertEquals("06 0F", heard);
            assertTrue(prints > 10, "lines: " + prints);
            assertEquals(18_000, terminal.bookings().getFirst().amountCents());
        }
    }

    @Test
    void itReversesWhenTheResultIsRefused() throws Exception {
        try (SimulatedTerminal terminal = start();
                var register = new Register(terminal)) {
            register.register();
            assertEquals("80 00", register.ask(PAYMENT));
            assertEquals("04 0F", register.hear());
            assertEquals("06 1E", register.ask("84 CC 00"));
            assertEquals(LedgerEntry.Kind.REVERSED, terminal.ledger().getFirst().kind());
        }
    }

    @Test
    void itReversesAndHangsUpWhenNoAnswerComes() throws Exception {
        SimulatedTerminal terminal = start();
        try (terminal;
                var register = new Register(terminal)) {
            register.register();
            assertEquals("80 00", register.ask(PAYMENT));
            assertEquals("04 0F", register.hear());
            assertEquals("closed", register.hear());
        }
        assertEquals(LedgerEntry.Kind.REVERSED, terminal.ledger().getFirst().kind());
    }

    @Test
    void aKeptResultThatWasRefusedIsGoneThoughTheLineBreaksThen() throws Exception {
        try (SimulatedTerminal terminal = start()) {
            terminal.fault(TerminalFault.LOST_STATUS_KEPT);
            try (var register = new Register(terminal)) {
                register.register();
                assertEquals("80 00", register.ask(PAYMENT));
                assertEquals("closed", register.hear());
            }
            terminal.fault(TerminalFault.NONE);
            try (var register = new Register(terminal)) {
                assertEquals("80 00", register.ask(LAST_TRANSACTION));
                assertEquals("04 0F", register.hear());
                assertEquals("06 1E", register.ask("84 B7 00"));
            }
            try (var register = new Register(terminal)) {
                assertEquals("80 00", register.ask(LAST_TRANSACTION));
                assertEquals("06 1E", register.hear());
            }
            assertEquals(
                    List.of(LedgerEntry.Kind.REVERSED),
                    terminal.ledger().stream().map(LedgerEntry::kind).toList());
        }
    }

    @Test
    void itRefusesWhatItDoesNotKnow() throws Exception {
        try (SimulatedTerminal terminal = start();
                var register = new Register(terminal)) {
            register.register();
            assertEquals("84 83", register.ask("06 FE 00"));
            assertEquals("84 83", register.ask("06 01 09 04 00 00 00 01 80 00 E9 01"));
            assertEquals("84 9A", register.ask("06 01 03 04 00 00"));
            assertEquals("84 C8", register.ask("06 01 07 04 00 00 00 00 00 00"));
            assertEquals("84 6F", register.ask("06 01 0A 04 00 00 00 01 80 00 49 08 40"));
            assertEquals(List.of(), terminal.ledger());
        }
    }

    @Test
    void itTellsItsWatchersWhatHappens() throws Exception {
        var events = new CopyOnWriteArrayList<TerminalEvent>();
        var settings =
                SimulatedTerminal.Settings.quick(InstantSource.system()).heardBy(events::add);
        try (SimulatedTerminal terminal = SimulatedTerminal.start(settings);
                var register = new Register(terminal)) {
            register.register();
            assertEquals("80 00", register.ask(PAYMENT));
            assertEquals("04 0F", register.hear());
            assertEquals("06 1E", register.ask("84 CC 00"));

            assertTrue(
                    events.contains(new TerminalEvent.Display("Bitte Karte zeigen oder stecken")));
            assertTrue(events.contains(new TerminalEvent.Commanded("06 01")));
            assertTrue(
                    new ArrayList<>(events)
                            .stream().anyMatch(TerminalEvent.Reversed.class::isInstance));
        }
    }
}
