package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.contract.appointment.KeptAppointment;
import de.buergerkiosk.contract.appointment.VenueOffer;
import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Field;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import de.buergerkiosk.page.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages on the way to an appointment: what for, which day, which time, and the last look. */
final class BookingPages {
    static final String MAIL = "mail";
    static final String WISH = "wish";

    /** Days on one page; who wants a later one finds it behind the last tile. */
    static final int DAYS_MAX = 7;

    private static final int MAIL_CHARACTERS_MAX = 254;

    private final Words words;
    private final Here here;

    BookingPages(Words words, Here here) {
        this.words = words;
        this.here = here;
    }

    Page.Choices services(VenueOffer venue) {
        return new Page.Choices(
                "appointment-service",
                words.say("appointment.service.title"),
                words.say("appointment.service.lead", here.venueName(venue.id())),
                venue.services().stream()
                        .map(item ->
                                new Page.Tile(
                                        item.id(),
                                        "file-text",
                                        Here.localized(item.name()),
                                        words.say("appointment.minutes", item.minutes())))
                        .toList(),
                Ways.OPEN);
    }

    /**
     * The days on which something is free.
     *
     * @param later whether there are more behind them
     */
    Page.Choices days(Map<LocalDate, List<Instant>> free, boolean later) {
        var tiles = new ArrayList<Page.Tile>();
        free.forEach((day, starts) ->
                tiles.add(
                        new Page.Tile(
                                day.toString(),
                                "calendar",
                                here.dayName(day),
                                words.say("appointment.day.free", starts.size()))));
        if (later) {
            tiles.add(
                    new Page.Tile(
                            "later",
                            "arrow-right",
                            words.say("appointment.day.later"),
                            words.say("appointment.day.later.summary")));
        }
        return new Page.Choices(
                "appointment-day",
                words.say("appointment.day.title"),
                words.say("appointment.day.lead"),
                tiles,
                Ways.OPEN);
    }

    /**
     * The times of a day.
     *
     * @param taken whether the one that was chosen before went to somebody else
     */
    Page.Choices times(LocalDate day, List<Instant> starts, int minutes, boolean taken) {
        return new Page.Choices(
                "appointment-time",
                words.say("appointment.time.title", here.dayName(day)),
                words.say(taken ? "appointment.time.taken" : "appointment.time.lead"),
                starts.stream()
                        .map(start ->
                                new Page.Tile(
                                        start.toString(),
                                        "clock",
                                        words.say("appointment.time", here.time(start)),
                                        words.say("appointment.minutes", minutes)))
                        .toList(),
                Ways.OPEN);
    }

    Page.Notice nothingFree() {
        return new Page.Notice(
                "appointment-none",
                Page.Mood.INFO,
                words.say("appointment.none.title"),
                List.of(new Page.Paragraph(words.say("appointment.none.text"))),
                List.of(new Page.Button("back", words.say("appointment.back"), true)),
                Ways.OPEN);
    }

    /** The last look before it is booked. */
    Page.Questions confirm(KeptAppointment held, String mail, boolean wrong) {
        var start = held.start();
        return new Page.Questions(
                "appointment-confirm",
                words.say("appointment.confirm.title"),
                Optional.empty(),
                Optional.of(words.say("appointment.confirm.help")),
                List.of(
                        fixed(
                                "when",
                                "appointment.when",
                                words.say(
                                        "appointment.dayAndTime",
                                        here.dayName(here.day(start)),
                                        here.time(start))),
                        fixed(
                                "what",
                                "appointment.what",
                                here.serviceName(held.venue(), held.service())),
                        fixed("where", "appointment.where", here.venueName(held.venue())),
                        mail(mail, "appointment.mail.hint")),
                problems(wrong),
                Optional.empty(),
                words.say("appointment.confirm.do"),
                Ways.PERSONAL);
    }

    /** While the centre cannot be asked: no promise. */
    Page.Questions wish(Localized service, String when, String mail, boolean wrong) {
        return new Page.Questions(
                "appointment-wish",
                words.say("appointment.wish.title"),
                Optional.empty(),
                Optional.of(words.say("appointment.wish.help")),
                List.of(
                        fixed("what", "appointment.what", service),
                        new Field.Choice(
                                WISH,
                                words.say("appointment.wish.when"),
                                Optional.empty(),
                                when,
                                List.of(
                                        wish("soon", "appointment.wish.soon"),
                                        wish("mornings", "appointment.wish.mornings"),
                                        wish("afternoons", "appointment.wish.afternoons"))),
                        mail(mail, "appointment.wish.mail")),
                problems(wrong),
                Optional.empty(),
                words.say("appointment.wish.do"),
                Ways.PERSONAL);
    }

    private Page.Option wish(String id, String key) {
        return new Page.Option(id, words.say(key));
    }

    private Field fixed(String path, String key, Localized value) {
        // a fixed field is one text; the language that is read now writes it
        return new Field.Fixed(path, words.say(key), Optional.of(value), "");
    }

    private Field mail(String mail, String hint) {
        return new Field.Line(
                MAIL,
                words.say("form.voluntary", words.say("appointment.mail")),
                Optional.of(words.say(hint)),
                mail,
                Field.Keypad.LETTERS,
                MAIL_CHARACTERS_MAX);
    }

    private List<Page.FieldProblem> problems(boolean wrong) {
        return wrong
                ? List.of(new Page.FieldProblem(MAIL, words.say("appointment.mail.wrong")))
                : List.of();
    }
}
