package de.buergerkiosk.care;

import de.buergerkiosk.page.Page;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.print.ReceiptPrinter;
import java.util.List;
import java.util.Optional;

/**
 * Leads through a change of the roll, step by step as the printer's own sensors see it: nobody
 * presses "next". It ends with a slip that was printed and read. What the paper sensor says while the
 * cover is open is not asked: printers differ in it.
 */
final class PaperChange implements Task {
    private final ReceiptPrinter printer;
    private final Cures cures;
    private final TestPrint test;
    private final Counters counters;

    PaperChange(ReceiptPrinter printer, Cures cures, TestPrint test, Counters counters) {
        this.printer = printer;
        this.cures = cures;
        this.test = test;
        this.counters = counters;
    }

    private enum Step {
        /** Closed, with the old roll or none: open it. */
        OPEN,
        /** Open: roll in, paper out at the front, close it. */
        FILL,
        /** Closed again, and no paper is seen. */
        EMPTY,
        /** Closed again, and all is well. */
        READY,
        /** Something that no roll cures. */
        TROUBLE
    }

    @Override
    public Next run(Session session) throws InterruptedException {
        var stopped = change(session);
        if (stopped.isEmpty()) {
            stopped = test.prove(session);
        }
        return stopped.isPresent() ? stopped.get() : done(session);
    }

    /** Empty when the printer is ready with its new roll. */
    private Optional<Next> change(Session session) throws InterruptedException {
        var watch = session.watch();
        var shown = Optional.<Step>empty();
        var opened = false;
        while (true) {
            var state = printer.state();
            var step = step(state, opened);
            opened |= step == Step.FILL;
            if (step == Step.READY) {
                return Optional.empty();
            }
            if (step == Step.TROUBLE) {
                if (trouble(session, state) instanceof Session.Pressed.Out(var next)) {
                    return Optional.of(next);
                }
                shown = Optional.empty();
                watch = session.watch();
                continue;
            }
            if (!shown.equals(Optional.of(step))) {
                shown = Optional.of(step);
                show(session, watch, step);
            }
            var over = watch.look();
            if (over.isPresent()) {
                return over;
            }
        }
    }

    private static Step step(DeviceState state, boolean opened) {
        return switch (state) {
            case DeviceState.Ready(), DeviceState.Limited _ -> opened ? Step.READY : Step.OPEN;
            case DeviceState.Down(var fault) ->
                    switch (fault.code()) {
                        case "PRN-COVER-OPEN" -> Step.FILL;
                        case "PRN-PAPER-OUT" -> opened ? Step.EMPTY : Step.OPEN;
                        default -> Step.TROUBLE;
                    };
        };
    }

    private static void show(Session session, Session.Watch watch, Step step) {
        switch (step) {
            case OPEN ->
                    watch.show(
                            "care-paper-open",
                            session.say("care.paper.open"),
                            session.say("care.paper.open.detail"),
                            Page.Illustration.PRINTER);
            case FILL ->
                    watch.show(
                            "care-paper-fill",
                            session.say("care.paper.fill"),
                            session.say("care.paper.fill.detail"),
                            Page.Illustration.PRINTER);
            case EMPTY ->
                    watch.show(
                            "care-paper-empty",
                            session.say("care.paper.empty"),
                            session.say("care.paper.empty.detail"),
                            Page.Illustration.PRINTER);
            case READY, TROUBLE -> throw new IllegalStateException("nothing waits there");
        }
    }

    private Session.Pressed trouble(Session session, DeviceState state)
            throws InterruptedException {
        if (!(state instanceof DeviceState.Down(var fault))) {
            throw new IllegalStateException("no trouble");
        }
        return session.ask(
                cures.trouble("care-paper-trouble", session.say("care.paper.trouble"), fault));
    }

    private Next done(Session session) throws InterruptedException {
        counters.rollChanged();
        session.note(CareEvent.PAPER_CHANGED, "test print read");
        var page =
                new Page.Notice(
                        "care-paper-done",
                        Page.Mood.DONE,
                        session.say("care.paper.done"),
                        List.of(new Page.Paragraph(session.say("care.paper.done.text"))),
                        List.of(new Page.Button("menu", session.say("care.menu"), true)),
                        Session.WAYS);
        return session.ask(page) instanceof Session.Pressed.Out(var next) ? next : Next.MENU;
    }
}
