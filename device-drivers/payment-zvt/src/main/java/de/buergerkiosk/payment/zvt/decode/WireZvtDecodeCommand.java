package de.buergerkiosk.payment.zvt.decode;

import de.buergerkiosk.payment.zvt.wire.TextEncoding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk wire zvt decode}: says what APDUs mean. */
@Command(
        name = "wire zvt decode",
        mixinStandardHelpOptions = true,
        description = {
            "Says what ZVT messages (APDUs, PA00P015 13.08) mean, without card data.",
            "Exit code 1 where the bytes are broken. With - one message is read from each line of"
                    + " standard input, and one line is written for each, errors included."
        })
public final class WireZvtDecodeCommand implements Callable<Integer> {
    @Spec @Nullable CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "HEX",
            description =
                    "One message or several back to back; blanks, colons, dashes, 0x and lower case"
                            + " are fine. - reads lines from standard input.")
    List<String> words = List.of();

    @Option(names = "--json", description = "As JSON, see docs/wire-zvt.md.")
    boolean json;

    @Option(
            names = "--charset",
            defaultValue = "cp437",
            description =
                    "Of texts that do not name theirs: cp437, utf-8, iso-8859-15. Default:"
                            + " ${DEFAULT-VALUE}")
    String charset = "cp437";

    @Override
    public Integer call() throws IOException {
        Charset texts = charset();
        return Answers.give(
                words,
                json,
                (bytes, out) -> {
                    out.print(ApduSequence.read(bytes, texts));
                    return true;
                });
    }

    private Charset charset() {
        return switch (charset.toLowerCase(Locale.ROOT)) {
            case "cp437", "ibm437" -> TextEncoding.CP437;
            case "utf-8", "utf8" -> StandardCharsets.UTF_8;
            case "iso-8859-15", "latin9" -> Charset.forName("ISO-8859-15");
            case "iso-8859-1", "latin1" -> StandardCharsets.ISO_8859_1;
            default ->
                    throw new ParameterException(
                            Objects.requireNonNull(spec).commandLine(),
                            "--charset: "
                                    + charset
                                    + " is not known; use cp437, utf-8 or iso-8859-15");
        };
    }
}
