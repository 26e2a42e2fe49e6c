package de.buergerkiosk.main;

import de.buergerkiosk.booking.CentreBookings;
import de.buergerkiosk.booking.NumberCourier;
import de.buergerkiosk.courier.KioskKit;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.appointment.AppointmentDesk;
import de.buergerkiosk.journey.appointment.AppointmentLine;
import de.buergerkiosk.journey.appointment.CityClock;
import de.buergerkiosk.journey.appointment.HandingOut;
import de.buergerkiosk.journey.appointment.Here;
import de.buergerkiosk.journey.appointment.Parts;
import de.buergerkiosk.journey.appointment.Scans;
import de.buergerkiosk.ports.print.ReceiptPrinter;
import de.buergerkiosk.ports.scan.CodeScanner;
import de.buergerkiosk.store.Database;
import de.buergerkiosk.store.NumberReports;
import de.buergerkiosk.store.NumberShelf;
import de.buergerkiosk.store.NumberStock;
import de.buergerkiosk.store.Venues;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The part of a kiosk that stands in a venue: appointments and waiting numbers, wired by hand. */
public final class Appointments implements AutoCloseable {
    private final Opened opened;
    private final AppointmentDesk desk;
    private final AppointmentLine line;
    private final HandingOut handingOut;
    private final NumberCourier courier;
    private final NumberReports reports;

    private Appointments(
            Opened opened,
            AppointmentDesk desk,
            AppointmentLine line,
            HandingOut handingOut,
            NumberCourier courier,
            NumberReports reports) {
        this.opened = opened;
        this.desk = desk;
        this.line = line;
        this.handingOut = handingOut;
        this.courier = courier;
        this.reports = reports;
    }

    /** What the rest of the kiosk lends it. */
    private record Inside(
            String venue,
            ZoneId zone,
            KioskKit kit,
            Database database,
            Journal journal,
            Counter counter,
            ReceiptPrinter printer,
            Optional<CodeScanner> scanner,
            Seams seams) {}

    /** Where the settings name a venue. */
    static Optional<Appointments> open(
            Settings settings,
            KioskKit kit,
            Database database,
            Journal journal,
            Counter counter,
            Devices devices,
            Seams seams,
            Surroundings around) {
        return settings.kiosk()
                .venue()
                .map(venue ->
                        open(
                                new Inside(
                                        venue,
                                        settings.kiosk().zone(),
                                        kit,
                                        database,
                                        journal,
                                        counter,
                                        devices.printer(),
                                        devices.scanner(),
                                        seams),
                                around));
    }

    private static Appointments open(Inside inside, Surroundings around) {
        var opened = new Opened();
        var line =
                new CentreBookings(
                        inside.kit().deviceDoor(),
                        inside.kit().tls(),
                        Executors.newThreadPerTaskExecutor(around.threads()));
        opened.add(line::close);
        Supplier<UUID> names = () -> name(around);
        var clock = new CityClock(around.clock());
        var here = new Here(inside.venue(), new Venues(inside.database()), clock, inside.zone());
        var numbers = inside.seams().numbers(new NumberShelf(inside.database(), clock, names));
        var reports = new NumberReports(inside.database());
        var courier =
                new NumberCourier(
                        line,
                        new NumberStock(inside.database()),
                        reports,
                        here,
                        clock,
                        names,
                        around.chance());
        var handingOut =
                new HandingOut(inside.counter(), inside.printer(), numbers, inside.journal(), here);
        var desk =
                AppointmentDesk.of(
                        new Parts(
                                inside.counter(),
                                here,
                                line,
                                numbers,
                                courier,
                                new Scans(inside.counter(), inside.scanner(), around.threads()),
                                handingOut,
                                inside.journal(),
                                inside.kit().offices(),
                                around.chance(),
                                names));
        opened.add(Beside.begin("number courier", around.threads(), courier::run)::close);
        return new Appointments(opened, desk, line, handingOut, courier, reports);
    }

    /** A UUID of version 4. */
    private static UUID name(Surroundings around) {
        long high = (around.chance().nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long low = (around.chance().nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    AppointmentDesk desk() {
        return desk;
    }

    /** The centre, as this kiosk asks it. */
    public AppointmentLine line() {
        return line;
    }

    /** Finishes the slips that a cut left open. */
    void settle() throws InterruptedException {
        handingOut.settleOwed(line);
    }

    /** A number may have been given out. */
    public void nudge() {
        courier.nudge();
    }

    /** Numbers that were given out, oldest first. */
    public List<NumberReports.Told> numbers() {
        return reports.all();
    }

    /** How the latest slip went, or {@code owed}. */
    public Optional<String> lastPaper() {
        return reports.lastPaper();
    }

    /** Whether there is something to offer yet: the centre has told of the venue. */
    public boolean isReady() {
        return !desk.tiles().isEmpty();
    }

    @Override
    public void close() {
        opened.close();
    }
}
