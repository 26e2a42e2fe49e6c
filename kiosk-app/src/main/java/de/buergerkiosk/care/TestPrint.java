package de.buergerkiosk.care;

import de.buergerkiosk.page.Page;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.print.PrintOutcome;
import de.buergerkiosk.ports.print.Receipt;
import de.buergerkiosk.ports.print.ReceiptPrinter;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prints a slip with a number, and believes only who finds that number on it: a roll that lies the
 * wrong way round stays white, and the printer knows nothing of it.
 */
final class TestPrint implements Task {
    private static final String UNREADABLE = "unreadable";
    private static final int NUMBER_MIN = 100;
    private static final int NUMBER_MAX = 999;
    private static final int CHOICES = 3;

    private final ReceiptPrinter printer;
    private final Cures cures;
    private final StaffMode.Nature nature;

    TestPrint(ReceiptPrinter printer, Cures cures, StaffMode.Nature nature) {
        this.printer = printer;
        this.cures = cures;
        this.nature = nature;
    }

    @Override
    public Next run(Session session) throws InterruptedException {
        var stopped = prove(session);
        return stopped.isPresent() ? stopped.get() : done(session);
    }

    private Next done(Session session) throws InterruptedException {
        var blocks = new ArrayList<Page.Block>();
        blocks.add(new Page.Paragraph(session.say("care.print.proved")));
        if (printer.state() instanceof DeviceState.Limited limited) {
            blocks.addAll(cures.explained(limited));
        }
        var page =
                new Page.Notice(
                        "care-print-done",
                        Page.Mood.DONE,
                        session.say("care.print.done"),
                        blocks,
                        List.of(new Page.Button("menu", session.say("care.menu"), true)),
                        Session.WAYS);
        return session.ask(page) instanceof Session.Pressed.Out(var next) ? next : Next.MENU;
    }

    /** Empty when the slip was printed and read; else where to go on. */
    Optional<Next> prove(Session session) throws InterruptedException {
        while (true) {
            int number = nature.chance().nextInt(NUMBER_MIN, NUMBER_MAX + 1);
            session.busy(
                    "care-printing",
                    session.say("care.print.title"),
                    session.say("care.print.printing"),
                    Page.Illustration.PRINTER);
            var stopped =
                    switch (printer.print(slip(session, number))) {
                        case PrintOutcome.Printed() -> {
                            var read = read(session, number);
                            if (read.isEmpty()) {
                                session.note(CareEvent.TEST_PRINT, "printed and read");
                                yield Optional.<Session.Pressed>empty();
                            }
                            yield read;
                        }
                        case PrintOutcome.Halted(var fault) -> {
                            session.note(CareEvent.TEST_PRINT, fault.code());
                            yield Optional.of(
                                    session.ask(
                                            cures.trouble(
                                                    "care-print-trouble",
                                                    session.say("care.print.halted"),
                                                    fault)));
                        }
                        case PrintOutcome.Unknown(var fault) -> {
                            session.note(CareEvent.TEST_PRINT, fault.code());
                            yield Optional.of(
                                    session.ask(
                                            cures.trouble(
                                                    "care-print-trouble",
                                                    session.say("care.print.unknown"),
                                                    fault)));
                        }
                    };
            if (stopped.isEmpty()) {
                return Optional.empty();
            }
            if (stopped.get() instanceof Session.Pressed.Out(var next)) {
                return Optional.of(next);
            }
        }
    }

    /** Empty when the right number was found; else what was pressed instead. */
    private Optional<Session.Pressed> read(Session session, int number)
            throws InterruptedException {
        var answer = session.ask(question(session, number));
        if (!(answer instanceof Session.Pressed.Button(var id))) {
            return Optional.of(answer);
        }
        if (id.equals(String.valueOf(number))) {
            return Optional.empty();
        }
        session.note(CareEvent.TEST_PRINT, id.equals(UNREADABLE) ? "not readable" : "misread");
        return Optional.of(
                session.ask(
                        new Page.Notice(
                                "care-print-unreadable",
                                Page.Mood.WARNING,
                                session.say("care.print.unreadable.title"),
                                List.of(
                                        new Page.Paragraph(
                                                session.say("care.print.unreadable.text"))),
                                List.of(new Page.Button("again", session.say("care.again"), true)),
                                Session.WAYS)));
    }

    private Page.Notice question(Session session, int number) {
        var numbers =
                new ArrayList<>(
                        Stream.concat(
                                        Stream.of(number),
                                        nature.chance()
                                                .ints(NUMBER_MIN, NUMBER_MAX + 1)
                                                .boxed()
                                                .filter(other -> other != number))
                                .distinct()
                                .limit(CHOICES)
                                .toList());
        Collections.sort(numbers);
        var buttons = new ArrayList<Page.Button>();
        for (var each : numbers) {
            buttons.add(
                    new Page.Button(
                            String.valueOf(each), session.say("care.print.number", each), false));
        }
        buttons.add(new Page.Button(UNREADABLE, session.say("care.print.unreadable"), false));
        return new Page.Notice(
                "care-print-read",
                Page.Mood.INFO,
                session.say("care.print.which"),
                List.of(new Page.Paragraph(session.say("care.print.take"))),
                buttons,
                Session.WAYS);
    }

    private Receipt slip(Session session, int number) {
        return new Receipt(
                "test-" + number,
                List.of(
                        new Receipt.Text(session.printed("care.print.slip"), Receipt.Style.TITLE),
                        new Receipt.Gap(1),
                        new Receipt.Text(String.valueOf(number), Receipt.Style.TITLE),
                        new Receipt.Gap(1),
                        new Receipt.Text("ÄÖÜ äöü ß € 0123456789", Receipt.Style.CENTRED),
                        new Receipt.Rule(),
                        new Receipt.Pair(
                                session.printed("receipt.date"),
                                session.printed(
                                        "care.moment",
                                        LocalDateTime.ofInstant(
                                                nature.clock().instant(), nature.zone()))),
                        new Receipt.Text(
                                session.printed("care.print.nothing"), Receipt.Style.SMALL)));
    }
}
