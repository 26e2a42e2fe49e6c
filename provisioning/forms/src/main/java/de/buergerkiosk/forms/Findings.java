package de.buergerkiosk.forms;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with one folder; bounded, so that a hostile one cannot fill the memory. */
final class Findings {
    private static final int COUNT_MAX = 200;

    private final List<Finding> all = new ArrayList<>();

    void add(String file, String place, String message, String cure) {
        var finding = new Finding(file, place, message, cure);
        if (all.size() < COUNT_MAX && !all.contains(finding)) {
            all.add(finding);
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
