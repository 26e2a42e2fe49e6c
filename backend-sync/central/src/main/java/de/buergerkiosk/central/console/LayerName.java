package de.buergerkiosk.central.console;

import de.buergerkiosk.central.settings.Layer.Level;
import de.buergerkiosk.central.settings.Layers;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.util.Arrays;
import java.util.Optional;

/** Which layer a page is about. */
record LayerName(Level level, String name) {

    /** As addresses have it; empty when there can be no such layer. */
    static Optional<LayerName> of(String level, String name) {
        return Arrays.stream(Level.values())
                .filter(each -> Speech.word(each).equals(level))
                .filter(each -> each != Level.CITY || name.equals(Layers.CITY))
                .filter(_ -> possible(name))
                .map(each -> new LayerName(each, name))
                .findFirst();
    }

    private static boolean possible(String name) {
        try {
            return Checks.slug("name", name).equals(name);
        } catch (MalformedDocument e) {
            return false;
        }
    }

    String page() {
        return "/fleet/layers/" + Speech.word(level) + "/" + name;
    }
}
