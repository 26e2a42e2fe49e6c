package de.buergerkiosk.eid.simulated;

import de.buergerkiosk.eid.simulated.SimulatedCard.IdCard;

/** The card that an identification has begun with; another insertion is another card to it. */
record Held(IdCard card, long insertion) {
    boolean liesIn(TrayContent content) {
        return content.readerAttached()
                && content.insertion() == insertion
                && content.card().filter(card.name()::equals).isPresent();
    }

    boolean liesIn(TrayLook look) {
        return switch (look) {
            case TrayLook.Seen(var content) -> liesIn(content);
            case TrayLook.Unreadable _ -> false;
        };
    }

    int triesLeft(TrayContent content) {
        Integer counted = content.triesLeft().get(card.name());
        return counted == null ? card.triesAtFirst() : counted;
    }
}
