package de.buergerkiosk.card.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardSaysWhatItIsTest {
    private static final String PACE = "3012060A04007F00070202040202" + "020102" + "02010D";
    private static final String TERMINAL = "300D060804007F0007020202" + "020102";
    private static final String CHIP = "3012060A04007F00070202030202" + "020102" + "020129";

    private static byte[] set(String... entries) {
        byte[] content = HexFormat.of().parseHex(String.join("", entries));
        byte[] whole = new byte[content.length + 2];
        whole[0] = 0x31;
        whole[1] = (byte) content.length;
        System.arraycopy(content, 0, whole, 2, content.length);
        return whole;
    }

    @Test
    void anIdCardHasAllThreeProtocols() {
        CardAccess access = CardAccess.parse(set(TERMINAL, PACE, CHIP)).orElseThrow();

        assertTrue(access.isEid());
        assertEquals(
                List.of(
                        "0.4.0.127.0.7.2.2.2",
                        "0.4.0.127.0.7.2.2.4.2.2",
                        "0.4.0.127.0.7.2.2.3.2.2"),
                List.copyOf(access.protocols()));
    }

    @Test
    void aPassportWithPaceAloneIsNoEidDocument() {
        assertFalse(CardAccess.parse(set(PACE)).orElseThrow().isEid());
        assertFalse(CardAccess.parse(set()).orElseThrow().isEid());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "31",
                "3105",
                "30020000",
                "3184FFFFFFFF",
                "3103300106",
                "31020500",
                "310630040602FFFF",
                "3104300206FF"
            })
    void whatIsNoSetOfProtocolsIsRefused(String file) {
        assertEquals(Optional.empty(), CardAccess.parse(HexFormat.of().parseHex(file)));
    }

    /** A hostile card may answer with anything: never an exception. */
    @Test
    void randomBytesNeverThrow() {
        var chance = new Random(20261124);
        byte[] good = set(TERMINAL, PACE, CHIP);
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = good.clone();
            for (int flips = 0; flips <= i % 5; flips++) {
                bad[chance.nextInt(bad.length)] = (byte) chance.nextInt();
            }
            CardAccess.parse(bad);
            CardAccess.length(bad);
        }
    }

    @Test
    void theLengthOfTheFileIsKnownFromItsBeginning() {
        assertEquals(
                Optional.of(4 + 0x1B4),
                CardAccess.length(HexFormat.of().parseHex("318201B4300D0608")));
        assertEquals(Optional.empty(), CardAccess.length(HexFormat.of().parseHex("31")));
    }
}
