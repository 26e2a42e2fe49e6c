package de.buergerkiosk.central.console;

import java.util.Collection;
import java.util.List;

/** Sites and groups that kiosks are in. */
final class Places {
    private Places() {}

    static List<String> sites(Collection<FleetView.Line> all) {
        return all.stream().map(line -> line.kiosk().site()).distinct().sorted().toList();
    }

    static List<String> groups(Collection<FleetView.Line> all) {
        return all.stream()
                .flatMap(line -> line.kiosk().groups().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
