package de.buergerkiosk.eid.simulated;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What lies in the simulated reader, and what the cards themselves remember.
 *
 * @param card name of the card in the reader
 * @param insertion counts every card put in, so that a card taken out and put back between two looks
 *     does not pass for one that never moved
 * @param straight false while the card lies badly and cannot be read
 * @param readerAttached false while the reader is unplugged
 * @param serverReachable false while the line to the eID server is down
 * @param triesLeft PIN tries by card name, 0 to 3; a card that is not named here was never used
 */
public record TrayContent(
        Optional<String> card,
        long insertion,
        boolean straight,
        boolean readerAttached,
        boolean serverReachable,
        Map<String, Integer> triesLeft) {
    /** A reader as it is unpacked. */
    public static final TrayContent EMPTY =
            new TrayContent(Optional.empty(), 0, true, true, true, Map.of());

    public TrayContent {
        triesLeft = Map.copyOf(triesLeft);
        for (int tries : triesLeft.values()) {
            if (tries < 0 || tries > SimulatedCard.IdCard.TRIES_FULL) {
                throw new IllegalArgumentException("tries left are 0 to 3, not " + tries);
            }
        }
    }

    TrayContent withCard(String name) {
        return new TrayContent(
                Optional.of(name), insertion + 1, true, readerAttached, serverReachable, triesLeft);
    }

    TrayContent withoutCard() {
        return new TrayContent(
                Optional.empty(), insertion, true, readerAttached, serverReachable, triesLeft);
    }

    TrayContent lying(boolean nowStraight) {
        return new TrayContent(
                card, insertion, nowStraight, readerAttached, serverReachable, triesLeft);
    }

    TrayContent withReader(boolean attached) {
        return new TrayContent(card, insertion, straight, attached, serverReachable, triesLeft);
    }

    TrayContent withServer(boolean reachable) {
        return new TrayContent(card, insertion, straight, readerAttached, reachable, triesLeft);
    }

    TrayContent withTries(String name, int tries) {
        var next = new TreeMap<>(triesLeft);
        next.put(name, tries);
        return new TrayContent(card, insertion, straight, readerAttached, serverReachable, next);
    }

    TrayContent asFromTheOffice(String name) {
        var next = new TreeMap<>(triesLeft);
        next.remove(name);
        return new TrayContent(card, insertion, straight, readerAttached, serverReachable, next);
    }
}
