package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import de.buergerkiosk.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands on a slip, as pages: while it is printed, where it cannot be, and at the end. */
final class SlipPages {
    private final Words words;
    private final Here here;
    private final ErrandPages errands;

    SlipPages(Words words, Here here) {
        this.words = words;
        this.here = here;
        this.errands = new ErrandPages(words, here);
    }

    Page.Waiting printing(Slip slip) {
        return new Page.Waiting(
                "slip-print",
                words.say("slip.print.title"),
                kept(slip),
                List.of(),
                Page.Illustration.PRINTER,
                Optional.empty(),
                Optional.empty());
    }

    /** What is safe already, whatever the printer does. */
    private Localized kept(Slip slip) {
        return switch (slip) {
            case Slip.Ticket ticket -> words.say("slip.print.number", ticket.number());
            case Slip.Arrival arrival -> words.say("slip.print.number", arrival.number());
            case Slip.Booked _ -> words.say("slip.print.booked");
            case Slip.Wished _, Slip.Cancelled _ -> words.say("slip.print.wished");
        };
    }

    Page.Notice halted(Slip slip, String code) {
        var blocks = new ArrayList<Page.Block>();
        blocks.add(new Page.Paragraph(words.say("slip.halted.text")));
        blocks.addAll(facts(slip));
        blocks.add(new Page.Paragraph(words.say("trouble.code", code)));
        return new Page.Notice(
                "slip-halted",
                Page.Mood.WARNING,
                words.say("slip.halted.title"),
                blocks,
                List.of(
                        new Page.Button("without", words.say("slip.halted.without"), false),
                        new Page.Button("again", words.say("print.halted.again"), true)),
                new Ways(false, false, Ways.Patience.PERSONAL));
    }

    /** Stands for a slip of a visit that was cut; nobody has to be there. */
    Page.Notice owed(Slip slip, String paper, String code) {
        var blocks = new ArrayList<Page.Block>();
        blocks.add(new Page.Paragraph(words.say("slip.owed.text")));
        blocks.addAll(facts(slip));
        blocks.add(paper(paper));
        blocks.add(new Page.Paragraph(words.say("trouble.code", code)));
        return farewell("slip-owed", Page.Mood.WARNING, words.say("slip.owed.title"), blocks);
    }

    Page.Notice farewell(Slip slip, String paper) {
        var blocks = new ArrayList<Page.Block>(facts(slip));
        if (!paper.equals("none")) {
            blocks.add(paper(paper));
        }
        return switch (slip) {
            case Slip.Ticket _ ->
                    farewell(
                            "farewell-ticket",
                            Page.Mood.DONE,
                            words.say("slip.ticket.title"),
                            blocks);
            case Slip.Arrival arrival ->
                    farewell(
                            "farewell-check-in",
                            arrival.told() ? Page.Mood.DONE : Page.Mood.INFO,
                            words.say(arrival.told() ? "slip.arrived" : "slip.untold.title"),
                            blocks);
            case Slip.Booked booked ->
                    farewell(
                            "farewell-appointment",
                            Page.Mood.DONE,
                            words.say(booked.moved() ? "slip.moved.title" : "slip.booked.title"),
                            blocks);
            case Slip.Wished _ ->
                    farewell(
                            "farewell-wish",
                            Page.Mood.INFO,
                            words.say("slip.wished.title"),
                            blocks);
            case Slip.Cancelled _ ->
                    farewell(
                            "farewell-cancelled",
                            Page.Mood.DONE,
                            words.say("slip.cancelled.title"),
                            blocks);
        };
    }

    private Page.Notice farewell(
            String name, Page.Mood mood, Localized title, List<Page.Block> blocks) {
        return new Page.Notice(
                name,
                mood,
                title,
                blocks,
                List.of(new Page.Button("done", words.say("farewell.done"), true)),
                Ways.ENDING);
    }

    private Page.Block paper(String paper) {
        return new Page.Paragraph(
                words.say(
                        switch (paper) {
                            case "printed" -> "slip.take";
                            case "unknown" -> "slip.look";
                            default -> "slip.noPaper";
                        }));
    }

    private List<Page.Block> facts(Slip slip) {
        var blocks = new ArrayList<Page.Block>();
        switch (slip) {
            case Slip.Ticket ticket -> {
                blocks.add(new Page.Code(words.say("slip.number"), "" + ticket.number()));
                waiting(blocks, ticket.venue());
            }
            case Slip.Arrival arrival -> {
                blocks.add(new Page.Code(words.say("slip.number"), "" + arrival.number()));
                waiting(blocks, arrival.venue());
                if (!arrival.told()) {
                    blocks.add(new Page.Paragraph(words.say("slip.untold")));
                }
            }
            case Slip.Booked booked -> {
                blocks.addAll(errands.facts(booked.venue(), booked.service(), booked.start()));
                blocks.add(new Page.Code(words.say("appointment.code"), booked.code().printed()));
            }
            case Slip.Wished wished -> {
                blocks.add(new Page.Paragraph(words.say("slip.noPromise")));
                blocks.add(new Page.Code(words.say("receipt.number"), wished.number()));
                blocks.add(new Page.Paragraph(words.say("slip.wished.how")));
            }
            case Slip.Cancelled gone -> {
                blocks.addAll(errands.facts(gone.venue(), gone.service(), gone.start()));
                blocks.add(new Page.Paragraph(words.say("slip.cancelled.text")));
            }
        }
        return blocks;
    }

    private void waiting(List<Page.Block> blocks, String venue) {
        here.offer(venue)
                .flatMap(offer -> offer.waitingPlace())
                .ifPresent(place ->
                        blocks.add(
                                new Page.Fact(
                                        "map-pin",
                                        words.say("slip.waitingPlace"),
                                        Here.localized(place))));
        blocks.add(new Page.Paragraph(words.say("slip.wait")));
    }
}
