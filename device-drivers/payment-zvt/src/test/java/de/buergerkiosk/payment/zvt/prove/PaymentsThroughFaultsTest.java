package de.buergerkiosk.payment.zvt.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The proof in memory: it holds for the driver, and it finds what breaks the rules. */
@Timeout(240)
class PaymentsThroughFaultsTest {
    private static FaultRun.Result play(int run, Function<Mortality, MemoryJournal> journals)
            throws InterruptedException {
        var chance = new Random(20_261_123L * 1_000_003 + run);
        return new FaultRun(chance, Thread.ofVirtual().factory(), journals).play();
    }

    @Test
    void journalAndLedgerAgreeWhateverHappens() throws Exception {
        var figures = new PaymentFigures();
        int paid = 0;
        int deaths = 0;
        for (int run = 1; run <= 1_500; run++) {
            FaultRun.Result result = play(run, MemoryJournal::new);
            assertEquals(List.of(), result.wrong(), "run " + run + " " + result.plan());
            assertEquals(0, result.unclear(), "run " + run + " " + result.plan());
            figures.add(run, result);
            paid += result.ledger().size();
            deaths += result.deaths();
        }
        assertTrue(figures.isSound());
        assertTrue(paid > 500 && deaths > 300, "the runs prove nothing: " + paid + " " + deaths);
    }

    @Test
    void theSameSeedPlaysTheSameRuns() throws Exception {
        String first = digest(0);
        assertEquals(first, digest(0));
        assertNotEquals(first, digest(1_000));
    }

    private static String digest(int from) throws InterruptedException {
        var figures = new PaymentFigures();
        for (int run = from + 1; run <= from + 60; run++) {
            figures.add(run, play(run, MemoryJournal::new));
        }
        return figures.json(1).path("digest").asString();
    }

    private static int firstFound(Function<Mortality, MemoryJournal> broken)
            throws InterruptedException {
        for (int run = 1; run <= 600; run++) {
            if (!play(run, broken).wrong().isEmpty()) {
                return run;
            }
        }
        return -1;
    }

    @Test
    void aJournalThatIsDurableTooLateIsFound() throws Exception {
        assertTrue(firstFound(Forgetful::new) > 0);
    }

    @Test
    void aKioskThatDoesNotRecoverIsFound() throws Exception {
        assertTrue(firstFound(WithoutRecovery::new) > 0);
    }

    @Test
    void anAcknowledgementThatIsNotWrittenAheadIsFound() throws Exception {
        assertTrue(firstFound(AcknowledgesFirst::new) > 0);
    }

    /** Results and acknowledgements stay in memory until the outcome is written. */
    private static final class Forgetful extends MemoryJournal {
        private final List<PaymentEntry> volatileOnes = new ArrayList<>();
        private final Mortality mortality;
        private int deathsSeen;

        Forgetful(Mortality mortality) {
            super(mortality);
            this.mortality = mortality;
        }

        @Override
        public void write(PaymentEntry entry) {
            forget();
            volatileOnes.add(entry);
            if (entry.step() == PaymentStep.DONE) {
                volatileOnes.forEach(super::write);
                volatileOnes.clear();
            }
        }

        private void forget() {
            if (mortality.deaths() > deathsSeen) {
                deathsSeen = mortality.deaths();
                volatileOnes.clear();
            }
        }

        @Override
        public List<PaymentEntry> entries(String reference) {
            forget();
            var all = new ArrayList<>(super.entries(reference));
            volatileOnes.stream()
                    .filter(entry -> entry.reference().equals(reference))
                    .forEach(all::add);
            return all;
        }

        @Override
        boolean endsWith(PaymentStep step) {
            // the witness would find it at once; here the books have to
            return true;
        }
    }

    /** A restarted kiosk looks at nothing that is open. */
    private static final class WithoutRecovery extends MemoryJournal {
        private final Mortality mortality;
        private int deathsSeen;
        private final List<String> buried = new ArrayList<>();

        WithoutRecovery(Mortality mortality) {
            super(mortality);
            this.mortality = mortality;
        }

        @Override
        public List<PaymentEntry> entries(String reference) {
            List<PaymentEntry> all = super.entries(reference);
            boolean open = all.isEmpty() || all.getLast().step() != PaymentStep.DONE;
            if (mortality.deaths() > deathsSeen) {
                deathsSeen = mortality.deaths();
                if (open) {
                    buried.add(reference + all.size());
                }
            }
            int from = 0;
            for (int i = 0; i <= all.size(); i++) {
                if (buried.contains(reference + i)) {
                    from = i;
                }
            }
            return all.subList(from, all.size());
        }
    }

    /** The entry before the acknowledgement comes one too late. */
    private static final class AcknowledgesFirst extends MemoryJournal {
        private final List<PaymentEntry> late = new ArrayList<>();

        AcknowledgesFirst(Mortality mortality) {
            super(mortality);
        }

        @Override
        public void write(PaymentEntry entry) {
            if (entry.step() == PaymentStep.ACKED) {
                late.add(entry);
                return;
            }
            late.forEach(super::write);
            late.clear();
            super.write(entry);
        }

        @Override
        public List<PaymentEntry> entries(String reference) {
            var all = new ArrayList<>(super.entries(reference));
            late.stream().filter(entry -> entry.reference().equals(reference)).forEach(all::add);
            return all;
        }
    }
}
