package de.buergerkiosk.card.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.card.pcsc.ReaderAbilities.Pace;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderSaysWhatItCanTest {
    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    /** As a comfort reader with PIN pad and PACE answers: verify, modify, properties, PACE. */
    @Test
    void aComfortReaderHasAControlCodeForEachFeature() {
        byte[] answer = hex("0604" + "42330006" + "0704" + "42330007" + "2004" + "42330020");

        assertEquals(
                Optional.of(Map.of(0x06, 0x42330006, 0x07, 0x42330007, 0x20, 0x42330020)),
                ReaderAbilities.features(answer));
    }

    @Test
    void aBasicReaderHasNone() {
        assertEquals(Optional.of(Map.of()), ReaderAbilities.features(new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"06", "0604", "0604423300", "06034233000604", "0605423300060606"})
    void bytesThatAreCutOffOrOfAnotherLengthAreNoFeatures(String answer) {
        assertEquals(Optional.empty(), ReaderAbilities.features(hex(answer)));
    }

    @Test
    void paceForGermanIdCardsIsFoundWithAndWithoutTheLengthOfTheMap() {
        var eid = Set.of(Pace.GENERIC, Pace.EID);

        assertEquals(eid, ReaderAbilities.paceCapabilities(hex("00000000" + "0100" + "60")));
        assertEquals(eid, ReaderAbilities.paceCapabilities(hex("00000000" + "0200" + "0160")));
        assertEquals(
                Set.of(Pace.values()),
                ReaderAbilities.paceCapabilities(hex("00000000" + "0100" + "F0")));
    }

    @ParameterizedTest
    @CsvSource({
        "010010E0010060, an error of the reader",
        "00000000, no length",
        "000000000000, no map",
        "00000000050060, a length that is not that of the answer",
    })
    void otherAnswersAreNoPace(String answer, String why) {
        assertEquals(Set.of(), ReaderAbilities.paceCapabilities(hex(answer)), why);
    }
}
