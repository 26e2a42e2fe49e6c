package de.buergerkiosk.journey;

import de.buergerkiosk.booking.NumberCourier;
import de.buergerkiosk.contract.appointment.AppointmentCode;
import de.buergerkiosk.journey.appointment.AppointmentDesk;
import de.buergerkiosk.journey.appointment.CityClock;
import de.buergerkiosk.journey.appointment.HandingOut;
import de.buergerkiosk.journey.appointment.Here;
import de.buergerkiosk.journey.appointment.Numbers;
import de.buergerkiosk.journey.appointment.Parts;
import de.buergerkiosk.journey.appointment.Scans;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.simulated.ScriptedCitizen;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.print.ReceiptPrinter;
import de.buergerkiosk.store.Database;
import de.buergerkiosk.store.NumberReports;
import de.buergerkiosk.store.NumberShelf;
import de.buergerkiosk.store.NumberStock;
import de.buergerkiosk.store.Venues;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What makes a {@link TrialKiosk} one that stands in a venue, on the same file and printer. */
final class TrialVenue {
    final ModelAgenda centre;
    final NumberCourier courier;
    final NumberReports reports;
    final Numbers numbers;
    final HandingOut handingOut;
    final AppointmentDesk desk;
    final Here here;

    TrialVenue(
            ModelAgenda centre,
            Database database,
            Journal journal,
            Counter counter,
            ReceiptPrinter printer,
            InstantSource own,
            PowerCut.Wire wire,
            RandomGenerator chance) {
        this.centre = centre;
        Supplier<UUID> names = () -> new UUID(chance.nextLong(), chance.nextLong());
        var clock = new CityClock(own);
        here = new Here(ModelAgenda.HERE, new Venues(database), clock, Town.ZONE);
        numbers = wire.around(Numbers.class, new NumberShelf(database, clock, names));
        reports = new NumberReports(database);
        courier =
                new NumberCourier(
                        centre, new NumberStock(database), reports, here, clock, names, chance);
        handingOut = new HandingOut(counter, printer, numbers, journal, here);
        desk =
                AppointmentDesk.of(
                        new Parts(
                                counter,
                                here,
                                centre,
                                numbers,
                                courier,
                                new Scans(counter, Optional.empty(), Thread.ofVirtual().factory()),
                                handingOut,
                                journal,
                                Town.OFFICES,
                                chance,
                                names));
    }

    /** One round of what the number courier does all day. */
    void work() throws InterruptedException {
        courier.work();
    }

    /** A citizen who comes for that tile and reads that language. */
    static ScriptedCitizen.Errand comes(String tile, String language) {
        return new ScriptedCitizen.Errand(tile, Map.of(), "", language);
    }

    /** Types that code where it is asked for; goes away where it is not taken. */
    static void types(ScriptedCitizen citizen, AppointmentCode code) {
        citizen.on(
                "appointment-code",
                _ -> new Answer.Filled(Personal.of(Map.of("code", code.printed()))));
        citizen.on("appointment-refused", _ -> new Answer.Leave(Answer.Why.PRESSED));
    }

    /** Presses that button on a page of that name. */
    static void presses(ScriptedCitizen citizen, String page, String button) {
        citizen.on(page, _ -> new Answer.Chosen(button));
    }
}
