package de.buergerkiosk.journey;

import de.buergerkiosk.forms.ServiceDefinition;
import java.time.LocalDate;
import java.util.List;

/** The services that this kiosk offers, in the order of its tiles. */
public record Catalogue(List<ServiceDefinition> services) {
    /** More do not fit on one page of tiles at the default text size. */
    public static final int SERVICES_MAX = 12;

    public Catalogue {
        services = List.copyOf(services);
        if (services.size() > SERVICES_MAX) {
            throw new IllegalArgumentException(
                    "kiosk.services: at most " + SERVICES_MAX + " services fit on one page");
        }
    }

    public List<ServiceDefinition> on(LocalDate day) {
        return services.stream().filter(service -> service.isValidOn(day)).toList();
    }
}
