package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.contract.appointment.AppointmentCode;
import de.buergerkiosk.contract.appointment.KeptAppointment;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Errand;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.appointment.AppointmentLine.Reply;
import de.buergerkiosk.page.Answer;
import java.util.Optional;

/** Which appointment it is: from a code that is scanned or typed to what the centre knows of it. */
final class Recognising {
    private final Counter counter;
    private final AppointmentLine line;
    private final Scans scans;
    private final ErrandPages pages;

    Recognising(Counter counter, Here here, AppointmentLine line, Scans scans) {
        this.counter = counter;
        this.line = line;
        this.scans = scans;
        this.pages = new ErrandPages(counter.words(), here);
    }

    /** Until there is a code that can be one; its check symbol tells a slip of the finger. */
    Turn ask(Errand.Asking visit) throws InterruptedException {
        var mistyped = Optional.<String>empty();
        while (true) {
            var page = pages.code(scans.isThere(), mistyped);
            String text;
            switch (scans.ask(page)) {
                case Scans.Heard.Shown(var scanned) -> text = scanned.reveal();
                case Scans.Heard.Touched(Answer.Filled(var values)) ->
                        text = values.reveal().getOrDefault(ErrandPages.CODE, "");
                case Scans.Heard.Touched(Answer.Back _) -> {
                    return new Turn.Back();
                }
                case Scans.Heard.Touched(Answer.Leave(var why)) -> {
                    return Counter.leave(why);
                }
                case Scans.Heard.Touched(Answer other) -> throw Counter.unexpected(page, other);
            }
            var code = AppointmentCode.parse(text);
            if (code.isPresent()) {
                return new Turn.Onward(new Errand.Coded(visit.id(), visit.want(), code.get()));
            }
            mistyped = Optional.of(fitting(text));
        }
    }

    /** What a scanner read may be long, and is no entry of ours. */
    private static String fitting(String text) {
        return text.matches("[0-9A-Za-z -]{0,14}") ? text : "";
    }

    /** A code that was shown where nobody asked for it: shows the appointment. */
    Turn scanned(Errand.Scanned visit) throws InterruptedException {
        var code = AppointmentCode.parse(visit.text().reveal());
        return code.isPresent()
                ? new Turn.Onward(new Errand.Coded(visit.id(), Errand.Want.CHANGE, code.get()))
                : Queueing.backFrom(counter, pages.noCode());
    }

    Turn look(Errand.Coded visit) throws InterruptedException {
        counter.screen().show(pages.asking(), _ -> {});
        return switch (line.show(visit.code())) {
            case Reply.Got<KeptAppointment>(var kept) ->
                    new Turn.Onward(new Errand.Found(visit.id(), kept));
            case Reply.Refused<KeptAppointment> no -> Queueing.backFrom(counter, pages.refused(no));
            case Reply.Away<KeptAppointment> _ ->
                    Queueing.backFrom(counter, pages.away("appointment.away.change"));
        };
    }
}
