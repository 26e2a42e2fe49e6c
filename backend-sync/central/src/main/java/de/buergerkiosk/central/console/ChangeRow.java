package de.buergerkiosk.central.console;

import de.buergerkiosk.central.console.Changes.Change;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * One change as people read it.
 *
 * @param kind {@code added}, {@code removed} or {@code changed}
 * @param also somebody else changed it too
 */
record ChangeRow(String name, String kind, String before, String after, boolean also) {

    static List<ChangeRow> between(ObjectNode before, ObjectNode after, Speech speech) {
        return of(Changes.between(before, after), Set.of(), speech);
    }

    static List<ChangeRow> of(List<Change> changes, Set<String> others, Speech speech) {
        return changes.stream()
                .map(change ->
                        new ChangeRow(
                                speech.setting(change.path()),
                                kind(change),
                                change.before()
                                        .map(value -> speech.value(change.path(), value))
                                        .orElse(""),
                                change.after()
                                        .map(value -> speech.value(change.path(), value))
                                        .orElse(""),
                                others.contains(change.path())))
                .toList();
    }

    private static String kind(Change change) {
        if (change.before().isEmpty()) {
            return "added";
        }
        return change.after().isEmpty() ? "removed" : "changed";
    }
}
