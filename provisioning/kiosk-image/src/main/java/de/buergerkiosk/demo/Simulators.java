package de.buergerkiosk.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The simulated devices of a house and the payment provider, each a process of its own. */
final class Simulators {
    /** A second where nobody else works; a busy computer takes its time with so many at once. */
    static final Duration READY_MAX = Duration.ofMinutes(3);

    /** Nobody can scan a code of this machine: the telephone pays by itself, after a moment. */
    private static final List<String> CITIZEN_PAYS = List.of("--auto", "pay", "--delay-ms", "4000");

    private final ChildProcess terminal;
    private final ChildProcess printer;
    private final ChildProcess scanner;
    private final ChildProcess provider;

    /** Begins all of them; they start side by side. */
    Simulators(House.Places places, House.Faults faults, UnaryOperator<ChildProcess> started)
            throws IOException {
        terminal =
                started.apply(
                        start("terminal", places, out(places.terminalBooks(), faults.terminal())));
        printer = started.apply(start("printer", places, out(places.papers(), faults.printer())));
        scanner = started.apply(start("scanner", places, List.of()));
        provider = started.apply(start("paypage", places, out(places.pageBooks(), CITIZEN_PAYS)));
    }

    /** Where they are to be found. */
    record Ports(int terminal, int printer, int scanner, PaymentPage page) {}

    /** Once all of them are there. */
    Ports ready(Path secret) throws IOException, InterruptedException, ChildProcess.NotStarted {
        return new Ports(
                port(terminal),
                port(printer),
                port(scanner),
                PaymentPage.of(provider.ready(READY_MAX), secret));
    }

    ChildProcess terminal() {
        return terminal;
    }

    ChildProcess printer() {
        return printer;
    }

    ChildProcess scanner() {
        return scanner;
    }

    private static int port(ChildProcess child)
            throws InterruptedException, ChildProcess.NotStarted {
        return child.ready(READY_MAX).path("port").asInt();
    }

    private static List<String> out(Path folder, List<String> more) {
        var arguments = new ArrayList<>(List.of("--out", folder.toString()));
        arguments.addAll(more);
        return arguments;
    }

    private static ChildProcess start(String what, House.Places places, List<String> more)
            throws IOException {
        var arguments = new ArrayList<>(List.of("sim", what, "--port", "0"));
        arguments.addAll(more);
        return ChildProcess.start(what, places.log(what), arguments);
    }
}
