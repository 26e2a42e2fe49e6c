package de.buergerkiosk.payment.zvt.decode;

import de.buergerkiosk.payment.zvt.wire.TextEncoding;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kiosk wire zvt frame}: takes frames of the serial line apart. */
@Command(
        name = "wire zvt frame",
        mixinStandardHelpOptions = true,
        description = {
            "Takes frames of the ZVT serial line apart: ACK, NAK, DLE STX … DLE ETX CRC.",
            "Exit code 1 where the bytes are broken or a check value is wrong. With - one line of"
                    + " standard input is read after the other."
        })
public final class WireZvtFrameCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "HEX",
            description = "What stands on the line. - reads lines from standard input.")
    List<String> words = List.of();

    @Option(names = "--json", description = "As JSON, see docs/wire-zvt.md.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        return Answers.give(
                words,
                json,
                (bytes, out) -> {
                    var items = FrameSequence.read(bytes, TextEncoding.CP437);
                    out.printFrames(items);
                    return items.stream().allMatch(WireZvtFrameCommand::isWhole);
                });
    }

    private static boolean isWhole(FrameSequence.Item item) {
        return switch (item) {
            case FrameSequence.Item.Acknowledged(), FrameSequence.Item.Refused() -> true;
            case FrameSequence.Item.Frame frame -> frame.isValid();
        };
    }
}
