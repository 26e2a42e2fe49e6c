package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.ports.print.Receipt;
import de.buergerkiosk.ports.print.Receipt.Style;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Slips as paper: German, and beside it the language in which the citizen read. */
final class SlipPaper {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

    private final Words words;
    private final Here here;

    SlipPaper(Words words, Here here) {
        this.words = words;
        this.here = here;
    }

    /** A serial that is the same each time this slip is printed, and says nothing about anybody. */
    Receipt of(Slip slip, String serial, String language) {
        var lines = new ArrayList<Receipt.Line>();
        lines.add(new Receipt.Text(words.say("receipt.city").in("de"), Style.CENTRED));
        lines.add(new Receipt.Text(both(here.venueName(slip.venue()), language), Style.CENTRED));
        lines.add(new Receipt.Rule());
        switch (slip) {
            case Slip.Ticket ticket -> ticket(lines, ticket, language);
            case Slip.Arrival arrival -> arrival(lines, arrival, language);
            case Slip.Booked booked -> booked(lines, booked, language);
            case Slip.Wished wished -> wished(lines, wished, language);
            case Slip.Cancelled _ ->
                    throw new IllegalStateException("nothing is printed for a cancellation");
        }
        return new Receipt(serial, lines);
    }

    private void ticket(List<Receipt.Line> lines, Slip.Ticket ticket, String language) {
        number(lines, ticket.number(), language);
        lines.add(
                pair(
                        "appointment.what",
                        both(here.serviceName(ticket.venue(), ticket.service()), language),
                        language));
        lines.add(pair("slip.taken", MINUTE.format(ticket.at().atZone(here.zone())), language));
        waiting(lines, ticket.venue(), language);
        lines.add(small("slip.wait", language));
    }

    private void arrival(List<Receipt.Line> lines, Slip.Arrival arrival, String language) {
        number(lines, arrival.number(), language);
        if (arrival.told()) {
            lines.add(new Receipt.Text(both(words.say("slip.arrived"), language), Style.BOLD));
        }
        arrival.start()
                .ifPresent(
                        start -> lines.add(pair("slip.appointment", here.time(start), language)));
        lines.add(pair("slip.taken", MINUTE.format(arrival.at().atZone(here.zone())), language));
        waiting(lines, arrival.venue(), language);
        if (!arrival.told()) {
            lines.add(new Receipt.Text(both(words.say("slip.untold"), language), Style.BOLD));
        }
        lines.add(small("slip.wait", language));
    }

    private void booked(List<Receipt.Line> lines, Slip.Booked booked, String language) {
        title(lines, booked.moved() ? "slip.moved" : "slip.booked", language);
        lines.add(pair("appointment.when", when(booked.start()), language));
        lines.add(
                pair(
                        "appointment.what",
                        both(here.serviceName(booked.venue(), booked.service()), language),
                        language));
        here.offer(booked.venue())
                .ifPresent(
                        venue -> lines.add(pair("appointment.where", venue.address(), language)));
        lines.add(new Receipt.Rule());
        lines.add(
                new Receipt.Qr(
                        booked.code().printed(), both(words.say("appointment.code"), language)));
        lines.add(new Receipt.Text(booked.code().printed(), Style.TITLE));
        lines.add(small("slip.code", language));
    }

    private void wished(List<Receipt.Line> lines, Slip.Wished wished, String language) {
        title(lines, "slip.wished", language);
        lines.add(new Receipt.Text(both(words.say("slip.noPromise"), language), Style.BOLD));
        lines.add(
                pair(
                        "appointment.what",
                        both(here.serviceName(wished.venue(), wished.service()), language),
                        language));
        lines.add(pair("receipt.number", wished.number(), language));
        lines.add(pair("receipt.date", MINUTE.format(wished.at().atZone(here.zone())), language));
        lines.add(small("slip.wished.how", language));
    }

    private void title(List<Receipt.Line> lines, String key, String language) {
        var text = words.say(key);
        lines.add(new Receipt.Text(text.in("de"), Style.TITLE));
        if (!"de".equals(language)) {
            lines.add(new Receipt.Text(text.in(language), Style.CENTRED));
        }
    }

    private void number(List<Receipt.Line> lines, int number, String language) {
        lines.add(new Receipt.Text(both(words.say("slip.number"), language), Style.CENTRED));
        lines.add(new Receipt.Text("" + number, Style.TITLE));
        lines.add(new Receipt.Rule());
    }

    private void waiting(List<Receipt.Line> lines, String venue, String language) {
        here.offer(venue)
                .flatMap(offer -> offer.waitingPlace())
                .map(Here::localized)
                .ifPresent(place ->
                        lines.add(pair("slip.waitingPlace", both(place, language), language)));
    }

    /** As German writes it: the paper is German first. */
    private String when(Instant start) {
        LocalDate day = here.day(start);
        return words.say("appointment.dayAndTime", here.dayName(day), here.time(start)).in("de");
    }

    private Receipt.Line pair(String key, String value, String language) {
        return new Receipt.Pair(both(words.say(key), language), value);
    }

    private Receipt.Line small(String key, String language) {
        return new Receipt.Text(both(words.say(key), language), Style.SMALL);
    }

    /** German, and the other language after a slash where it says something else. */
    private static String both(Localized text, String language) {
        var german = text.in("de");
        var other = text.in(language);
        return german.equals(other) ? german : german + " / " + other;
    }
}
