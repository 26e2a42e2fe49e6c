package de.buergerkiosk.contract.bundle;

import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whom a bundle is for: every kiosk of the city, or named kiosks, or all kiosks at named sites. A
 * kiosk that is at no site it knows of is never meant by a site.
 *
 * @param everyone then the lists are empty
 * @param kiosks sorted, without repetition
 * @param sites sorted, without repetition
 */
public record Audience(boolean everyone, List<String> kiosks, List<String> sites) {
    private static final int NAMES_MAX = 5_000;

    public Audience {
        kiosks = ordered("kiosks", kiosks);
        sites = ordered("sites", sites);
        if (everyone == (!kiosks.isEmpty() || !sites.isEmpty())) {
            throw new MalformedDocument(
                    "for", "must name kiosks or sites, or be for everyone, and not both");
        }
    }

    public static Audience ofEveryone() {
        return new Audience(true, List.of(), List.of());
    }

    public static Audience ofKiosks(String... kiosks) {
        return new Audience(false, List.of(kiosks), List.of());
    }

    boolean includes(String kiosk, Optional<String> site) {
        return everyone || kiosks.contains(kiosk) || site.filter(sites::contains).isPresent();
    }

    private static List<String> ordered(String field, Collection<String> names) {
        if (names.size() > NAMES_MAX) {
            throw new MalformedDocument(field, "has more than " + NAMES_MAX + " names");
        }
        var sorted = new TreeSet<String>();
        for (var name : names) {
            if (!sorted.add(Checks.slug(field, name))) {
                throw new MalformedDocument(field, "names " + name + " twice");
            }
        }
        return List.copyOf(sorted);
    }
}
