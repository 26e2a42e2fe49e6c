package de.buergerkiosk.care;

import de.buergerkiosk.page.Page;
import de.buergerkiosk.ports.DeviceState;
import java.util.ArrayList;
import java.util.List;

/** Begins one part anew, or the whole kiosk; a part then says how it is. */
final class Restart implements Task {
    private final Instruments instruments;
    private final Cures cures;

    Restart(Instruments instruments, Cures cures) {
        this.instruments = instruments;
        this.cures = cures;
    }

    @Override
    public Next run(Session session) throws InterruptedException {
        while (true) {
            switch (session.ask(page(session))) {
                case Session.Pressed.Out(var next) -> {
                    return next;
                }
                case Session.Pressed.Button(var id) -> {
                    if (id.equals("kiosk")) {
                        session.note(CareEvent.PART_RESTARTED, id);
                        return Next.REOPEN;
                    }
                    if (part(session, id) instanceof Session.Pressed.Out(var next)) {
                        return next;
                    }
                }
            }
        }
    }

    private Session.Pressed part(Session session, String id) throws InterruptedException {
        session.busy(
                "care-restarting",
                session.say("care.restart.title"),
                session.say("care.restart.runs"),
                Page.Illustration.HOURGLASS);
        var state = begin(id);
        session.note(CareEvent.PART_RESTARTED, id + " " + code(state));
        if (state instanceof DeviceState.Down(var fault)) {
            return session.ask(
                    cures.trouble("care-restart-trouble", session.say("care.restart.not"), fault));
        }
        var blocks = new ArrayList<Page.Block>();
        blocks.add(new Page.Paragraph(session.say("care.restart.done.text")));
        blocks.addAll(cures.explained(state));
        return session.ask(
                new Page.Notice(
                        "care-restart-done",
                        Page.Mood.DONE,
                        session.say("care.restart.done"),
                        blocks,
                        List.of(new Page.Button("parts", session.say("care.restart.parts"), true)),
                        Session.WAYS));
    }

    private DeviceState begin(String id) throws InterruptedException {
        return switch (id) {
            // both drivers hold nothing between two calls: asking is a line and a registration anew
            case "printer" -> instruments.printer().state();
            case "terminal" -> instruments.terminal().diagnose();
            case "reader" -> {
                instruments.restartReader();
                yield instruments.reader().orElseThrow().state();
            }
            default -> throw new IllegalStateException("no such tile");
        };
    }

    private static String code(DeviceState state) {
        return switch (state) {
            case DeviceState.Ready() -> "ready";
            case DeviceState.Limited(var fault) -> fault.code();
            case DeviceState.Down(var fault) -> fault.code();
        };
    }

    private Page.Choices page(Session session) {
        var tiles = new ArrayList<Page.Tile>();
        tiles.add(
                new Page.Tile(
                        "printer",
                        "printer",
                        session.say("care.part.printer"),
                        session.say("care.restart.line")));
        tiles.add(
                new Page.Tile(
                        "terminal",
                        "contactless-payment",
                        session.say("care.part.terminal"),
                        session.say("care.restart.line")));
        if (instruments.reader().isPresent()) {
            tiles.add(
                    new Page.Tile(
                            "reader",
                            "identification-card",
                            session.say("care.part.reader"),
                            session.say("care.restart.client")));
        }
        if (instruments.reopen().isPresent()) {
            tiles.add(
                    new Page.Tile(
                            "kiosk",
                            "desktop-tower",
                            session.say("care.restart.kiosk"),
                            session.say("care.restart.kiosk.summary")));
        }
        return new Page.Choices(
                "care-restart",
                session.say("care.restart.title"),
                session.say("care.restart.lead"),
                tiles,
                Session.WAYS);
    }
}
