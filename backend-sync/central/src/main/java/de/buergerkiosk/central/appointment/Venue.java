package de.buergerkiosk.central.appointment;

import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where appointments take place.
 *
 * @param slotMinutes the grid on which appointments begin
 * @param capacity how many people can be seen in one slot
 * @param daysAhead how far ahead one can book, counted from today
 * @param leadMinutes how long before its start an appointment can still be booked
 * @param hours per day of the week; a day without entry is closed
 * @param closed single days on which it is closed, besides holidays
 * @param waitingPlace where whoever has a number waits; said on the paper
 * @param office that wishes for an appointment go to while a kiosk cannot reach the centre
 */
public record Venue(
        String id,
        Naming name,
        String address,
        int slotMinutes,
        int capacity,
        int daysAhead,
        int leadMinutes,
        Map<DayOfWeek, List<Hours>> hours,
        Set<LocalDate> closed,
        List<Offer> offers,
        Optional<Naming> waitingPlace,
        Optional<String> office) {
    private static final int MINUTES_MAX = 480;

    public Venue {
        Checks.slug("id", id);
        Checks.filled("address", address, 200);
        Checks.between("slotMinutes", slotMinutes, 5, 240);
        Checks.between("capacity", capacity, 1, 500);
        Checks.between("daysAhead", daysAhead, 1, 400);
        Checks.between("leadMinutes", leadMinutes, 0, 7 * 24 * 60);
        var copy = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        hours.forEach((day, all) -> copy.put(day, inOrder(all)));
        hours = Map.copyOf(copy);
        closed = Set.copyOf(closed);
        office.ifPresent(one -> Checks.slug("office", one));
        offers = List.copyOf(offers);
    }

    /** A name for people, German and English. */
    public record Naming(String german, String english) {
        public Naming {
            Checks.filled("name.de", german, 120);
            Checks.filled("name.en", english, 120);
        }

        public String in(String language) {
            return language.equals("en") ? english : german;
        }
    }

    /** From one time of day to a later one of the same day. */
    public record Hours(LocalTime from, LocalTime until) {
        public Hours {
            if (!from.isBefore(until)) {
                throw new MalformedDocument("hours", "must end later than they begin");
            }
        }
    }

    /** A service that one can have an appointment for. */
    public record Offer(String service, Naming name, int minutes) {
        public Offer {
            Checks.slug("services.id", service);
            Checks.between("minutes", minutes, 5, MINUTES_MAX);
        }
    }

    public Optional<Offer> offer(String service) {
        return offers.stream().filter(offer -> offer.service().equals(service)).findFirst();
    }

    /** How many slots in a row an appointment needs. */
    public int slots(Offer offer) {
        return Math.ceilDiv(offer.minutes(), slotMinutes);
    }

    private static List<Hours> inOrder(List<Hours> all) {
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).from().isBefore(all.get(i - 1).until())) {
                throw new MalformedDocument("hours", "must follow each other without overlap");
            }
        }
        return List.copyOf(all);
    }
}
