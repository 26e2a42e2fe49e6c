package de.buergerkiosk.central.fleet;

import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.util.List;
import java.util.TreeSet;

/**
 * A kiosk of the city.
 *
 * @param site where it stands
 * @param groups whose settings it takes, in the order in which they count; a later one wins
 */
public record Kiosk(String id, String site, List<String> groups) {
    private static final int GROUPS_MAX = 16;

    public Kiosk {
        Checks.slug("id", id);
        Checks.slug("site", site);
        groups = List.copyOf(groups);
        Checks.between("groups", groups.size(), 0, GROUPS_MAX);
        groups.forEach(group -> Checks.slug("groups", group));
        if (new TreeSet<>(groups).size() < groups.size()) {
            throw new MalformedDocument("groups", "names one group twice");
        }
    }
}
