package de.buergerkiosk.prove;

import de.buergerkiosk.contract.appointment.AppointmentCode;
import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.courier.Outbox;
import de.buergerkiosk.courier.Parcel;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.PaymentWay;
import de.buergerkiosk.journey.VisitId;
import de.buergerkiosk.journey.appointment.Numbers;
import de.buergerkiosk.journey.appointment.Slip;
import de.buergerkiosk.main.Seams;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Screen;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentJournal;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.ports.print.Receipt;
import de.buergerkiosk.ports.print.ReceiptPrinter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Names every boundary of a visit: before and after each journal write, before and after each
 * payment step, around each waiting number, around and within printing, around the courier's
 * hand-over, and each page.
 */
final class KillPoints implements Seams {
    private final Boundary boundary;

    /** Hears of a boundary; the one that is to be the last does not return. */
    @FunctionalInterface
    interface Boundary {
        void pass(String point);
    }

    KillPoints(Boundary boundary) {
        this.boundary = boundary;
    }

    private void around(String what, Runnable act) {
        boundary.pass("before " + what);
        act.run();
        boundary.pass("after " + what);
    }

    @Override
    public PaymentJournal payments(PaymentJournal payments) {
        return new PaymentJournal() {
            @Override
            public void write(PaymentEntry entry) {
                around("payment " + entry.step(), () -> payments.write(entry));
            }

            @Override
            public List<PaymentEntry> entries(String reference) {
                return payments.entries(reference);
            }

            @Override
            public List<String> references() {
                return payments.references();
            }

            @Override
            public int lastReceiptNumber() {
                return payments.lastReceiptNumber();
            }
        };
    }

    @Override
    public Numbers numbers(Numbers numbers) {
        return new Numbers() {
            @Override
            public Optional<Slip.Ticket> ticket(
                    VisitId visit, String venue, String service, LocalDate day, Instant at) {
                return drawn(() -> numbers.ticket(visit, venue, service, day, at));
            }

            @Override
            public Optional<Arrived> arrive(
                    VisitId visit,
                    String venue,
                    LocalDate day,
                    AppointmentCode code,
                    Optional<Instant> start,
                    Instant at) {
                return drawn(() -> numbers.arrive(visit, venue, day, code, start, at));
            }

            @Override
            public void told(VisitId visit) {
                around("telling", () -> numbers.told(visit));
            }

            @Override
            public void giveBack(VisitId visit) {
                around("giving back", () -> numbers.giveBack(visit));
            }

            @Override
            public void arranging(VisitId visit, Slip.Booked slip) {
                around("arranging", () -> numbers.arranging(visit, slip));
            }

            @Override
            public void handed(VisitId visit, String how) {
                around("handing", () -> numbers.handed(visit, how));
            }

            @Override
            public List<Owed> owed() {
                return numbers.owed();
            }
        };
    }

    private <T> T drawn(Supplier<T> draw) {
        boundary.pass("before drawing");
        var number = draw.get();
        boundary.pass("after drawing");
        return number;
    }

    @Override
    public ReceiptPrinter printer(ReceiptPrinter printer) {
        return new ReceiptPrinter() {
            @Override
            public PrintOutcome print(Receipt receipt) throws InterruptedException {
                boundary.pass("before printing");
                var within = Thread.ofVirtual().start(() -> boundary.pass("while printing"));
                var outcome = printer.print(receipt);
                within.join();
                boundary.pass("after printing");
                return outcome;
            }

            @Override
            public DeviceState state() throws InterruptedException {
                return printer.state();
            }

            @Override
            public void close() {
                printer.close();
            }
        };
    }

    @Override
    public Outbox outbox(Outbox outbox) {
        return new Outbox() {
            @Override
            public Optional<Parcel> due(Instant now) {
                var parcel = outbox.due(now);
                if (parcel.isPresent()) {
                    boundary.pass("before sending");
                }
                return parcel;
            }

            @Override
            public void acknowledged(FilingId id, String receiptJws) {
                around("acknowledging", () -> outbox.acknowledged(id, receiptJws));
            }

            @Override
            public void rejected(FilingId id, String reason) {
                outbox.rejected(id, reason);
            }

            @Override
            public void postponed(FilingId id, Instant until, String reason) {
                outbox.postponed(id, until, reason);
            }

            @Override
            public Optional<Instant> nextDue() {
                return outbox.nextDue();
            }
        };
    }

    /** The citizen's pages are boundaries too: each one when it appears. */
    Screen screen(Screen screen) {
        return new Screen() {
            @Override
            public Answer ask(Page page) throws InterruptedException {
                boundary.pass("page " + page.name());
                return screen.ask(page);
            }

            @Override
            public void show(Page page, Consumer<Answer> pressed) {
                boundary.pass("page " + page.name());
                screen.show(page, pressed);
            }

            @Override
            public void withdraw(Page page) {
                screen.withdraw(page);
            }

            @Override
            public String language() {
                return screen.language();
            }

            @Override
            public void wipe() {
                screen.wipe();
            }
        };
    }

    @Override
    public Journal journal(Journal journal) {
        return new Journal() {
            @Override
            public void begun(VisitId visit) {
                around("journal ARRIVED", () -> journal.begun(visit));
            }

            @Override
            public void reached(VisitId visit, Stage stage, String detail) {
                around("journal " + stage, () -> journal.reached(visit, stage, detail));
            }

            @Override
            public void filed(VisitId visit, HeldFiling filing) {
                around("journal FILED", () -> journal.filed(visit, filing));
            }

            @Override
            public void paying(VisitId visit, FilingId filing, PaymentOrder order, PaymentWay way) {
                around("journal PAYING", () -> journal.paying(visit, filing, order, way));
            }

            @Override
            public void released(VisitId visit, FilingId filing, PaymentRecord payment) {
                around("journal PAID", () -> journal.released(visit, filing, payment));
            }

            @Override
            public void voided(VisitId visit, FilingId filing, String why) {
                around("journal VOID", () -> journal.voided(visit, filing, why));
            }

            @Override
            public void printed(VisitId visit, String outcome) {
                around("journal PRINTED", () -> journal.printed(visit, outcome));
            }

            @Override
            public void ended(VisitId visit, String why) {
                around("journal ENDED", () -> journal.ended(visit, why));
            }

            @Override
            public void incident(String code, String detail) {
                journal.incident(code, detail);
            }

            @Override
            public List<OpenVisit> open() {
                return journal.open();
            }
        };
    }
}
