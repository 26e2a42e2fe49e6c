package de.buergerkiosk.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the scripted citizen of a demonstration comes for. */
enum Journeys {
    /** A municipal service, from touch to back office. */
    FILING("filing", ""),
    /** Books an appointment. */
    APPOINTMENT("appointment", "book"),
    /** Has an appointment, and is there. */
    CHECK_IN("check-in", "check-in"),
    /** Takes a waiting number. */
    TICKET("ticket", "ticket-registration");

    private final String word;
    private final String tile;

    Journeys(String word, String tile) {
        this.word = word;
        this.tile = tile;
    }

    String word() {
        return word;
    }

    /** The tile that begins it; empty for a filing, whose tile is its service. */
    String tile() {
        return tile;
    }

    static Optional<Journeys> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Journeys::word).toList();
    }
}
