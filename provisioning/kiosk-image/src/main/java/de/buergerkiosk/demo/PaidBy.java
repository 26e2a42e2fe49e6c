package de.buergerkiosk.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the scripted citizen pays. */
enum PaidBy {
    CARD,
    /** On the payment page: the simulated telephone pays by itself. */
    PAGE,
    /** After a fee notice, because the bank declines the card. */
    LATER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(PaidBy::word).toList();
    }

    static Optional<PaidBy> named(String word) {
        return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
    }
}
