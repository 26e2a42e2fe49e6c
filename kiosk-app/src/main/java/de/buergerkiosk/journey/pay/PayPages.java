package de.buergerkiosk.journey.pay;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Money;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.ports.payment.PaymentProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every page of paying. */
final class PayPages {
    private final Words words;

    PayPages(Words words) {
        this.words = words;
    }

    Page.Waiting progress(PaymentProgress progress, long cents) {
        boolean mayCancel =
                switch (progress) {
                    case PREPARING, PRESENT_CARD, ENTER_PIN -> true;
                    case AUTHORISING, TAKE_CARD, FINDING_OUT -> false;
                };
        return new Page.Waiting(
                "pay",
                words.say("pay.title", new Money(cents)),
                words.say(
                        switch (progress) {
                            case PREPARING -> "pay.preparing";
                            case PRESENT_CARD -> "pay.presentCard";
                            case ENTER_PIN -> "pay.enterPin";
                            case AUTHORISING -> "pay.authorising";
                            case TAKE_CARD -> "pay.takeCard";
                            case FINDING_OUT -> "pay.findingOut";
                        }),
                List.of(words.say("pay.hint")),
                Page.Illustration.PAYMENT_TERMINAL,
                mayCancel ? Optional.of(words.say("pay.cancel")) : Optional.empty(),
                Optional.empty());
    }

    /**
     * Nothing was booked, and why.
     *
     * @param otherWays whether there is another way to pay than this one
     */
    Page.Notice notPaid(Takings.NotPaid nothing, boolean otherWays) {
        var paragraphs = new ArrayList<Page.Block>();
        paragraphs.add(new Page.Paragraph(nothing.why()));
        paragraphs.add(
                new Page.Paragraph(
                        words.say(otherWays ? "pay.nothingBooked.other" : "pay.nothingBooked")));
        nothing.code()
                .ifPresent(c -> paragraphs.add(new Page.Paragraph(words.say("trouble.code", c))));
        var buttons = new ArrayList<Page.Button>();
        buttons.add(new Page.Button("leave", words.say("pay.notPaid.leave"), false));
        if (otherWays) {
            buttons.add(new Page.Button("other", words.say("pay.notPaid.other"), false));
        }
        buttons.add(new Page.Button("again", words.say("pay.notPaid.again"), true));
        return new Page.Notice(
                "not-paid",
                Page.Mood.WARNING,
                words.say("pay.notPaid.title"),
                paragraphs,
                buttons,
                new Ways(false, false, Ways.Patience.PERSONAL));
    }

    Page.Waiting settling() {
        return settling(words.say("pay.settling.detail"));
    }

    /** The terminal did not answer and is asked once more. */
    Page.Waiting settlingAgain(int attempt, int attemptsMax) {
        return settling(words.say("pay.settling.again", attempt, attemptsMax));
    }

    private Page.Waiting settling(Localized detail) {
        return new Page.Waiting(
                "settling",
                words.say("pay.settling.title"),
                detail,
                List.of(),
                Page.Illustration.HOURGLASS,
                Optional.empty(),
                Optional.empty());
    }
}
