package de.buergerkiosk.payment.zvt.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.buergerkiosk.payment.zvt.transport.SerialFrame;
import de.buergerkiosk.payment.zvt.wire.Octets;
import de.buergerkiosk.ports.WireRecord;
import de.buergerkiosk.ports.WireRecord.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wireshark's ZVT dissector, which knows a part of the protocol and none of our code, reads our
 * recorded sessions and examples: every field that it finds has the value that we find.
 */
class TsharkAgreesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SESSIONS =
            Path.of("src/test/resources/de/buergerkiosk/payment/zvt/sessions");

    /** Fields in an order in which the dissector, which stops at bitmaps it does not know, sees all. */
    private static final List<String> EXAMPLES =
            List.of(
                    "040F56 2700 040000000030 70 0B000012 0C101500 0D1123 0E2405 170001 1910"
                            + " 22F0F8EEEEEEEEEEEE8074 2928004869 490978 870007 8A2E"
                            + " 8BF0F86769726F63617264 3CF0F0F447656E2E"
                            + " 060D 1F100100 60074305A000000004",
                    "061E016C",
                    "04FF020A03",
                    "06D315 0613 1F070103 250D 070B42932D2020848194E12121");

    private static final List<String> FIELDS =
            List.of(
                    "control_field",
                    "ccrc",
                    "aprc",
                    "length_field",
                    "int_status",
                    "password",
                    "reg.config_byte",
                    "result_code",
                    "cc",
                    "card_type",
                    "terminal_id",
                    "amount",
                    "time",
                    "date",
                    "trace_number",
                    "expiry_date",
                    "card_number",
                    "card_name",
                    "additional_data",
                    "tlv.text_lines.line",
                    "tlv.permitted_command",
                    "tlv.receipt_type",
                    "crc");

    private final Map<String, Integer> compared = new TreeMap<>();

    @TempDir Path directory;

    @BeforeAll
    static void needsTshark() throws Exception {
        assumeTrue(isInstalled(), "tshark is not installed");
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("tshark", "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(60, TimeUnit.SECONDS);
        } catch (IOException absent) {
            return false;
        }
    }

    private List<JsonNode> dissected(Capture capture, String... how) throws Exception {
        Path file = directory.resolve("zvt.pcap");
        Files.write(file, capture.bytes());
        var command = new ArrayList<>(List.of("tshark", "-r", file.toString(), "-T", "json"));
        command.addAll(List.of(how));
        for (String field : FIELDS) {
            command.add("-e");
            command.add("zvt." + field);
        }
        Path answer = directory.resolve("answer.json");
        Process tshark =
                new ProcessBuilder(command)
                        .redirectOutput(answer.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertTrue(tshark.waitFor(120, TimeUnit.SECONDS), "tshark does not end");
        assertEquals(0, tshark.exitValue());
        var packets = new ArrayList<JsonNode>();
        for (JsonNode packet : JSON.readTree(Files.readString(answer))) {
            packets.add(packet.at("/_source/layers"));
        }
        return packets;
    }

    private void compare(JsonNode theirs, JsonNode ours, Octets message) {
        for (String field : FIELDS) {
            JsonNode values = theirs.get("zvt." + field);
            if (values != null) {
                var said = new ArrayList<String>();
                values.forEach(value -> said.add(value.asString()));
                List<String> known = ours(field, ours, message);
                assertEquals(said, known, field + " of " + message.hex());
                compared.merge(field, said.size(), Integer::sum);
            }
        }
    }

    /** What we say, in the way that the dissector writes it. */
    private static List<String> ours(String field, JsonNode decoded, Octets message) {
        JsonNode fields = decoded.get("fields");
        String code = decoded.get("command").asString().replace(" ", "").toLowerCase(Locale.ROOT);
        return switch (field) {
            case "control_field" -> List.of("0x" + code);
            case "ccrc" -> List.of("0x" + code.substring(0, 2));
            case "aprc" -> List.of("0x" + code.substring(2));
            case "length_field" ->
                    List.of(
                            Integer.toString(
                                    message.at(2) == 0xFF
                                            ? message.at(3) | message.at(4) << 8
                                            : message.at(2)));
            case "int_status" -> List.of(hex(fields, "intermediateStatus"));
            case "password" -> List.of(fields.get("password").asString().toLowerCase(Locale.ROOT));
            case "reg.config_byte" -> List.of(hex(fields, "configByte"));
            case "result_code" -> List.of("0x%02x".formatted(fields.get("resultCode").asInt()));
            case "cc" -> List.of("0x%04d".formatted(fields.get("currency").asInt()));
            case "card_type" -> List.of(fields.get("cardTypeId").asString());
            case "terminal_id" -> List.of(fields.get("terminalId").asString());
            case "amount" -> List.of(fields.get("amountCents").asString());
            case "time" -> List.of(fields.get("time").asString());
            case "date" -> List.of(fields.get("date").asString().replace('-', '/'));
            case "trace_number" -> List.of("%06d".formatted(fields.get("traceNumber").asInt()));
            case "expiry_date" -> List.of(pairs(fields.get("expiry").asString(), "/"));
            case "card_number" -> List.of(fields.get("maskedPan").asString().replace('*', '?'));
            case "card_name" -> List.of(fields.get("cardName").asString());
            case "additional_data" -> List.of(fields.get("additionalText").asString());
            case "tlv.text_lines.line" -> texts(fields.get("lines"));
            case "tlv.permitted_command" ->
                    texts(fields.at("/tlv/26/0A")).stream()
                            .map(value -> "0x" + value.toLowerCase(Locale.ROOT))
                            .toList();
            case "tlv.receipt_type" ->
                    List.of("0x%04x".formatted(fields.get("receiptType").asInt()));
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static List<String> texts(JsonNode values) {
        var texts = new ArrayList<String>();
        values.forEach(value -> texts.add(value.asString()));
        return texts;
    }

    private static String hex(JsonNode fields, String key) {
        return "0x" + fields.get(key).asString().toLowerCase(Locale.ROOT);
    }

    private static String pairs(String digits, String between) {
        return String.join(between, digits.split("(?<=\\G..)", -1)).replaceAll(between + "$", "");
    }

    @Test
    void onTheMessagesOfRecordedSessions() throws Exception {
        var messages = new ArrayList<Octets>();
        var capture = new Capture(Capture.RAW_IP);
        for (Path session : sessions()) {
            for (Event event : WireRecord.read(Files.readString(session))) {
                switch (event) {
                    case Event.Opened() -> capture.newConnection();
                    case Event.Sent(String hex) -> {
                        messages.add(Octets.fromHex(hex));
                        capture.segment(true, Octets.fromHex(hex));
                    }
                    case Event.Received(String hex) -> {
                        messages.add(Octets.fromHex(hex));
                        capture.segment(false, Octets.fromHex(hex));
                    }
                }
            }
        }
        capture.newConnection();
        for (String hex : EXAMPLES) {
            messages.add(Octets.fromHex(hex));
            capture.segment(false, Octets.fromHex(hex));
        }

        List<JsonNode> packets =
                dissected(capture, "-d", "tcp.port==" + Capture.TERMINAL_PORT + ",zvt");

        assertEquals(messages.size(), packets.size());
        for (int i = 0; i < packets.size(); i++) {
            Octets message = messages.get(i);
            compare(packets.get(i), JSON.readTree(Line.json(message.hex())), message);
        }
        var missing = new ArrayList<>(FIELDS);
        missing.removeAll(compared.keySet());
        assertEquals(List.of("crc"), missing, "fields that nobody compared");
        assertTrue(compared.values().stream().mapToInt(i -> i).sum() > 300, compared.toString());
    }

    private static boolean hasDle(Octets message) {
        return IntStream.range(0, message.length()).anyMatch(i -> message.at(i) == 0x10);
    }

    private static List<Path> sessions() throws IOException {
        try (Stream<Path> files = Files.list(SESSIONS)) {
            return files.sorted().toList();
        }
    }

    @Test
    void onFramesOfTheSerialLine() throws Exception {
        var capture = new Capture(Capture.USER_0);
        // it leaves doubled DLEs as they are
        List<String> plain = EXAMPLES.stream().filter(hex -> !hasDle(Octets.fromHex(hex))).toList();
        assertEquals(3, plain.size());
        for (String hex : plain) {
            capture.packet(SerialFrame.encode(Octets.fromHex(hex)));
        }

        List<JsonNode> packets =
                dissected(
                        capture,
                        "-o",
                        "uat:user_dlts:\"User 0 (DLT=147)\",\"zvt\",\"0\",\"\",\"0\",\"\"");

        assertEquals(plain.size(), packets.size());
        for (int i = 0; i < packets.size(); i++) {
            int crc = SerialFrame.crc(Octets.fromHex(plain.get(i)));
            assertEquals("0x%04x".formatted(crc), packets.get(i).get("zvt.crc").get(0).asString());
        }
    }
}
