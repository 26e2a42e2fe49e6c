package de.buergerkiosk.journey.pay;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.forms.PayLater;
import de.buergerkiosk.journey.Visit;
import de.buergerkiosk.page.Money;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import de.buergerkiosk.page.Words;
import java.util.List;

/** The pages on which a citizen chooses how to pay. */
final class ChoicePages {
    private static final Ways MAY_LEAVE = new Ways(false, true, Ways.Patience.PERSONAL);

    private final Words words;

    ChoicePages(Words words) {
        this.words = words;
    }

    Page.Choices ways(List<Offer> offers, long cents) {
        return new Page.Choices(
                "pay-way",
                words.say("pay.way.title", new Money(cents)),
                words.say("pay.way.lead"),
                offers.stream().map(this::tile).toList(),
                MAY_LEAVE);
    }

    private Page.Tile tile(Offer offer) {
        return switch (offer) {
            case CARD -> tile(offer, "credit-card", "pay.way.card", "pay.way.card.summary");
            case PAGE -> tile(offer, "contactless-payment", "pay.way.page", "pay.way.page.summary");
            case LATER -> tile(offer, "file-text", "pay.way.later", "pay.way.later.summary");
        };
    }

    private Page.Tile tile(Offer offer, String icon, String title, String summary) {
        return new Page.Tile(offer.id(), icon, words.say(title), words.say(summary));
    }

    /** What the citizen agrees to instead of paying now. */
    Page.Notice feeNotice(PayLater terms, Visit.Settlement.Invoiced invoiced) {
        return new Page.Notice(
                "fee-notice",
                Page.Mood.INFO,
                words.say("pay.later.title"),
                List.of(
                        new Page.Paragraph(terms.notice()),
                        fact("money", "pay.later.amount", amount(invoiced)),
                        fact("calendar", "pay.later.due", words.say("date", invoiced.dueOn()))),
                List.of(
                        new Page.Button("other", words.say("pay.later.other"), false),
                        new Page.Button("agree", words.say("pay.later.agree"), true)),
                new Ways(false, false, Ways.Patience.PERSONAL));
    }

    private Page.Fact fact(String icon, String label, Localized value) {
        return new Page.Fact(icon, words.say(label), value);
    }

    private Localized amount(Visit.Settlement.Invoiced invoiced) {
        return words.say("amount", new Money(invoiced.order().amountCents()));
    }
}
