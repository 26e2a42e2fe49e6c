package de.buergerkiosk.central.offices;

import java.util.List;

/** An office in charge of services, such as {@code traffic-office}. */
public record Office(String id, Naming name, List<Offer> services) {
    public Office {
        services = List.copyOf(services);
    }

    /** A municipal service as the desk calls it. */
    public record Offer(String id, Naming name) {}

    /** A name for people, German and English. */
    public record Naming(String german, String english) {
        public String in(String language) {
            return language.equals("en") ? english : german;
        }
    }
}
