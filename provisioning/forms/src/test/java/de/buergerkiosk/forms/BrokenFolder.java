package de.buergerkiosk.forms;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A good service to break in one way, and the finding that must come of it. */
abstract class BrokenFolder {
    @TempDir private Path temporary;

    final ServiceCopy parking() {
        return ServiceCopy.of("parking-permit", temporary);
    }

    final ServiceCopy waste() {
        return ServiceCopy.of("bulky-waste", temporary);
    }

    static void expect(ServiceCopy copy, String file, String place, String words) {
        var findings = copy.findings();
        var found =
                findings.stream()
                        .filter(finding ->
                                finding.file().equals(file) && finding.place().equals(place))
                        .toList();
        assertFalse(found.isEmpty(), "no finding at " + file + " " + place + ": " + findings);
        assertTrue(
                found.stream().anyMatch(finding -> finding.message().contains(words)),
                "not in words \"" + words + "\": " + found);
        assertTrue(found.stream().noneMatch(finding -> finding.cure().isBlank()));
    }
}
