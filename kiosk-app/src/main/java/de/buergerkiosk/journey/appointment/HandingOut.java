package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.contract.appointment.KeptAppointment;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Errand;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.VisitId;
import de.buergerkiosk.journey.appointment.AppointmentLine.Reply;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.ports.print.ReceiptPrinter;

/**
 * A slip into the citizen's hands: on paper, or on the screen where there is no paper. Its number was
 * written down before, so it is the same one however often it is tried.
 */
public final class HandingOut {
    private final Counter counter;
    private final ReceiptPrinter printer;
    private final Numbers numbers;
    private final Journal journal;
    private final SlipPaper paper;
    private final SlipPages pages;

    public HandingOut(
            Counter counter, ReceiptPrinter printer, Numbers numbers, Journal journal, Here here) {
        this.counter = counter;
        this.printer = printer;
        this.numbers = numbers;
        this.journal = journal;
        this.paper = new SlipPaper(counter.words(), here);
        this.pages = new SlipPages(counter.words(), here);
    }

    Turn handOut(Errand.Given given) throws InterruptedException {
        var slip = given.slip();
        var outcome = slip instanceof Slip.Cancelled ? "none" : printed(given.id(), slip);
        numbers.handed(given.id(), outcome);
        journal.printed(given.id(), outcome);
        return new Turn.Onward(new Errand.HandedOut(given.id(), slip, outcome));
    }

    Turn farewell(Errand.HandedOut out) throws InterruptedException {
        counter.ask(pages.farewell(out.slip(), out.paper()));
        return new Turn.Leave(Turn.Ending.DONE);
    }

    /** Prints until it is on paper, or the citizen goes on without. */
    private String printed(VisitId visit, Slip slip) throws InterruptedException {
        var receipt = paper.of(slip, visit.value(), counter.screen().language());
        counter.screen().show(pages.printing(slip), _ -> {});
        while (true) {
            switch (printer.print(receipt)) {
                case PrintOutcome.Printed() -> {
                    return "printed";
                }
                case PrintOutcome.Halted(var fault) -> {
                    journal.incident(fault.code(), fault.detail());
                    if (!again(slip, fault)) {
                        return "halted";
                    }
                }
                case PrintOutcome.Unknown(var fault) -> {
                    // It may be on paper; two papers with one number would start a quarrel.
                    journal.incident(fault.code(), fault.detail());
                    return "unknown";
                }
            }
        }
    }

    private boolean again(Slip slip, Fault fault) throws InterruptedException {
        var page = pages.halted(slip, fault.code());
        var again =
                switch (counter.ask(page)) {
                    case Answer.Chosen(var id) -> id.equals("again");
                    case Answer.Leave _ -> false;
                    case Answer other -> throw Counter.unexpected(page, other);
                };
        if (again) {
            counter.screen().show(pages.printing(slip), _ -> {});
        }
        return again;
    }

    /**
     * Finishes the slips that a cut left open, before anybody is greeted: the numbers are those that
     * were drawn, and none is drawn anew. May be cut itself: the next start goes on.
     */
    public void settleOwed(AppointmentLine line) throws InterruptedException {
        for (var owed : numbers.owed()) {
            if (owed.slip() instanceof Slip.Booked booked) {
                settle(owed.visit(), booked, line);
            } else {
                hand(owed.visit(), owed.slip());
            }
        }
    }

    /** The cut may have come before the centre heard of it: only what the centre has is on paper. */
    private void settle(VisitId visit, Slip.Booked slip, AppointmentLine line)
            throws InterruptedException {
        switch (line.show(slip.code())) {
            case Reply.Got<KeptAppointment>(var kept)
                    when kept.state() == KeptAppointment.State.BOOKED
                            && kept.start().equals(slip.start()) ->
                    hand(visit, slip);
            case Reply.Got<KeptAppointment> _, Reply.Refused<KeptAppointment> _ ->
                    done(visit, "nothing was booked");
            case Reply.Away<KeptAppointment> _ -> {
                journal.incident("APT-UNCLEAR", "cut while booking, visit " + visit);
                done(visit, "unclear after a cut");
            }
        }
    }

    private void hand(VisitId visit, Slip slip) throws InterruptedException {
        counter.screen().show(pages.printing(slip), _ -> {});
        switch (printer.print(paper.of(slip, visit.value(), counter.screen().language()))) {
            case PrintOutcome.Printed() -> done(visit, "printed after a cut");
            case PrintOutcome.Halted(var fault) -> show(visit, slip, fault, "halted");
            case PrintOutcome.Unknown(var fault) -> show(visit, slip, fault, "unknown");
        }
    }

    private void show(VisitId visit, Slip slip, Fault fault, String outcome)
            throws InterruptedException {
        journal.incident(fault.code(), fault.detail());
        counter.ask(pages.owed(slip, outcome, fault.code()));
        done(visit, outcome + " after a cut, shown");
    }

    private void done(VisitId visit, String how) {
        numbers.handed(visit, how);
        journal.printed(visit, how);
    }
}
