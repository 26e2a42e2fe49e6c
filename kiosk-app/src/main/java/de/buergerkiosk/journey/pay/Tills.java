package de.buergerkiosk.journey.pay;

import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.PaymentWay;
import de.buergerkiosk.ports.payment.PaymentTerminal;
import java.util.Optional;

/** The ways to pay of one kiosk. */
public final class Tills {
    private final Till card;
    private final Till page;
    private final Optional<OfferedPage> offered;

    private Tills(Till card, Till page, Optional<OfferedPage> offered) {
        this.card = card;
        this.page = page;
        this.offered = offered;
    }

    /**
     * The tills behind terminal and payment page.
     *
     * @param issueFirst empty where documents are printed after the money is taken
     * @param page empty where the city has no payment page
     */
    public static Tills of(
            Counter counter,
            PaymentTerminal terminal,
            Optional<IssueFirst> issueFirst,
            Optional<OfferedPage> page) {
        return new Tills(
                new CardTill(counter, terminal, issueFirst),
                page.<Till>map(found -> new PageTill(counter, found.page()))
                        .orElseGet(ClosedTill::new),
                page);
    }

    Till of(PaymentWay way) {
        return switch (way) {
            case CARD -> card;
            case PAGE -> page;
        };
    }

    /** Whether a citizen is offered the payment page before that attempt. */
    boolean offersPage(int attempt) {
        return offered.filter(page -> page.always() || attempt > 1).isPresent();
    }
}
