package de.buergerkiosk.journey.pay;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.journey.print.QrPicture;
import de.buergerkiosk.page.Money;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Words;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The pages of paying on the own telephone. */
final class ScanPages {
    private final Words words;

    ScanPages(Words words) {
        this.words = words;
    }

    Page.Waiting preparing(long cents) {
        return waiting(cents, "pay.page.preparing", Optional.of(words.say("pay.cancel")));
    }

    Page.Scan scan(URI address, long cents) {
        return new Page.Scan(
                "pay-scan",
                words.say("pay.title", new Money(cents)),
                words.say("pay.page.scan"),
                QrPicture.onPage(address.toString()),
                List.of(words.say("pay.page.hint"), words.say("pay.page.stay")),
                Optional.of(words.say("pay.cancel")));
    }

    /** What was paid cannot be stopped any more, so nothing is offered. */
    Page.Waiting findingOut(long cents) {
        return waiting(cents, "pay.page.findingOut", Optional.empty());
    }

    private Page.Waiting waiting(long cents, String detail, Optional<Localized> cancel) {
        return new Page.Waiting(
                "pay-page",
                words.say("pay.title", new Money(cents)),
                words.say(detail),
                List.of(),
                Page.Illustration.HOURGLASS,
                cancel,
                Optional.empty());
    }
}
