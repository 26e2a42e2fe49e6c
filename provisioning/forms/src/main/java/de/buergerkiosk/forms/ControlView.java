package de.buergerkiosk.forms;

import java.util.List;
import java.util.Optional;

/**
 * One control as it stands now.
 *
 * @param path dotted path of the answer, for example {@code vehicle.plate}; for a {@link
 *     Kind#STATEMENT} a name that is unique on its page
 * @param required whether the citizen has to answer; else the label is marked as voluntary
 * @param value raw: what was typed, in its canonical form where it could be understood (dates as
 *     ISO 8601); empty when unanswered
 * @param maxLength in characters (code points); 0 where nothing is typed
 * @param personal whether the value says something about a person: never spoken aloud without
 *     headphones, never logged
 * @param min least number of {@link Kind#COUNT} and whole {@link Kind#NUMBER}, else 0
 * @param max greatest number of {@link Kind#COUNT} and whole {@link Kind#NUMBER}, else 0
 * @param icon name of an icon of the kiosk's set
 */
public record ControlView(
        String path,
        Kind kind,
        Localized label,
        Optional<Localized> hint,
        boolean required,
        List<Option> options,
        String value,
        Keypad keypad,
        int maxLength,
        boolean personal,
        long min,
        long max,
        Optional<String> icon) {
    public ControlView {
        options = List.copyOf(options);
    }

    @Override
    public String toString() {
        return "ControlView[" + path + ", " + kind + ", value=[personal]]";
    }
}
