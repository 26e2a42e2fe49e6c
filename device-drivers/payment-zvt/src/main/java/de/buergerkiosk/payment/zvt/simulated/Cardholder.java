package de.buergerkiosk.payment.zvt.simulated;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** The standing orders of the person before the terminal. */
final class Cardholder {
    private final AtomicBoolean auto;
    private final AtomicBoolean declined = new AtomicBoolean();
    private final AtomicReference<ScriptStep.Plan> plan =
            new AtomicReference<>(ScriptStep.Plan.PAY);

    Cardholder(boolean auto) {
        this.auto = new AtomicBoolean(auto);
    }

    boolean isAuto() {
        return auto.get();
    }

    void auto(boolean on) {
        auto.set(on);
    }

    void willBeDeclined() {
        declined.set(true);
    }

    /** True once for each order to decline. */
    boolean takeDeclined() {
        return declined.getAndSet(false) || plan.get() == ScriptStep.Plan.DECLINED;
    }

    /** For the payment that begins. */
    void plan(Optional<ScriptStep.Plan> next) {
        plan.set(next.orElse(ScriptStep.Plan.PAY));
    }

    boolean cancels() {
        return plan.get() == ScriptStep.Plan.CANCEL;
    }

    boolean staysAway() {
        return plan.get() == ScriptStep.Plan.AWAY;
    }
}
