package de.buergerkiosk.payment.zvt.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The faults that wait for their message, and the count of messages since they were set. */
final class LineFaults {
    private final List<LineFault> waiting = new ArrayList<>();
    private IntConsumer witness = _ -> {};
    private int messages;

    /** Replaces those that wait, and counts from 1 again. */
    synchronized void set(List<LineFault> faults) {
        waiting.clear();
        waiting.addAll(faults);
        messages = 0;
    }

    synchronized void witness(IntConsumer next) {
        witness = next;
    }

    /** Called once for each message, in either direction. */
    synchronized Optional<LineFault.Kind> next() {
        messages++;
        witness.accept(messages);
        Optional<LineFault> hit =
                waiting.stream().filter(fault -> fault.message() == messages).findFirst();
        hit.ifPresent(waiting::remove);
        return hit.map(LineFault::kind);
    }

    synchronized int messages() {
        return messages;
    }

    synchronized List<LineFault> waiting() {
        return List.copyOf(waiting);
    }
}
