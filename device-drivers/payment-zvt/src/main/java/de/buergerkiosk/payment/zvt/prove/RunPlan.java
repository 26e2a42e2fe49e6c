package de.buergerkiosk.payment.zvt.prove;

import de.buergerkiosk.payment.zvt.simulated.LineFault;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.ports.payment.PaymentOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What befalls the payments of one run, drawn from its seed. */
record RunPlan(List<Planned> payments, int latencyMillis) {
    /** A payment has about thirty messages; recoveries add some. */
    private static final int MESSAGES = 44;

    /** Things a kiosk does in one payment that somebody else can see. */
    private static final int THINGS = 70;

    private static final List<TerminalFault> FAULTS =
            List.of(
                    TerminalFault.DECLINED,
                    TerminalFault.CUSTOMER_CANCEL,
                    TerminalFault.LOST_STATUS_KEPT,
                    TerminalFault.CUT_BEFORE_STATUS,
                    TerminalFault.CUT_AFTER_STATUS,
                    TerminalFault.CUT_DURING_PRINT,
                    TerminalFault.CUT_AFTER_ACK,
                    TerminalFault.ABORT_AFTER_ACK,
                    TerminalFault.COALESCED,
                    TerminalFault.ONE_BYTE,
                    TerminalFault.WRONG_AMOUNT,
                    TerminalFault.UNKNOWN_BITMAP);

    /** Whether goods have to be out first, and how that goes. */
    enum GoodsPlan {
        NONE,
        AT_ONCE,
        LATER,
        IN_PART,
        FAIL
    }

    /** Which way the money is to go. */
    enum MovePlan {
        PAY,
        /** The last payment that went well is undone; where there is none, a refund. */
        REVERSE,
        REFUND
    }

    /**
     * One payment, reversal or refund.
     *
     * @param deaths after how many things done the kiosk is killed, life by life
     * @param again whether the citizen tries once more where it did not come to a payment
     */
    record Planned(
            PaymentOrder order,
            MovePlan move,
            TerminalFault fault,
            List<LineFault> line,
            List<Integer> deaths,
            GoodsPlan goods,
            boolean again) {
        Planned {
            line = List.copyOf(line);
            deaths = List.copyOf(deaths);
        }
    }

    RunPlan {
        payments = List.copyOf(payments);
    }

    static RunPlan draw(RandomGenerator chance) {
        var payments = new ArrayList<Planned>();
        int count = 1 + chance.nextInt(3);
        long amount = 100L + chance.nextInt(20_000);
        for (int i = 1; i <= count; i++) {
            // mostly the same amount again: then only the receipt number tells payments apart
            long cents = chance.nextInt(4) == 0 ? 100L + chance.nextInt(20_000) : amount;
            TerminalFault fault =
                    chance.nextInt(10) < 7
                            ? TerminalFault.NONE
                            : FAULTS.get(chance.nextInt(FAULTS.size()));
            payments.add(
                    new Planned(
                            new PaymentOrder("run-" + i, cents),
                            i == 1 ? MovePlan.PAY : move(chance),
                            fault,
                            line(chance),
                            deaths(chance),
                            goods(chance),
                            chance.nextBoolean()));
        }
        return new RunPlan(payments, 1 + chance.nextInt(40));
    }

    private static MovePlan move(RandomGenerator chance) {
        int dice = chance.nextInt(10);
        return dice < 6 ? MovePlan.PAY : dice < 9 ? MovePlan.REVERSE : MovePlan.REFUND;
    }

    private static List<LineFault> line(RandomGenerator chance) {
        LineFault.Kind[] kinds = LineFault.Kind.values();
        int dice = chance.nextInt(10);
        int count = dice < 1 ? 0 : dice < 7 ? 1 : dice < 9 ? 2 : 3;
        var faults = new ArrayList<LineFault>();
        for (int i = 0; i < count; i++) {
            faults.add(
                    new LineFault(
                            1 + chance.nextInt(MESSAGES), kinds[chance.nextInt(kinds.length)]));
        }
        return faults;
    }

    private static List<Integer> deaths(RandomGenerator chance) {
        int dice = chance.nextInt(10);
        int count = dice < 6 ? 0 : dice < 9 ? 1 : 2;
        var deaths = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            deaths.add(chance.nextInt(THINGS));
        }
        return deaths;
    }

    private static GoodsPlan goods(RandomGenerator chance) {
        int dice = chance.nextInt(20);
        return dice < 16
                ? GoodsPlan.NONE
                : dice == 16
                        ? GoodsPlan.AT_ONCE
                        : dice == 17
                                ? GoodsPlan.LATER
                                : dice == 18 ? GoodsPlan.IN_PART : GoodsPlan.FAIL;
    }
}
