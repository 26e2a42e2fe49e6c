package de.buergerkiosk.forms;

import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A case that the service must pass; the persons in it are made up.
 *
 * @param place JSON pointer of the case in its file
 * @param expect as in the file; its shape is checked
 */
record TestCase(
        String file,
        String place,
        String name,
        LocalDate date,
        Map<String, String> identity,
        Map<String, String> answers,
        JsonNode expect) {}
