package de.buergerkiosk.payment.zvt.simulated;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a person types while the simulated terminal runs. */
record SimInput(RunningTerminal terminal) {
    /** The end of standard input ends only the reading: the process may have been given none. */
    void listen() {
        Thread.ofPlatform().daemon().name("cardholder").start(this::read);
    }

    private void read() {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            String line = input.readLine();
            while (line != null) {
                obey(line.strip());
                line = input.readLine();
            }
        } catch (IOException closed) {
            // as good as the end of input
        }
    }

    private void obey(String line) {
        if (line.isEmpty()) {
            return;
        }
        if (line.startsWith("fault ")) {
            Optional<TerminalFault> next = TerminalFault.named(line.substring(6).strip());
            next.ifPresentOrElse(
                    terminal.engine()::fault, () -> System.err.println("no such fault: " + line));
            return;
        }
        CardholderAction.named(line)
                .ifPresentOrElse(
                        terminal::act,
                        () ->
                                System.err.println(
                                        "not understood: "
                                                + line
                                                + "; use "
                                                + CardholderAction.NAMES
                                                + ", fault NAME"));
    }
}
