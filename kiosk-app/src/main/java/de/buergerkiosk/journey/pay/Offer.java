package de.buergerkiosk.journey.pay;

import de.buergerkiosk.forms.PayLater;
import de.buergerkiosk.journey.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A way on from a fee that is due. */
enum Offer {
    CARD,
    PAGE,
    LATER;

    /** As the page's tiles name it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Offer named(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /**
     * What a citizen may choose from, the usual way first.
     *
     * @param page whether the payment page is one of them
     */
    static List<Offer> of(Visit.Filed filed, boolean page) {
        var offers = new ArrayList<Offer>();
        offers.add(CARD);
        if (page) {
            offers.add(PAGE);
        }
        filed.filled()
                .service()
                .payLater()
                .filter(later -> isOffered(later, filed.attempt()))
                .ifPresent(_ -> offers.add(LATER));
        return List.copyOf(offers);
    }

    private static boolean isOffered(PayLater later, int attempt) {
        return switch (later.offered()) {
            case ALWAYS -> true;
            case FALLBACK -> attempt > 1;
        };
    }
}
