package de.buergerkiosk.agent.apply;

import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the kiosk is to run with now.
 *
 * @param bundle empty: its own settings, nothing from the centre
 * @param trial whether the bundle has still to prove itself
 * @param settings that the bundle says; empty where it says nothing
 * @param folder where its files lie; empty with {@code bundle}
 */
public record Current(
        Optional<Named> bundle, boolean trial, ObjectNode settings, Optional<Path> folder) {}
