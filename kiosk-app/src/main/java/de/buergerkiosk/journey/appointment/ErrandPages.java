package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.contract.appointment.KeptAppointment;
import de.buergerkiosk.contract.appointment.VenueOffer;
import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.journey.appointment.AppointmentLine.Refusal;
import de.buergerkiosk.journey.appointment.AppointmentLine.Reply;
import de.buergerkiosk.page.Field;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import de.buergerkiosk.page.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pages about an appointment that somebody has, and about codes that do not fit. */
final class ErrandPages {
    static final String CODE = "code";

    /** Three groups of four with hyphens. */
    private static final int CODE_CHARACTERS_MAX = 14;

    private final Words words;
    private final Here here;

    ErrandPages(Words words, Here here) {
        this.words = words;
        this.here = here;
    }

    /** Shown while the centre is asked. */
    Page.Waiting asking() {
        return new Page.Waiting(
                "appointment-asking",
                words.say("appointment.asking.title"),
                words.say("appointment.asking.detail"),
                List.of(),
                Page.Illustration.HOURGLASS,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * For the code of an appointment.
     *
     * @param scanner whether it can be scanned
     * @param mistyped what was entered and cannot be a code
     */
    Page.Questions code(boolean scanner, Optional<String> mistyped) {
        return new Page.Questions(
                "appointment-code",
                words.say(scanner ? "appointment.code.scan" : "appointment.code.title"),
                Optional.empty(),
                Optional.of(words.say(scanner ? "appointment.code.or" : "appointment.code.help")),
                List.of(
                        new Field.Line(
                                CODE,
                                words.say("appointment.code"),
                                Optional.of(words.say("appointment.code.hint")),
                                mistyped.orElse(""),
                                Field.Keypad.PLATE,
                                CODE_CHARACTERS_MAX)),
                mistyped.isPresent()
                        ? List.of(
                                new Page.FieldProblem(CODE, words.say("appointment.code.mistyped")))
                        : List.of(),
                Optional.empty(),
                words.say("form.onward"),
                Ways.PERSONAL);
    }

    /** Something was scanned that is no code of ours. */
    Page.Notice noCode() {
        return notice(
                "appointment-no-code",
                words.say("appointment.noCode.title"),
                List.of(new Page.Paragraph(words.say("appointment.noCode.text"))));
    }

    /** One appointment, and what can be done with it now. */
    Page.Notice found(KeptAppointment kept, boolean arrive, boolean change) {
        var buttons = new ArrayList<Page.Button>();
        if (change) {
            buttons.add(new Page.Button("cancel", words.say("appointment.cancel"), false));
            buttons.add(new Page.Button("move", words.say("appointment.move"), !arrive));
        }
        if (arrive) {
            buttons.add(new Page.Button("check-in", words.say("appointment.checkIn"), true));
        }
        var blocks = new ArrayList<Page.Block>(facts(kept.venue(), kept.service(), kept.start()));
        if (buttons.isEmpty()) {
            blocks.add(new Page.Paragraph(words.say(standing(kept))));
            buttons.add(new Page.Button("back", words.say("appointment.otherCode"), true));
        } else if (!arrive) {
            blocks.add(new Page.Paragraph(words.say("appointment.checkInOpens")));
        }
        return new Page.Notice(
                "appointment",
                Page.Mood.INFO,
                words.say("appointment.yours"),
                blocks,
                buttons,
                Ways.PERSONAL);
    }

    private static String standing(KeptAppointment kept) {
        return switch (kept.state()) {
            case HELD -> "appointment.refused.held";
            case BOOKED -> "appointment.refused.past";
            case ARRIVED -> "appointment.refused.arrived";
            case CANCELLED -> "appointment.refused.cancelled";
            case EXPIRED -> "appointment.refused.expired";
            case MISSED -> "appointment.refused.past";
            case FINISHED -> "appointment.refused.finished";
        };
    }

    List<Page.Block> facts(String venue, String service, Instant start) {
        return List.of(
                new Page.Fact(
                        "calendar",
                        words.say("appointment.when"),
                        words.say(
                                "appointment.dayAndTime",
                                here.dayName(here.day(start)),
                                here.time(start))),
                new Page.Fact(
                        "file-text",
                        words.say("appointment.what"),
                        here.serviceName(venue, service)),
                new Page.Fact("map-pin", words.say("appointment.where"), place(venue)));
    }

    /** Name and address. */
    private Localized place(String venue) {
        return here.offer(venue)
                .map(VenueOffer::address)
                .map(address -> words.say("appointment.place", here.venueName(venue), address))
                .orElseGet(() -> here.venueName(venue));
    }

    Page.Notice reallyCancel(KeptAppointment kept) {
        return new Page.Notice(
                "appointment-cancel",
                Page.Mood.WARNING,
                words.say("appointment.cancel.title"),
                facts(kept.venue(), kept.service(), kept.start()),
                List.of(
                        new Page.Button("keep", words.say("appointment.cancel.keep"), false),
                        new Page.Button("cancel", words.say("appointment.cancel.do"), true)),
                Ways.PERSONAL);
    }

    Page.Notice reallyMove(KeptAppointment kept, Instant start) {
        var blocks = new ArrayList<Page.Block>();
        blocks.add(
                new Page.Fact(
                        "clock",
                        words.say("appointment.move.from"),
                        words.say(
                                "appointment.dayAndTime",
                                here.dayName(here.day(kept.start())),
                                here.time(kept.start()))));
        blocks.addAll(facts(kept.venue(), kept.service(), start));
        return new Page.Notice(
                "appointment-move",
                Page.Mood.INFO,
                words.say("appointment.move.title"),
                blocks,
                List.of(new Page.Button("move", words.say("appointment.move.do"), true)),
                Ways.PERSONAL);
    }

    /** Why the centre says no, and the cure; the same words wherever it says so. */
    Page.Notice refused(Reply.Refused<?> no) {
        var blocks = new ArrayList<Page.Block>();
        blocks.add(new Page.Paragraph(reason(no)));
        no.standing()
                .ifPresent(at ->
                        blocks.add(
                                new Page.Fact(
                                        "calendar",
                                        words.say("appointment.yours"),
                                        words.say(
                                                "appointment.dayTimePlace",
                                                here.dayName(here.day(at.start())),
                                                here.time(at.start()),
                                                here.venueName(at.venue())))));
        blocks.add(new Page.Paragraph(words.say("trouble.code", code(no.why()))));
        return notice("appointment-refused", words.say("appointment.refused.title"), blocks);
    }

    private Localized reason(Reply.Refused<?> no) {
        return switch (no.why()) {
            case UNKNOWN -> words.say("appointment.refused.unknown");
            case TOO_MANY ->
                    words.say(
                            "appointment.refused.tooMany",
                            no.pause().map(pause -> pause.toMinutes() + 1).orElse(10L));
            case NOT_POSSIBLE ->
                    words.say(
                            switch (no.standing().map(AppointmentLine.Standing::state).orElse("")) {
                                case "arrived" -> "appointment.refused.arrived";
                                case "cancelled" -> "appointment.refused.cancelled";
                                case "expired" -> "appointment.refused.expired";
                                case "held" -> "appointment.refused.held";
                                case "missed" -> "appointment.refused.past";
                                case "finished" -> "appointment.refused.finished";
                                default -> "appointment.refused.other";
                            });
            case PAST -> words.say("appointment.refused.past");
            case TOO_EARLY -> words.say("appointment.refused.early");
            case ELSEWHERE -> words.say("appointment.refused.elsewhere");
            case TAKEN -> words.say("appointment.refused.taken");
            case OTHER -> words.say("appointment.refused.other");
        };
    }

    private static String code(Refusal why) {
        return switch (why) {
            case UNKNOWN -> "APT-CODE-UNKNOWN";
            case TOO_MANY -> "APT-CODES-TOO-MANY";
            case NOT_POSSIBLE -> "APT-NOT-POSSIBLE";
            case PAST -> "APT-PAST";
            case TOO_EARLY -> "APT-TOO-EARLY";
            case ELSEWHERE -> "APT-ELSEWHERE";
            case TAKEN -> "APT-TAKEN";
            case OTHER -> "APT-REFUSED";
        };
    }

    /** The centre does not answer, and without it this cannot be done. */
    Page.Notice away(String key) {
        return notice(
                "appointment-away",
                words.say("appointment.away.title"),
                List.of(
                        new Page.Paragraph(words.say(key)),
                        new Page.Paragraph(words.say("trouble.code", "APT-CENTRE-AWAY"))));
    }

    /** Numbers have run out, or nobody could lend any yet. */
    Page.Notice noNumbers() {
        return notice(
                "no-numbers",
                words.say("ticket.none.title"),
                List.of(
                        new Page.Paragraph(words.say("ticket.none.text")),
                        new Page.Paragraph(words.say("trouble.code", "APT-NO-NUMBERS"))));
    }

    private Page.Notice notice(String name, Localized title, List<Page.Block> blocks) {
        return new Page.Notice(
                name,
                Page.Mood.WARNING,
                title,
                blocks,
                List.of(new Page.Button("back", words.say("appointment.back"), true)),
                Ways.PERSONAL);
    }
}
