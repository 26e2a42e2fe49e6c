package de.buergerkiosk.forms;

import java.util.List;
import java.util.Optional;

/**
 * One visible page of questions.
 *
 * @param id unique in the service
 * @param title the question the page asks
 */
public record PageView(
        String id, Localized title, Optional<Localized> help, List<ControlView> controls) {
    public PageView {
        controls = List.copyOf(controls);
    }
}
