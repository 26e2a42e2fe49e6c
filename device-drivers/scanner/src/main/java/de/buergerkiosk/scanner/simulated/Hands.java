package de.buergerkiosk.scanner.simulated;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The hands at the simulated scanner, as lines: a line is a QR code; one that begins with a colon is
 * something else that hands do.
 */
final class Hands {
    static final String THERE_ARE =
            ":qr TEXT, :datamatrix TEXT, :aztec TEXT, :pdf417 TEXT, :bars TEXT, :hex BYTES,"
                    + " :unplug, :plug, :fault NAME on|off; a line without colon is a QR code";

    private final SimulatedScanner scanner;

    Hands(SimulatedScanner scanner) {
        this.scanner = scanner;
    }

    /** Why a line is not obeyed. */
    static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1L;

        NotUnderstood(String what) {
            super(what);
        }
    }

    void obey(String line) throws NotUnderstood, IOException, InterruptedException {
        if (!line.startsWith(":")) {
            scanner.show(HeldCode.qr(line));
            return;
        }
        String[] words = line.substring(1).split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "unplug" -> scanner.unplug();
            case "plug" -> scanner.plugIn();
            case "hex" -> scanner.show(HeldCode.raw(bytes(rest)));
            case "fault" -> fault(rest);
            default ->
                    scanner.show(
                            HeldCode.of(
                                    HeldCode.Drawn.of(words[0]).orElseThrow(() -> unknown(line)),
                                    rest));
        }
    }

    private static byte[] bytes(String hex) throws NotUnderstood {
        try {
            return HexFormat.of().parseHex(hex.replace(" ", ""));
        } catch (IllegalArgumentException e) {
            throw new NotUnderstood("\"" + hex + "\" is no hex");
        }
    }

    private void fault(String rest) throws NotUnderstood {
        String[] words = rest.strip().split(" +", -1);
        Optional<ScannerFault> fault = ScannerFault.of(words[0].toLowerCase(Locale.ROOT));
        boolean on = words.length == 1 || words[1].equals("on");
        if (fault.isEmpty() || words.length > 2 || (!on && !words[1].equals("off"))) {
            throw new NotUnderstood(
                    "\":fault " + rest + "\": use NAME on|off; faults: " + ScannerFault.words());
        }
        scanner.fault(fault.get(), on);
    }

    private static NotUnderstood unknown(String line) {
        return new NotUnderstood("\"" + line.strip() + "\" is none of " + THERE_ARE);
    }
}
