package de.buergerkiosk.payment.zvt.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code decoded.txt}: a message in one line, what it means in the next. */
class DecodedMessagesTest {
    private static final String DATA =
            "27 00 04 00 00 00 00 30 70 0B 00 00 12 0C 10 15 00 0D 11 23 0E 24 05 17 00 01 19 10"
                    + " 22 F0 F8 EE EE EE EE EE EE 80 74 29 28 00 48 69"
                    + " 2A 38 30 34 30 31 31 39 32 36 20 20 20 20 20 20"
                    + " 3C F0 F0 F4 47 81 6E 2E 49 09 78 87 00 07 88 00 04 70 8A 2E"
                    + " 8B F0 F8 67 69 72 6F 63 61 72 64"
                    + " 06 0D 1F 10 01 00 60 07 43 05 A0 00 00 00 04 E9 01 02";

    record Message(String hex, String json) {
        @Override
        public String toString() {
            return hex.length() > 40 ? hex.substring(0, 40) + "…" : hex;
        }
    }

    static List<Message> messages() throws IOException {
        try (InputStream file = DecodedMessagesTest.class.getResourceAsStream("decoded.txt")) {
            String text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
            var messages = new ArrayList<Message>();
            for (int i = 0; i < lines.size(); i += 2) {
                messages.add(new Message(lines.get(i), lines.get(i + 1)));
            }
            return messages;
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isReadAsWrittenDown(Message message) {
        assertEquals(message.json(), Line.json(message.hex()));
    }

    @Test
    void aResultOfAPaymentHasAllItsFields() {
        int length = DATA.split(" ", -1).length;
        String expected =
                """
                {"command":"04 0F","name":"status-information","fields":{"resultCode":0,\
                "amountCents":3070,"traceNumber":12,"time":"10:15:00","date":"11-23",\
                "expiry":"2405","cardSequenceNumber":1,"statusByte":"10",\
                "maskedPan":"************8074","terminalId":"28004869","vuNumber":"804011926",\
                "additionalText":"Gün.","currency":978,"receiptNumber":7,"turnoverNumber":470,\
                "cardTypeId":46,"cardName":"girocard",\
                "tlv":{"1F10":"00","60":{"43":["A000000004"]}}},\
                "unknown":[{"tag":"E9","hex":"0102","offset":109}]}\
                """;

        assertEquals(expected, Line.json("04 0F %02X ".formatted(length) + DATA));
        assertEquals(
                expected,
                Line.json(
                        "0x"
                                + "040f%02x".formatted(length)
                                + DATA.replace(" ", "").toLowerCase(Locale.ROOT)));
        assertEquals(
                expected, Line.json(("04 0F %02X ".formatted(length) + DATA).replace(' ', ':')));
    }

    @Test
    void theTableOfPeopleHasWordsForCodes() {
        String table = Line.table("061E016C 04FF010A");

        assertTrue(
                table.contains("resultCode               108  6C  Abbruch durch Zeitablauf"),
                table);
        assertTrue(table.contains("Karte einstecken (insert card)"), table);
        assertTrue(Line.table("040F0527").startsWith("broken at byte 4: "));
    }

    @Test
    void controlSignsOfATextDoNotReachTheTechniciansScreen() {
        assertTrue(Line.table("06D105001B5B324A").contains("lines                    ?[2J"));
    }

    @Test
    void aLengthInThreeBytesMovesEveryOffset() {
        assertEquals(
                "{\"command\":\"04"
                        + " 0F\",\"name\":\"status-information\",\"fields\":{\"resultCode\":0},"
                        + "\"unknown\":[{\"tag\":\"E9\",\"hex\":\"1122\",\"offset\":7}]}",
                Line.json("040F FF0500 2700 E91122"));
        assertEquals(
                "{\"command\":\"04"
                        + " 0F\",\"name\":\"status-information\",\"fields\":{\"resultCode\":0},"
                        + "\"unknown\":[{\"tag\":\"E9\",\"hex\":\"1122\",\"offset\":5}]}",
                Line.json("040F 05 2700 E91122"));
        assertTrue(Line.json("040F FF0400 2700 8701").contains("\"offset\":7"));
    }

    @Test
    void aTagThatComesAgainIsAListInItsOrder() {
        String json = Line.json("040F 14 2700 06 81 0F 60 05 43 03 A00001 60 06 43 04 A0000002");
        assertTrue(json.contains("\"60\":[{\"43\":[\"A00001\"]},{\"43\":[\"A0000002\"]}]"), json);
    }

    @Test
    void lengthsOfOneTwoAndThreeBytesAreTheSameObject() {
        String expected = Line.json("040F 08 2700 06 04 1F10 01 00").replace("\"fields\"", "");
        assertEquals(
                expected,
                Line.json("040F 0A 2700 06 81 05 1F10 81 01 00").replace("\"fields\"", ""));
        assertEquals(
                expected,
                Line.json("040F 0C 2700 06 82 00 06 1F10 82 0001 00").replace("\"fields\"", ""));
    }

    @Test
    void cutAtEachByteItNamesAPlaceInsideAndNothingOfTheCard() {
        int length = DATA.split(" ", -1).length;
        String whole = "040F" + "%02X".formatted(length) + DATA.replace(" ", "");
        for (int bytes = 1; bytes < whole.length() / 2; bytes++) {
            String json = Line.json(whole.substring(0, 2 * bytes));
            assertTrue(json.startsWith("{\"error\":{\"offset\":"), json);
            int offset = Integer.parseInt(json.replaceAll("^.*offset\":([0-9]+),.*$", "$1"));
            assertTrue(offset <= bytes, bytes + ": " + json);
            // the same with a length that fits: then an object is cut, not the message
            if (bytes > 3) {
                String shorter =
                        "040F" + "%02X".formatted(bytes - 3) + whole.substring(6, 2 * bytes);
                String read = Line.json(shorter);
                assertTrue(read.startsWith("{\"command\"") || read.startsWith("{\"error\""), read);
                if (read.startsWith("{\"error\"")) {
                    int place = Integer.parseInt(read.replaceAll("^.*offset\":([0-9]+),.*$", "$1"));
                    assertTrue(place >= 3 && place <= bytes, bytes + ": " + read);
                }
            }
        }
    }
}
