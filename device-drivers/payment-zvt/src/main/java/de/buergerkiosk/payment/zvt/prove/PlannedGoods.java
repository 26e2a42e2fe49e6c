package de.buergerkiosk.payment.zvt.prove;

import de.buergerkiosk.ports.payment.Goods;
import de.buergerkiosk.ports.payment.PaymentProgress;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.time.Duration;
import java.util.Optional;

/** Goods as the plan says, for one process's life. */
final class PlannedGoods implements PaymentWatch, Goods {
    private final RunPlan.Planned planned;
    private int questions;

    PlannedGoods(RunPlan.Planned planned) {
        this.planned = planned;
    }

    @Override
    public Optional<Goods> goods() {
        return planned.goods() == RunPlan.GoodsPlan.NONE ? Optional.empty() : Optional.of(this);
    }

    @Override
    public Duration longest() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Issue issue() {
        questions++;
        return switch (planned.goods()) {
            case NONE, AT_ONCE -> new Issue.Issued();
            case LATER -> questions > 2 ? new Issue.Issued() : new Issue.Issuing();
            case IN_PART -> new Issue.InPart(1 + planned.order().amountCents() / 2);
            case FAIL -> new Issue.Failed("as planned");
        };
    }

    @Override
    public void progress(PaymentProgress progress) {}

    @Override
    public boolean cancelWanted() {
        return false;
    }
}
