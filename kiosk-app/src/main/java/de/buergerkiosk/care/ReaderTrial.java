package de.buergerkiosk.care;

import de.buergerkiosk.page.Page;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.eid.EidClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A card laid on and taken away again, as the eID client sees it; nothing of the card is read. */
final class ReaderTrial implements Task {
    private final Instruments instruments;
    private final Cures cures;

    ReaderTrial(Instruments instruments, Cures cures) {
        this.instruments = instruments;
        this.cures = cures;
    }

    @Override
    public Next run(Session session) throws InterruptedException {
        var reader = instruments.reader();
        if (reader.isEmpty()) {
            return said(
                    session,
                    new Page.Notice(
                            "care-reader-none",
                            Page.Mood.INFO,
                            session.say("care.reader.none"),
                            List.of(new Page.Paragraph(session.say("care.reader.none.text"))),
                            List.of(new Page.Button("menu", session.say("care.menu"), true)),
                            Session.WAYS));
        }
        while (true) {
            session.busy(
                    "care-reader-looking",
                    session.say("care.reader.title"),
                    session.say("care.reader.looking"),
                    Page.Illustration.CARD_READER);
            if (reader.get().state() instanceof DeviceState.Down(var fault)) {
                session.note(CareEvent.READER_TEST, fault.code());
                var page =
                        cures.trouble(
                                "care-reader-trouble", session.say("care.reader.trouble"), fault);
                if (session.ask(page) instanceof Session.Pressed.Out(var next)) {
                    return next;
                }
                continue;
            }
            var stopped = laidAndTaken(session, reader.get());
            return stopped.isPresent() ? stopped.get() : done(session);
        }
    }

    private static Optional<Next> laidAndTaken(Session session, EidClient reader)
            throws InterruptedException {
        var watch = session.watch();
        watch.show(
                "care-reader-lay",
                session.say("care.reader.lay"),
                session.say("care.reader.lay.detail"),
                Page.Illustration.CARD_READER);
        while (!lies(reader)) {
            var over = watch.look();
            if (over.isPresent()) {
                return over;
            }
        }
        watch.show(
                "care-reader-take",
                session.say("care.reader.take"),
                session.say("care.reader.take.detail"),
                Page.Illustration.CARD_READER);
        while (!reader.awaitCardRemoved(Duration.ZERO)) {
            var over = watch.look();
            if (over.isPresent()) {
                return over;
            }
        }
        return Optional.empty();
    }

    /** A client that cannot be asked says "not removed", too. */
    private static boolean lies(EidClient reader) throws InterruptedException {
        return !reader.awaitCardRemoved(Duration.ZERO)
                && !(reader.state() instanceof DeviceState.Down);
    }

    private static Next done(Session session) throws InterruptedException {
        session.note(CareEvent.READER_TEST, "card seen and removed");
        return said(
                session,
                new Page.Notice(
                        "care-reader-done",
                        Page.Mood.DONE,
                        session.say("care.reader.done"),
                        List.of(new Page.Paragraph(session.say("care.reader.done.text"))),
                        List.of(new Page.Button("menu", session.say("care.menu"), true)),
                        Session.WAYS));
    }

    private static Next said(Session session, Page page) throws InterruptedException {
        return session.ask(page) instanceof Session.Pressed.Out(var next) ? next : Next.MENU;
    }
}
