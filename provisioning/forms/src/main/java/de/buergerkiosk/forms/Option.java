package de.buergerkiosk.forms;

import java.util.Optional;

/**
 * One choice, or one suggestion for a text.
 *
 * @param value what goes into the answers
 * @param icon name of an icon of the kiosk's set
 */
public record Option(String value, Localized label, Optional<String> icon) {}
