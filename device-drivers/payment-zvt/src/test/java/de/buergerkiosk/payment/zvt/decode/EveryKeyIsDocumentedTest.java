package de.buergerkiosk.payment.zvt.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.wire.KnownBitmap;
import de.buergerkiosk.payment.zvt.wire.KnownCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code docs/wire-zvt.md} against the tables and against what really comes out. */
class EveryKeyIsDocumentedTest {
    private static final Pattern KEY = Pattern.compile("\"([a-z][A-Za-z0-9]*)\":");

    private static String page() throws IOException {
        return Files.readString(Path.of("../../docs/wire-zvt.md"));
    }

    @Test
    void everyKeyThatComesOut() throws Exception {
        String page = page();
        var missing = new TreeSet<String>();
        for (DecodedMessagesTest.Message message : DecodedMessagesTest.messages()) {
            Matcher key = KEY.matcher(message.json());
            while (key.find()) {
                String name = key.group(1);
                if (!page.contains("`" + name + "`") && !page.contains("\"" + name + "\"")) {
                    missing.add(name);
                }
            }
        }
        assertEquals(new TreeSet<String>(), missing);
    }

    @Test
    void everyBitmapAndEveryCommand() throws Exception {
        String page = page();
        for (int tag = 0; tag < 256; tag++) {
            Optional<KnownBitmap> known = KnownBitmap.of(tag);
            if (known.isPresent() && known.get().kind() != KnownBitmap.Kind.SECRET) {
                assertTrue(page.contains("| `" + known.get().key() + "` |"), known.get().key());
            }
        }
        IntStream.range(0, 0x10000)
                .mapToObj(KnownCommand::of)
                .filter(command -> !command.name().equals("unknown-command"))
                .filter(command -> !command.name().equals("refusal"))
                .forEach(command ->
                        assertTrue(
                                page.contains(
                                        "| %02X %02X | `%s` | %s | %s |"
                                                .formatted(
                                                        command.code() >> 8,
                                                        command.code() & 0xFF,
                                                        command.name(),
                                                        command.german(),
                                                        command.english())),
                                command.name()));
    }
}
