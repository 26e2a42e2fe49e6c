package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.payment.zvt.simulated.LedgerEntry;
import de.buergerkiosk.payment.zvt.simulated.LineFault;
import de.buergerkiosk.payment.zvt.simulated.Quirk;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.payment.Goods;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentProgress;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody pays for what does not come out: 84 9C, 84 9D, 84 66. */
@Timeout(120)
class GoodsAreIssuedBeforeTheMoneyIsTakenTest {
    /** Answers one after the other; the last one for ever. */
    private record Printer(Queue<Goods.Issue> answers) implements PaymentWatch, Goods {
        static Printer that(Goods.Issue... answers) {
            return new Printer(new ArrayDeque<>(List.of(answers)));
        }

        @Override
        public Optional<Goods> goods() {
            return Optional.of(this);
        }

        @Override
        public Duration longest() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Goods.Issue issue() {
            return answers.size() > 1 ? answers.remove() : answers.element();
        }

        @Override
        public void progress(PaymentProgress progress) {}

        @Override
        public boolean cancelWanted() {
            return false;
        }
    }

    @Test
    void theTerminalWaitsUntilTheyAreOut() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            var printer = Printer.that(new Goods.Issue.Issuing(), new Goods.Issue.Issued());

            assertInstanceOf(PaymentOutcome.Approved.class, till.driver.pay(Till.ORDER, printer));
            assertEquals(List.of(3_070L), till.booked());
            assertEquals(1, till.trace.stream().filter("> 849C00"::equals).count());
        }
    }

    @Test
    void whatCannotBeIssuedIsNotPaid() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            var printer =
                    Printer.that(new Goods.Issue.Issuing(), new Goods.Issue.Failed("paper jam"));

            var failed =
                    assertInstanceOf(
                            PaymentOutcome.Failed.class, till.driver.pay(Till.ORDER, printer));
            assertEquals("PAY-NOT-DELIVERED", failed.fault().code());
            assertEquals(
                    List.of(LedgerEntry.Kind.REVERSED),
                    till.simulated.ledger().stream().map(LedgerEntry::kind).toList());
            assertEquals(
                    "PAY-NOT-DELIVERED",
                    assertInstanceOf(PaymentOutcome.Failed.class, till.driver.settle(Till.ORDER))
                            .fault()
                            .code());
        }
    }

    @Test
    void onlyThePartThatIsOutIsPaid() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            var printer = Printer.that(new Goods.Issue.InPart(1_000));

            var approved =
                    assertInstanceOf(
                            PaymentOutcome.Approved.class, till.driver.pay(Till.ORDER, printer));
            assertEquals(1_000, approved.proof().amountCents());
            assertEquals(List.of(1_000L), till.booked());
            assertEquals(approved, till.driver().settle(Till.ORDER), "the journal says the same");
        }
    }

    @Test
    void whatTakesTooLongIsNotPaid() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            // after fifteen seconds the terminal gives up; T4 of this till would be over before
            var patient =
                    till.settings()
                            .with(
                                    new ZvtSettings.Patience(
                                            Duration.ofMillis(500),
                                            Duration.ofMillis(400),
                                            Duration.ofSeconds(4),
                                            Duration.ofMillis(300),
                                            Duration.ofMillis(1500),
                                            Duration.ofMillis(40),
                                            Duration.ofMillis(700),
                                            Duration.ofMinutes(15)));
            var printer = Printer.that(new Goods.Issue.Issuing());

            PaymentOutcome outcome = till.driver(patient).pay(Till.ORDER, printer);

            assertInstanceOf(PaymentOutcome.Failed.class, outcome);
            assertEquals(List.of(), till.booked());
        }
    }

    @Test
    void aLineThatBreaksMeanwhileMeansNotPaid() throws Exception {
        try (Till till = Till.with(TerminalFault.LOST_STATUS_KEPT)) {
            var printer = Printer.that(new Goods.Issue.Issued());

            // the terminal keeps its result; the goods had not been asked for, so it stays unbooked
            assertInstanceOf(PaymentOutcome.Failed.class, till.driver.pay(Till.ORDER, printer));
            assertEquals(List.of(), till.booked());
        }
    }

    @Test
    void aLostWaitIsSaidAgain() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            var printer = Printer.that(new Goods.Issue.Issuing(), new Goods.Issue.Issued());
            till.simulated.engine().befall(faults("duplicate@19"));

            PaymentOutcome outcome = till.driver.pay(Till.ORDER, printer);

            assertEquals(till.booked().size(), outcome instanceof PaymentOutcome.Approved ? 1 : 0);
        }
    }

    /** A doubled text is answered twice, and the second answer is taken for that to the lost result. */
    @Test
    void whatTheTerminalBookedOnAnOldAnswerIsSaidToBePaid() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            var printer = Printer.that(new Goods.Issue.Failed("paper jam"));
            till.simulated.engine().befall(faults("duplicate@19", "lose@21"));

            PaymentOutcome outcome = till.driver.pay(Till.ORDER, printer);

            assertEquals(List.of(3_070L), till.booked());
            assertInstanceOf(PaymentOutcome.Approved.class, outcome, outcome::toString);
            assertEquals(outcome, till.driver().settle(Till.ORDER), "the journal says the same");
        }
    }

    @Test
    void aTerminalThatCompletesThoughTheGoodsFailedIsAskedWhatItBooked() throws Exception {
        try (Till till =
                Till.with(TerminalFault.NONE, with -> with.with(Set.of(Quirk.NO_RECEIPTS)))) {
            var printer = Printer.that(new Goods.Issue.Failed("paper jam"));
            till.simulated.engine().befall(faults("duplicate@19"));

            PaymentOutcome outcome = till.driver.pay(Till.ORDER, printer);

            assertEquals(List.of(3_070L), till.booked());
            assertInstanceOf(PaymentOutcome.Approved.class, outcome, outcome::toString);
            assertEquals(outcome, till.driver().settle(Till.ORDER), "the journal says the same");
        }
    }

    private static List<LineFault> faults(String... texts) {
        return Arrays.stream(texts).map(text -> LineFault.read(text).orElseThrow()).toList();
    }
}
