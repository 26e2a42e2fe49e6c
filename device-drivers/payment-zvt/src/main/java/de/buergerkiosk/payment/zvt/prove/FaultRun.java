package de.buergerkiosk.payment.zvt.prove;

import de.buergerkiosk.payment.zvt.Move;
import de.buergerkiosk.payment.zvt.ZvtSettings;
import de.buergerkiosk.payment.zvt.ZvtTerminal;
import de.buergerkiosk.payment.zvt.pay.Answer;
import de.buergerkiosk.payment.zvt.pay.Counter;
import de.buergerkiosk.payment.zvt.simulated.LedgerEntry;
import de.buergerkiosk.payment.zvt.simulated.SimulatedTerminal;
import de.buergerkiosk.payment.zvt.simulated.TerminalEngine;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * One run: some payments at one terminal with the production driver, through the faults of its plan.
 * At its end the line is good, everything is settled, and journal and ledger are compared.
 */
final class FaultRun {
    private static final Instant BEGIN = Instant.parse("2026-11-23T09:15:00Z");

    private final RunPlan plan;
    private final Stage stage;
    private final TerminalEngine engine;
    private final Mortality mortality = new Mortality();
    private final MemoryJournal journal;
    private final MemoryLine line;
    private final ZvtSettings settings;
    private final Map<String, PaymentOutcome> said = new LinkedHashMap<>();
    private final Map<String, Move> moves = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    /**
     * What came of a run.
     *
     * @param wrong empty where journal and ledger agree
     * @param unclear payments that nobody can tell the end of although the terminal answers again
     */
    record Result(
            RunPlan plan,
            List<PaymentEntry> journal,
            List<LedgerEntry> ledger,
            Map<String, PaymentOutcome> said,
            List<String> wrong,
            int unclear,
            int deaths) {
        Result {
            journal = List.copyOf(journal);
            ledger = List.copyOf(ledger);
            said = Map.copyOf(said);
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * Prepares a run.
     *
     * @param journals the disk; a test puts one here that breaks the rule
     */
    FaultRun(
            RandomGenerator chance,
            ThreadFactory threads,
            Function<Mortality, MemoryJournal> journals) {
        this.plan = RunPlan.draw(chance);
        this.stage = new Stage(BEGIN, threads);
        this.journal = journals.apply(mortality);
        this.engine =
                TerminalEngine.inMemory(
                        SimulatedTerminal.Settings.quick(stage)
                                .cardholder(true, Duration.ofMillis(300)));
        this.line =
                new MemoryLine(
                        stage, engine, mortality, journal, Duration.ofMillis(plan.latencyMillis()));
        ZvtSettings usual = ZvtSettings.unattended("memory", 1, "123456");
        this.settings = usual.with(usual.patience().settling(Duration.ofSeconds(26)));
    }

    Result play() throws InterruptedException {
        stage.play(this::livesOfTheKiosk, line::serve);
        wrong.addAll(Comparison.of(said, moves, engine.ledger()));
        wrong.addAll(line.violations());
        int unclear =
                (int)
                        said.values().stream()
                                .filter(PaymentOutcome.Unclear.class::isInstance)
                                .count();
        return new Result(
                plan, journal.all(), engine.ledger(), said, wrong, unclear, mortality.deaths());
    }

    private void livesOfTheKiosk() throws InterruptedException {
        for (RunPlan.Planned planned : plan.payments()) {
            engine.fault(planned.fault());
            engine.befall(planned.line());
            Step step = step(planned);
            moves.put(step.order().reference(), step.move());
            take(step);
            engine.fault(TerminalFault.NONE);
            if (planned.again()
                    && said.get(planned.order().reference()) instanceof PaymentOutcome.Failed) {
                engine.befall(List.of());
                hear(counter().move(step.order(), step.move(), new PlannedGoods(planned)));
            }
        }
        engine.befall(List.of());
        // whatever restarts or is late has come to rest
        stage.pause(Duration.ofSeconds(20));
        counter().recover().forEach(this::hear);
    }

    /** What is planned, once it is known what can be undone. */
    private record Step(RunPlan.Planned planned, PaymentOrder order, Move move) {}

    private Step step(RunPlan.Planned planned) {
        PaymentOrder order = planned.order();
        return switch (planned.move()) {
            case PAY -> new Step(planned, order, new Move.Payment());
            case REFUND -> new Step(planned, order, new Move.Refund());
            case REVERSE -> {
                Step step = new Step(planned, order, new Move.Refund());
                for (var each : said.entrySet()) {
                    if (each.getValue() instanceof PaymentOutcome.Approved(var proof)
                            && moves.get(each.getKey()) instanceof Move.Payment) {
                        step =
                                new Step(
                                        planned,
                                        new PaymentOrder(order.reference(), proof.amountCents()),
                                        new Move.Reversal(proof.receiptNumber()));
                    }
                }
                yield step;
            }
        };
    }

    /** A killed kiosk starts again, settles what is open, and the citizen tries once more. */
    private void take(Step step) throws InterruptedException {
        RunPlan.Planned planned = step.planned();
        var deaths = new ArrayList<>(planned.deaths());
        while (true) {
            if (!deaths.isEmpty()) {
                mortality.dieAfter(deaths.removeFirst());
            }
            try {
                hear(counter().move(step.order(), step.move(), new PlannedGoods(planned)));
                mortality.revive();
                return;
            } catch (Mortality.Killed killed) {
                mortality.revive();
                stage.pause(Duration.ofSeconds(1));
            }
        }
    }

    private Counter counter() {
        var terminal =
                new ZvtTerminal(settings, line::open, journal, stage, stage::pause, WireTrace.NONE);
        return new Counter(journal, terminal, settings, stage);
    }

    private void hear(Counter.Paid paid) {
        paid.settled().forEach(this::hear);
        hear(paid.answer());
    }

    /** A last word may only follow one that was none. */
    private void hear(Answer answer) {
        PaymentOutcome before = said.put(answer.reference(), answer.outcome());
        if (before instanceof PaymentOutcome.Approved && !answer.isApproved()) {
            wrong.add(answer.reference() + ": was paid, is " + answer.outcomeName());
        }
    }
}
