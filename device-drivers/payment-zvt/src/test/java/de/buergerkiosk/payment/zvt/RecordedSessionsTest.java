package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.simulated.SimulatedTerminal;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.WireRecorder;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.payment.ListPaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The driver against recorded wires. A bench with metal records the same way. The records here were
 * made with the simulator; {@code -Dzvt.record=true} makes them anew.
 */
class RecordedSessionsTest {
    /** The terminal's clock and the kiosk's, in the records. */
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-23T09:15:00Z"));

    private static final Path RESOURCES =
            Path.of("src/test/resources/de/buergerkiosk/payment/zvt/sessions");

    /** A session, and what came of it. */
    enum Session {
        APPROVED(TerminalFault.NONE, PaymentOutcome.Approved.class),
        UNMASKED_CARD(TerminalFault.UNMASKED_CARD, PaymentOutcome.Approved.class),
        DECLINED(TerminalFault.DECLINED, PaymentOutcome.Declined.class),
        CUT_AFTER_ACK(TerminalFault.CUT_AFTER_ACK, PaymentOutcome.Approved.class),
        CUT_AFTER_STATUS(TerminalFault.CUT_AFTER_STATUS, PaymentOutcome.Failed.class);

        private final TerminalFault fault;
        private final Class<? extends PaymentOutcome> outcome;

        Session(TerminalFault fault, Class<? extends PaymentOutcome> outcome) {
            this.fault = fault;
            this.outcome = outcome;
        }

        String file() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".wire";
        }
    }

    private static ZvtSettings settings(int port) {
        return ZvtSettings.unattended("127.0.0.1", port, "123456").with(Till.SHORT);
    }

    private static void record(Session session) throws Exception {
        var text = new StringBuilder("# " + session.file() + ", made with the simulator\n");
        var settings = SimulatedTerminal.Settings.quick(CLOCK).with(session.fault);
        try (var terminal = SimulatedTerminal.start(settings)) {
            var driver =
                    new ZvtTerminal(
                            settings(terminal.port()),
                            new ListPaymentJournal(),
                            CLOCK,
                            new WireRecorder(text, InstantSource.system()));
            assertInstanceOf(session.outcome, driver.pay(Till.ORDER, PaymentWatch.NONE));
        }
        Files.createDirectories(RESOURCES);
        Files.writeString(RESOURCES.resolve(session.file()), text);
    }

    private static String recorded(Session session) throws IOException {
        try (InputStream file =
                RecordedSessionsTest.class.getResourceAsStream("sessions/" + session.file())) {
            return new String(
                    Objects.requireNonNull(file, session.file()).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource(Session.class)
    void endAsTheyDidWhenTheyWereRecorded(Session session) throws Exception {
        if (Boolean.getBoolean("zvt.record")) {
            record(session);
        }
        String text =
                Boolean.getBoolean("zvt.record")
                        ? Files.readString(RESOURCES.resolve(session.file()))
                        : recorded(session);
        var replay = new Replay(text);
        var driver =
                new ZvtTerminal(
                        settings(1),
                        replay,
                        new ListPaymentJournal(),
                        CLOCK,
                        Pause.REAL,
                        WireTrace.NONE);

        PaymentOutcome outcome = driver.pay(Till.ORDER, PaymentWatch.NONE);

        assertInstanceOf(session.outcome, outcome);
        assertTrue(replay.isOver(), "the driver left out a part of the record");
        if (outcome instanceof PaymentOutcome.Approved approved) {
            assertEquals(3_070, approved.proof().amountCents());
        }
    }

    @ParameterizedTest
    @EnumSource(Session.class)
    void holdNoPasswordAndNoCardNumber(Session session) throws Exception {
        String text = recorded(session);

        assertFalse(text.contains("123456"), "the password is in the record");
        assertFalse(text.contains("672590310000"), "a card number is in the record");
    }
}
