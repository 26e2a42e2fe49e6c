package de.buergerkiosk.journey.handover;

import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Errand;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Memory;
import de.buergerkiosk.journey.Turn;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.page.Money;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.ports.eid.EidClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The end of a visit: card and paper in the citizen's hands, a clean screen behind. */
public final class Handover {
    /** How long the kiosk reminds of a card before it goes home anyway; staff find it. */
    private static final Duration CARD_REMINDER = Duration.ofSeconds(30);

    private final Counter counter;
    private final EidClient eid;
    private final Journal journal;

    public Handover(Counter counter, EidClient eid, Journal journal) {
        this.counter = counter;
        this.eid = eid;
        this.journal = journal;
    }

    public Turn farewell(Visit.Printed printed) throws InterruptedException {
        var filled = printed.paid().filed().filled();
        if (filled.identified().identity() instanceof Visit.Identity.Known) {
            remindOfCard();
        }
        counter.ask(farewellPage(printed));
        return new Turn.Leave(Turn.Ending.DONE);
    }

    /** A visit that ends early, or by a bug, must not leave an ID card behind. */
    public void returnCard(Memory memory) throws InterruptedException {
        if (memory.mayHaveLeftCard()) {
            remindOfCard();
        }
    }

    private void remindOfCard() throws InterruptedException {
        if (eid.awaitCardRemoved(Duration.ZERO)) {
            return;
        }
        counter.screen().show(takeCardPage(), _ -> {});
        if (!eid.awaitCardRemoved(CARD_REMINDER)) {
            journal.incident("EID-CARD-LEFT", "an ID card was left in the reader");
        }
    }

    /** Forgets everything: the screen, and with it language, size and contrast. */
    public void clean() {
        counter.screen().wipe();
    }

    /** The visit met a bug: say so, with a code, and never leave a dead end. */
    public void apologise(Visit at) throws InterruptedException {
        counter.ask(apologyPage(at));
    }

    Page.Waiting takeCardPage() {
        var words = counter.words();
        return new Page.Waiting(
                "take-card",
                words.say("handover.card.title"),
                words.say("handover.card.detail"),
                List.of(),
                Page.Illustration.CARD_TAKEN,
                Optional.empty(),
                Optional.empty());
    }

    Page.Notice farewellPage(Visit.Printed printed) {
        Words words = counter.words();
        var filed = printed.paid().filed();
        var blocks = new ArrayList<Page.Block>();
        blocks.add(
                new Page.Paragraph(
                        words.say("farewell.filed", filed.filled().service().officeName())));
        blocks.add(new Page.Code(words.say("receipt.number"), filed.code()));
        switch (printed.paid().settlement()) {
            case Visit.Settlement.NothingDue() -> {}
            case Visit.Settlement.Booked _, Visit.Settlement.PaidOnPage _ ->
                    blocks.add(new Page.Paragraph(words.say("farewell.paid")));
            case Visit.Settlement.Invoiced(var order, var dueOn) -> {
                blocks.add(
                        new Page.Paragraph(
                                words.say(
                                        "farewell.invoiced",
                                        new Money(order.amountCents()),
                                        dueOn)));
                blocks.add(new Page.Code(words.say("receipt.reference"), order.reference()));
            }
            case Visit.Settlement.Unclear(var order, _) -> {
                blocks.add(new Page.Paragraph(words.say("farewell.unclear")));
                blocks.add(new Page.Code(words.say("receipt.reference"), order.reference()));
            }
        }
        blocks.add(
                new Page.Paragraph(
                        words.say(
                                switch (printed.paper().receipt()) {
                                    case "printed" -> "farewell.takeReceipt";
                                    case "unknown" -> "farewell.receiptUnknown";
                                    default -> "farewell.noReceipt";
                                })));
        if (!printed.paid().isIssuedNow()) {
            blocks.add(new Page.Paragraph(words.say("farewell.whenPaid")));
        }
        if (printed.paper().document().filter(d -> !d.equals("printed")).isPresent()) {
            blocks.add(new Page.Paragraph(words.say("farewell.noDocument")));
        }
        blocks.add(new Page.Paragraph(words.say("farewell.confirmation")));
        var unclear = printed.paid().settlement() instanceof Visit.Settlement.Unclear;
        return new Page.Notice(
                "farewell",
                unclear ? Page.Mood.WARNING : Page.Mood.DONE,
                words.say("farewell.title"),
                blocks,
                List.of(new Page.Button("done", words.say("farewell.done"), true)),
                Ways.ENDING);
    }

    /** Says what is true at that stage: whoever has filed must not file and pay once more. */
    Page.Notice apologyPage(Visit at) {
        var words = counter.words();
        var blocks = new ArrayList<Page.Block>();
        switch (at) {
            case Visit.Arrived _, Visit.Chosen _, Visit.Identified _, Visit.Filled _ -> {
                blocks.add(new Page.Paragraph(words.say("apology.text")));
                blocks.add(new Page.Code(words.say("apology.number"), at.id().value()));
            }
            case Visit.Filed filed -> open(blocks, filed);
            case Visit.Paying paying -> {
                open(blocks, paying.filed());
                blocks.add(
                        new Page.Code(words.say("receipt.reference"), paying.order().reference()));
            }
            case Visit.Paid paid -> kept(blocks, paid);
            case Visit.Printed printed -> kept(blocks, printed.paid());
            case Errand.Given _, Errand.HandedOut _ -> {
                blocks.add(new Page.Paragraph(words.say("apology.given")));
                blocks.add(new Page.Code(words.say("apology.number"), at.id().value()));
            }
            case Errand _ -> {
                blocks.add(new Page.Paragraph(words.say("apology.text")));
                blocks.add(new Page.Code(words.say("apology.number"), at.id().value()));
            }
        }
        blocks.add(new Page.Paragraph(words.say("trouble.code", "KSK-BUG")));
        return new Page.Notice(
                "apology",
                Page.Mood.TROUBLE,
                words.say("apology.title"),
                blocks,
                List.of(new Page.Button("done", words.say("apology.done"), true)),
                Ways.ENDING);
    }

    private void open(List<Page.Block> blocks, Visit.Filed filed) {
        var words = counter.words();
        blocks.add(
                new Page.Paragraph(
                        words.say(filed.dueCents() > 0 ? "apology.paying" : "apology.kept")));
        blocks.add(new Page.Code(words.say("receipt.number"), filed.code()));
    }

    private void kept(List<Page.Block> blocks, Visit.Paid paid) {
        var words = counter.words();
        blocks.add(new Page.Paragraph(words.say("apology.kept")));
        blocks.add(new Page.Code(words.say("receipt.number"), paid.filed().code()));
    }
}
