package de.buergerkiosk.eid.simulated.eac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlvIsBrokenTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "7C",
                "7C05AA",
                "7F",
                "7F49",
                "7F8149",
                "8780",
                "8784000000FF",
                "8783FFFFFF00",
                "878201",
                "3003020100FF"
            })
    void everyBreakIsNamed(String hex) {
        assertThrows(Malformed.class, () -> Tlv.parseOne(Bytes.ofHex(hex)));
    }

    @Test
    void longLengthsGoForthAndBack() throws Malformed {
        for (int length : new int[] {0, 1, 0x7F, 0x80, 0xFF, 0x100, 0xFFFF}) {
            var object = new Tlv(0x7F4E, Bytes.of(new byte[length]));
            assertEquals(object, Tlv.parseOne(object.encode()));
        }
    }

    @Test
    void randomBytesNeverEndInAnythingElse() {
        var chance = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < 20_000; i++) {
            Bytes bytes = Bytes.random(chance.nextInt(40), chance);
            try {
                for (Tlv object : Tlv.parseAll(bytes)) {
                    object.children();
                }
                CommandApdu.parse(bytes);
                Chat.parse(bytes);
            } catch (Malformed expected) {
                // named
            }
        }
    }
}
