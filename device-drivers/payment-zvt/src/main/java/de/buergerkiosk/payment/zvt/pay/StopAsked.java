package de.buergerkiosk.payment.zvt.pay;

import de.buergerkiosk.ports.payment.Goods;
import de.buergerkiosk.ports.payment.PaymentProgress;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets a person who stops the process (Ctrl-C) cancel the payment instead of leaving it open. */
final class StopAsked implements PaymentWatch {
    private static final Duration WAIT_MAX = Duration.ofSeconds(60);

    private final Optional<Goods> goods;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch over = new CountDownLatch(1);

    StopAsked(Optional<Goods> goods) {
        this.goods = goods;
    }

    /** Runs while the process ends: gives the payment the time to end as well. */
    void askAndWait() {
        asked.set(true);
        try {
            boolean _ = over.await(WAIT_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** The answer is out. */
    void over() {
        over.countDown();
    }

    @Override
    public void progress(PaymentProgress progress) {}

    @Override
    public boolean cancelWanted() {
        return asked.get();
    }

    @Override
    public Optional<Goods> goods() {
        return goods;
    }
}
