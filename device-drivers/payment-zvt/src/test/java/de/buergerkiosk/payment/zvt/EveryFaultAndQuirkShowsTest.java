package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.simulated.LedgerEntry;
import de.buergerkiosk.payment.zvt.simulated.Quirk;
import de.buergerkiosk.payment.zvt.simulated.SimulatedTerminal;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.payment.Goods;
import de.buergerkiosk.ports.payment.ListPaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentProgress;
import de.buergerkiosk.ports.payment.PaymentProof;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the simulated terminal lists, it does, and the driver says what came of it. */
@Timeout(120)
class EveryFaultAndQuirkShowsTest {
    private static String said(PaymentOutcome outcome) {
        return switch (outcome) {
            case PaymentOutcome.Approved _ -> "approved";
            case PaymentOutcome.Declined(int code, _) -> "declined %02X".formatted(code);
            case PaymentOutcome.Cancelled _ -> "cancelled";
            case PaymentOutcome.Failed(var fault) -> fault.code();
            case PaymentOutcome.Unclear(var fault) -> fault.code();
        };
    }

    private static String expected(TerminalFault fault) {
        return switch (fault) {
            case NONE, COALESCED, ONE_BYTE, SLOW, UNMASKED_CARD, CUT_AFTER_ACK, LOST_STATUS_KEPT ->
                    "approved";
            case DECLINED -> "declined 05";
            case CARD_NOT_PRESENTED, CUSTOMER_CANCEL -> "cancelled";
            case MUTE -> "PAY-MUTE";
            case CUT_BEFORE_STATUS, CUT_AFTER_STATUS, CUT_DURING_PRINT, MUTE_AFTER_AUTHORISATION ->
                    "PAY-NOT-BOOKED";
            case ABORT_AFTER_ACK -> "PAY-NOT-BOOKED";
            case FOREIGN_BANNER -> "PAY-NOT-ZVT";
            case SERIAL_FRAMING -> "PAY-SERIAL-FRAMING";
            case OUT_OF_PAPER -> "PAY-PAPER-OUT";
            case BUSY, OWN_CLOSING -> "PAY-BUSY";
            case OWN_UPDATE -> "PAY-MAINTENANCE";
            case CLOSING_DUE -> "PAY-CLOSING-DUE";
            case OUT_OF_ORDER -> "PAY-OUT-OF-ORDER";
            case WRONG_AMOUNT -> "PAY-WRONG-AMOUNT";
            case UNKNOWN_BITMAP -> "PAY-PROTOCOL";
        };
    }

    @ParameterizedTest
    @EnumSource
    void aFaultEndsAsItHasTo(TerminalFault fault) throws Exception {
        try (Till till = Till.with(fault)) {
            String said = said(till.pay());

            assertEquals(expected(fault), said);
            assertEquals(said.equals("approved") ? 1 : 0, till.booked().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aQuirkShowsOnTheWireOrInTheOutcome(Quirk quirk) throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            till.simulated.engine().quirks(Set.of(quirk));
            switch (quirk) {
                case POSITIVE_84_00 -> assertTrue(wire(till).contains("< 840000"));
                case NO_TIMEOUT_BYTE ->
                        assertTrue(wire(till).matches("(?s).*< 04FF[0-9A-F]{2}0A06.*"));
                case NO_RECEIPTS -> assertEquals(List.of(), paid(till).customerReceipt());
                case PRINT_LINES -> {
                    assertTrue(wire(till).contains("< 06D1"));
                    assertTrue(!wire(till).contains("< 06D3"));
                }
                case PRINT_TLV -> {
                    till.simulated.engine().quirks(Set.of(quirk, Quirk.PRINT_LINES));
                    assertTrue(wire(till).contains("06041F070102"));
                }
                case LATIN_9 -> assertTrue(wire(till).contains("48E46E646C6572"));
                case STATUS_TRIES_3 -> {
                    assertEquals("PAY-NOT-DELIVERED", said(payForGoodsThatNeverCome(till)));
                    assertEquals(3, count(till, "> 849C00"));
                    assertEquals(List.of(), till.booked());
                }
                case ABORT_UNANSWERED -> {
                    assertEquals("approved", said(till.driver.pay(Till.ORDER, cancelling())));
                    assertEquals(1, count(till, "> 06B000"));
                }
                case NO_ENQUIRY, NO_REPEAT -> assertTrue(wire(till).contains("< 848300"));
                case EMPTY_REPEAT -> {
                    paid(till);
                    var _ = till.driver.pay(new PaymentOrder("b", 500), PaymentWatch.NONE);
                    assertEquals(2, count(till, "< 040F"), "none for the question");
                }
                case REVERSES_LAST_ONLY -> {
                    paid(till);
                    till.driver.pay(new PaymentOrder("b", 500), PaymentWatch.NONE);
                    assertEquals(
                            "declined B5",
                            said(
                                    till.driver.move(
                                            new PaymentOrder("c", 3_070),
                                            new Move.Reversal(1),
                                            PaymentWatch.NONE)));
                }
                case NUMBERS_FROM_1_AFTER_CLOSING -> {
                    paid(till);
                    till.driver.close("closing");
                    till.driver.pay(new PaymentOrder("b", 500), PaymentWatch.NONE);
                    assertEquals(
                            List.of(1, 1),
                            till.simulated.bookings().stream()
                                    .map(LedgerEntry::receiptNumber)
                                    .toList());
                }
                case CLOSING_DAILY -> aDayLaterAClosingIsDue();
                case START_UP_OPEN -> assertEquals("PAY-START-UP", said(till.pay()));
            }
        }
    }

    private static PaymentProof paid(Till till) throws InterruptedException {
        return assertInstanceOf(PaymentOutcome.Approved.class, till.pay()).proof();
    }

    private static String wire(Till till) throws InterruptedException {
        assertEquals("approved", said(till.pay()));
        return String.join("\n", till.trace);
    }

    private static long count(Till till, String begin) {
        return till.trace.stream().filter(each -> each.startsWith(begin)).count();
    }

    private static PaymentOutcome payForGoodsThatNeverCome(Till till) throws InterruptedException {
        var patient =
                new ZvtSettings.Patience(
                        Till.SHORT.connect(),
                        Till.SHORT.t3(),
                        Duration.ofSeconds(5),
                        Till.SHORT.ready(),
                        Till.SHORT.settle(),
                        Till.SHORT.retry(),
                        Till.SHORT.abortAnswer(),
                        Till.SHORT.clockSkew());
        var goods =
                new Goods() {
                    @Override
                    public Duration longest() {
                        return Duration.ofSeconds(60);
                    }

                    @Override
                    public Issue issue() {
                        return new Issue.Issuing();
                    }
                };
        return till.driver(till.settings().with(patient))
                .pay(
                        Till.ORDER,
                        new PaymentWatch() {
                            @Override
                            public void progress(PaymentProgress progress) {}

                            @Override
                            public boolean cancelWanted() {
                                return false;
                            }

                            @Override
                            public Optional<Goods> goods() {
                                return Optional.of(goods);
                            }
                        });
    }

    /** Presses cancel once the terminal asks for a card. */
    private static PaymentWatch cancelling() {
        return new PaymentWatch() {
            private boolean asked;

            @Override
            public void progress(PaymentProgress progress) {
                asked |= progress == PaymentProgress.PRESENT_CARD;
            }

            @Override
            public boolean cancelWanted() {
                return asked;
            }
        };
    }

    /** A time that somebody turns forward. */
    private static final class Turned implements InstantSource {
        private Instant now = Instant.parse("2026-11-23T09:15:00Z");

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static ZvtTerminal driver(SimulatedTerminal terminal, InstantSource clock) {
        return new ZvtTerminal(
                ZvtSettings.unattended("127.0.0.1", terminal.port(), "123456").with(Till.SHORT),
                new ListPaymentJournal(),
                clock,
                WireTrace.NONE);
    }

    private static void aDayLaterAClosingIsDue() throws Exception {
        var clock = new Turned();
        try (var terminal = SimulatedTerminal.start(SimulatedTerminal.Settings.quick(clock))) {
            terminal.engine().quirks(Set.of(Quirk.CLOSING_DAILY));
            var driver = driver(terminal, clock);
            driver.pay(new PaymentOrder("a", 500), PaymentWatch.NONE);
            clock.now = clock.now.plus(Duration.ofHours(25));

            var second = new PaymentOrder("b", 500);
            assertEquals("PAY-CLOSING-DUE", said(driver.pay(second, PaymentWatch.NONE)));
            driver.close("closing");
            assertEquals("approved", said(driver.pay(second, PaymentWatch.NONE)));
        }
    }

    @Test
    void aTerminalThatWorksForItselfIsDoneAfterHalfAMinute() throws Exception {
        for (TerminalFault job : List.of(TerminalFault.OWN_CLOSING, TerminalFault.OWN_UPDATE)) {
            var clock = new Turned();
            try (var terminal = SimulatedTerminal.start(SimulatedTerminal.Settings.quick(clock))) {
                var driver = driver(terminal, clock);
                driver.pay(new PaymentOrder("a", 500), PaymentWatch.NONE);
                terminal.fault(job);
                var second = new PaymentOrder("b", 500);
                assertEquals(expected(job), said(driver.pay(second, PaymentWatch.NONE)));
                clock.now = clock.now.plusSeconds(31);
                // the update ends with a restart, of which the first question hears
                var _ = driver.state();
                clock.now = clock.now.plusSeconds(6);

                assertEquals("approved", said(driver.pay(second, PaymentWatch.NONE)));
                long closings =
                        terminal.ledger().stream()
                                .filter(entry -> entry.kind() == LedgerEntry.Kind.CLOSED)
                                .count();
                assertEquals(job == TerminalFault.OWN_CLOSING ? 1 : 0, closings);
            }
        }
    }
}
