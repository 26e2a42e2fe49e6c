package de.buergerkiosk.care;

import de.buergerkiosk.forms.Localized;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Fault;
import java.util.ArrayList;
import java.util.List;

/** Every part of the kiosk: how it is, what that means, and what helps. */
final class Overview implements Task {
    private static final long DISK_MEGABYTES_MIN = 1_000;
    private static final long CERTIFICATE_DAYS_MIN = 14;

    private final Instruments instruments;
    private final Cures cures;

    Overview(Instruments instruments, Cures cures) {
        this.instruments = instruments;
        this.cures = cures;
    }

    @Override
    public Next run(Session session) throws InterruptedException {
        while (true) {
            session.busy(
                    "care-looking",
                    session.say("care.overview.title"),
                    session.say("care.overview.looking"),
                    Page.Illustration.HOURGLASS);
            var page =
                    new Page.Reading(
                            "care-overview",
                            session.say("care.overview.title"),
                            blocks(session),
                            session.say("care.overview.again"),
                            Session.WAYS);
            if (session.ask(page) instanceof Session.Pressed.Out(var next)) {
                return next;
            }
        }
    }

    private List<Page.Block> blocks(Session session) throws InterruptedException {
        var blocks = new ArrayList<Page.Block>();
        add(blocks, "printer", session.say("care.part.printer"), instruments.printer().state());
        add(
                blocks,
                "contactless-payment",
                session.say("care.part.terminal"),
                instruments.terminal().state());
        var reader = instruments.reader();
        if (reader.isPresent()) {
            add(
                    blocks,
                    "identification-card",
                    session.say("care.part.reader"),
                    reader.get().state());
        }
        add(blocks, "globe", session.say("care.part.centre"), instruments.centre());
        var facts = instruments.facts();
        blocks.add(
                new Page.Fact(
                        "file-text",
                        session.say("care.part.outbox"),
                        session.say(
                                "care.overview.outbox",
                                facts.waiting(),
                                facts.longest().toMinutes())));
        add(blocks, "rows", session.say("care.part.journal"), journal(facts));
        blocks.add(
                new Page.Fact(
                        "package",
                        session.say("care.part.disk"),
                        session.say("care.overview.megabytes", facts.diskFreeMegabytes())));
        blocks.addAll(cures.explained(disk(facts)));
        certificate(session, blocks, facts);
        blocks.add(
                new Page.Fact(
                        "info",
                        session.say("care.part.bundle"),
                        facts.bundle() == 0
                                ? session.say("care.overview.own", facts.software())
                                : session.say(
                                        "care.overview.bundle", facts.bundle(), facts.software())));
        return blocks;
    }

    private void certificate(Session session, List<Page.Block> blocks, Instruments.Facts facts) {
        if (facts.certificateDays().isEmpty()) {
            return;
        }
        long days = facts.certificateDays().getAsLong();
        blocks.add(
                new Page.Fact(
                        "lock-key",
                        session.say("care.part.certificate"),
                        session.say("care.overview.days", days)));
        if (days < CERTIFICATE_DAYS_MIN) {
            blocks.addAll(cures.explained(new Fault("KSK-CERTIFICATE-ENDS", days + " days")));
        }
    }

    private void add(List<Page.Block> blocks, String icon, Localized part, DeviceState state) {
        blocks.add(new Page.Fact(icon, part, cures.state(state)));
        blocks.addAll(cures.explained(state));
    }

    private static DeviceState journal(Instruments.Facts facts) {
        return facts.journalSound()
                ? new DeviceState.Ready()
                : new DeviceState.Down(new Fault("STO-CHAIN-BROKEN", "journal or staff log"));
    }

    private static DeviceState disk(Instruments.Facts facts) {
        return facts.diskFreeMegabytes() >= DISK_MEGABYTES_MIN
                ? new DeviceState.Ready()
                : new DeviceState.Limited(
                        new Fault("KSK-DISK-LOW", facts.diskFreeMegabytes() + " MB"));
    }
}
