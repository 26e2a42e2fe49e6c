package de.buergerkiosk.payment.zvt.decode;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Octets;
import de.buergerkiosk.payment.zvt.wire.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random card numbers and tracks, in every place where a terminal may put them. */
class CardDataNeverShowsTest {
    private static String digits(Random chance, int count) {
        var digits = new StringBuilder();
        digits.append(1 + chance.nextInt(9));
        while (digits.length() < count) {
            digits.append(chance.nextInt(10));
        }
        return digits.toString();
    }

    private static String ascii(String text) {
        return Octets.ofText(text, StandardCharsets.US_ASCII).hex();
    }

    private static String even(String packed) {
        return packed.length() % 2 == 0 ? packed : packed + "F";
    }

    private static String counted(int digits, String hex) {
        var length = new StringBuilder();
        String count = Integer.toString(1_000 + hex.length() / 2).substring(4 - digits);
        for (int i = 0; i < count.length(); i++) {
            length.append('F').append(count.charAt(i));
        }
        return length + hex;
    }

    private static String tlv(String tag, String hex) {
        return tag + "%02X".formatted(hex.length() / 2) + hex;
    }

    private static String container(String hex) {
        return "06"
                + (hex.length() / 2 < 128 ? "" : "81")
                + "%02X".formatted(hex.length() / 2)
                + hex;
    }

    private static String apdu(String command, String data) {
        int length = data.length() / 2;
        return command + "%02X".formatted(length) + data;
    }

    private static List<String> places(String pan, String track) {
        String packed = even(pan);
        String packedTrack = even(track);
        String inWords = ascii("Nr. " + pan + " gueltig");
        return List.of(
                apdu("040F", "2700" + "22" + counted(2, packed)),
                apdu("040F", "2700" + "23" + counted(2, packedTrack)),
                apdu("040F", "2700" + "24" + counted(3, packedTrack)),
                apdu("040F", "2700" + "2D" + counted(2, ascii("B" + pan + "^N/N^2512"))),
                apdu("040F", "2700" + "2E" + counted(3, packed)),
                apdu("040F", "2700" + "3C" + counted(3, inWords)),
                apdu("040F", "2700" + "8B" + counted(2, inWords)),
                apdu("040F", "2700" + "A7" + counted(2, packed)),
                apdu("040F", "2700" + "AF" + counted(3, packed)),
                apdu("040F", "2700" + "E9" + packed),
                apdu("040F", "2700" + "E9" + ascii(pan)),
                apdu("040F", "2700" + "E9" + "0" + pan + (pan.length() % 2 == 0 ? "0" : "")),
                apdu("040F", "2700" + container(tlv("1F08", packedTrack))),
                apdu("040F", "2700" + container(tlv("1F09", packedTrack))),
                apdu("040F", "2700" + container(tlv("1F0A", packedTrack))),
                apdu("040F", "2700" + container(tlv("60", tlv("5A", packed)))),
                apdu("040F", "2700" + container(tlv("60", tlv("57", packedTrack)))),
                apdu("040F", "2700" + container(tlv("46", inWords))),
                apdu("040F", "2700" + container(tlv("1F7F", packed))),
                apdu("040F", "2700" + container(tlv("1F7F", inWords))),
                apdu("040F", "2700" + container(tlv("FF7F", packed))),
                apdu("040F", "2700" + container(tlv("1F14", packed))),
                apdu("040F", "2700" + container(tlv("60", tlv("9F26", packed)))),
                apdu("04FF", "0A03" + container(tlv("24", tlv("07", inWords)))),
                apdu("06D1", "00" + inWords),
                apdu("06D3", container(tlv("25", tlv("07", inWords)))),
                apdu("060F", "22" + counted(2, packed)),
                apdu("061E", "6C" + "22" + counted(2, packed)),
                apdu("0601", "04000000018000" + "22" + counted(2, packed)),
                apdu("06C6", container(tlv("1F46", packed))),
                apdu("06D9", packed),
                apdu("06D9", inWords),
                apdu("0F01", packed));
    }

    @Test
    void neitherOnTheScreenNorInFiles() throws Exception {
        var chance = new Random(4);
        for (int run = 0; run < 400; run++) {
            String pan = digits(chance, 12 + chance.nextInt(8));
            String track = pan + "D2512201" + digits(chance, 13);
            String beginning = pan.substring(0, pan.length() - 4);
            int place = 0;
            for (String hex : places(pan, track)) {
                String where = "place " + place++ + " of run " + run;
                String json = Line.json(hex);
                assertTrue(json.startsWith("{\"command\""), where + ": " + json);
                String stored = Redaction.hex(Apdu.read(Octets.fromHex(hex)));
                for (String shown : List.of(json, Line.table(hex), stored)) {
                    assertFalse(shown.contains(beginning), where);
                    assertFalse(shown.contains(ascii(beginning)), where);
                    assertFalse(shown.contains(track.substring(pan.length() + 1)), where);
                }
            }
        }
    }
}
