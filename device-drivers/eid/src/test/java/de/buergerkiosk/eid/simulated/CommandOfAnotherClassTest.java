package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.eid.simulated.card.CardFault;
import de.buergerkiosk.eid.simulated.card.Chip;
import de.buergerkiosk.eid.simulated.client.EidCard;
import de.buergerkiosk.eid.simulated.client.EidCard.Password;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.CommandApdu;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ISO 7816-4, 5.4.1: the chip says what of the class byte it does not know. */
class CommandOfAnotherClassTest {
    private final Chip chip = Encounter.card("erika", CardFault.NONE);

    @ParameterizedTest
    @CsvSource({
        "80A4000C023F00, 6E00, proprietary",
        "FFCA000000, 6E00, no class at all",
        "40A4000C023F00, 6E00, further interindustry",
        "20A4000C023F00, 6E00, reserved",
        "01A4000C023F00, 6881, logical channel 1",
        "0DA4000C023F00, 6881, logical channel 1 secured",
        "04A4000C023F00, 6882, proprietary secure messaging",
        "08A4000C023F00, 6882, secure messaging without the header",
        "0CA4000C023F00, 6987, secured without a channel",
        "00A4000C023F00, 9000, the one that it knows",
    })
    void itIsRefusedByWhatIsForeignInIt(String command, String status, String what)
            throws Exception {
        assertEquals(status, chip.transmit(Bytes.literal(command)).hex(), what);
    }

    @Test
    void inTheMiddleOfAChannelItEndsTheChannel() throws Exception {
        var card = new EidCard(Encounter.reader(chip), Encounter.CHANCE);
        card.pace(Password.PIN, Encounter.digits("123456"), Optional.empty());
        var select = CommandApdu.sending(0xA4, 0x02, 0x0C, Bytes.ofInts(0x01, 0x1C));
        assertEquals(0x9000, card.command(select).status());

        assertEquals("6E00", chip.transmit(Bytes.literal("80CA9F7F00")).hex());
        assertEquals("6987", chip.transmit(Bytes.literal("0CA4000C023F00")).hex());
    }
}
