package de.buergerkiosk.central.rollout;

import de.buergerkiosk.central.fleet.Kiosk;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.MalformedDocument;

/** Whom a release goes to: {@code all}, or {@code group:lobby}, {@code site:…}, {@code kiosk:…}. */
public sealed interface Audience {
    record All() implements Audience {}

    record Group(String name) implements Audience {}

    record Site(String name) implements Audience {}

    record One(String kiosk) implements Audience {}

    /**
     * Reads it.
     *
     * @throws MalformedDocument when it is none
     */
    static Audience parse(String text) {
        if (text.equals("all")) {
            return new All();
        }
        int colon = text.indexOf(':');
        var name = colon < 0 ? "" : Checks.slug("to", text.substring(colon + 1));
        return switch (colon < 0 ? "" : text.substring(0, colon)) {
            case "group" -> new Group(name);
            case "site" -> new Site(name);
            case "kiosk" -> new One(name);
            default ->
                    throw new MalformedDocument(
                            "to", "must be all, group:NAME, site:NAME or kiosk:NAME");
        };
    }

    default String text() {
        return switch (this) {
            case All() -> "all";
            case Group(var name) -> "group:" + name;
            case Site(var name) -> "site:" + name;
            case One(var kiosk) -> "kiosk:" + kiosk;
        };
    }

    default boolean includes(Kiosk kiosk) {
        return switch (this) {
            case All() -> true;
            case Group(var name) -> kiosk.groups().contains(name);
            case Site(var name) -> kiosk.site().equals(name);
            case One(var id) -> kiosk.id().equals(id);
        };
    }
}
