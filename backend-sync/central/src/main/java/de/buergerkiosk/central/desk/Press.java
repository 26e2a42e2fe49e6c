package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.appointment.Counter;
import de.buergerkiosk.central.appointment.Queue;
import de.buergerkiosk.central.appointment.QueueOutcome;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What a clerk can press beside a number, on the page and in scripts. */
enum Press {
    CALL("called"),
    AGAIN("again"),
    MISSED("missed"),
    PARK("parked"),
    FINISH("finished"),
    BACK("returned");

    private final String told;

    Press(String told) {
        this.told = told;
    }

    /** How the page speaks of it afterwards. */
    String told() {
        return told;
    }

    static Optional<Press> of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** The number of a ticket as addresses and documents write it. */
    static Optional<UUID> ticket(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    /**
     * Does it.
     *
     * @param times how often the number was called when the clerk pressed
     */
    QueueOutcome on(Queue queue, Counter counter, UUID ticket, int times) {
        return switch (this) {
            case CALL -> queue.call(counter, ticket);
            case AGAIN -> queue.again(counter, ticket, times);
            case MISSED -> queue.missed(counter, ticket);
            case PARK -> queue.park(counter, ticket);
            case FINISH -> queue.finish(counter, ticket);
            case BACK -> queue.back(counter, ticket);
        };
    }
}
