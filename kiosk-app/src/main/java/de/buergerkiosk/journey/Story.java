package de.buergerkiosk.journey;

import de.buergerkiosk.journey.appointment.AppointmentDesk;
import de.buergerkiosk.journey.choose.Choosing;
import de.buergerkiosk.journey.form.Filling;
import de.buergerkiosk.journey.form.Submitting;
import de.buergerkiosk.journey.handover.Handover;
import de.buergerkiosk.journey.identify.Identifying;
import de.buergerkiosk.journey.pay.Paying;
import de.buergerkiosk.journey.pay.PaymentDesk;
import de.buergerkiosk.journey.print.Printing;
import java.util.Optional;

/** The journey in one switch: which step takes a visit from each stage to the next. */
public record Story(
        Choosing choosing,
        Identifying identifying,
        Filling filling,
        Submitting submitting,
        PaymentDesk paymentDesk,
        Paying paying,
        Printing printing,
        Handover handover,
        Optional<AppointmentDesk> appointments) {

    Turn step(Visit visit, Memory memory) throws InterruptedException {
        return switch (visit) {
            case Visit.Arrived arrived -> choosing.choose(arrived);
            case Visit.Chosen chosen -> identifying.identify(chosen, memory);
            case Visit.Identified identified -> filling.fill(identified, memory);
            case Visit.Filled filled -> submitting.submit(filled);
            case Visit.Filed filed -> paymentDesk.prepare(filed);
            case Visit.Paying due -> paying.pay(due);
            case Visit.Paid paid -> printing.print(paid);
            case Visit.Printed printed -> handover.farewell(printed);
            // an errand begins with a tile that only this desk offers
            case Errand errand -> appointments.orElseThrow().step(errand);
        };
    }
}
