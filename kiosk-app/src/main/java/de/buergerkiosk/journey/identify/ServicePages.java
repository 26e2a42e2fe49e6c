package de.buergerkiosk.journey.identify;

import de.buergerkiosk.forms.ServiceDefinition;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.Ways;
import de.buergerkiosk.page.Words;
import java.time.LocalDate;
import java.util.ArrayList;

/** What a citizen should know before starting: what it is, fee, documents, duration. */
final class ServicePages {
    private ServicePages() {}

    static Page.Reading about(ServiceDefinition service, LocalDate today, Words words) {
        var about = service.page();
        var blocks = new ArrayList<Page.Block>();
        blocks.add(new Page.Paragraph(about.what()));
        blocks.add(new Page.Fact("money", words.say("service.fee"), about.fee(today)));
        blocks.add(
                new Page.Fact(
                        "clock",
                        words.say("service.duration"),
                        words.say("service.minutes", about.durationMinutes())));
        if (!about.documents().isEmpty()) {
            blocks.add(new Page.Heading(words.say("service.documents")));
            blocks.add(new Page.Bullets(about.documents()));
        }
        blocks.add(new Page.Fact("buildings", words.say("service.office"), service.officeName()));
        blocks.add(new Page.Fact("clock", words.say("service.hours"), about.hours()));
        blocks.add(new Page.Fact("file-text", words.say("service.law"), about.legalBasis()));
        blocks.add(new Page.Paragraph(words.say("service.privacy")));
        return new Page.Reading(
                "service",
                service.title(),
                blocks,
                words.say("service.start"),
                Ways.OPEN,
                words.banner());
    }
}
