package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.buergerkiosk.eid.simulated.card.CardFault;
import de.buergerkiosk.eid.simulated.card.Chip;
import de.buergerkiosk.eid.simulated.client.CardConnection;
import de.buergerkiosk.eid.simulated.client.CardTrouble;
import de.buergerkiosk.eid.simulated.client.EidCard;
import de.buergerkiosk.eid.simulated.client.EidCard.Password;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.CommandApdu;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecureMessagingIsBrokenTest {
    private final Chip chip = Encounter.card("erika", CardFault.NONE);
    private final List<Bytes> sent = new ArrayList<>();
    private final CardConnection reader = Encounter.reader(chip);
    private final EidCard card =
            new EidCard(
                    command -> {
                        sent.add(command);
                        return reader.transmit(command);
                    },
                    Encounter.CHANCE);

    @BeforeEach
    void openTheChannel() throws Exception {
        card.pace(Password.PIN, Encounter.digits("123456"), Optional.empty());
    }

    private static CommandApdu selectCardAccess() {
        return CommandApdu.sending(0xA4, 0x02, 0x0C, Bytes.ofInts(0x01, 0x1C));
    }

    private String plain(Bytes command) throws IOException, InterruptedException {
        return chip.transmit(command).hex();
    }

    @Test
    void aCommandThatWasSentBeforeIsNotTakenAgain() throws Exception {
        assertEquals(0x9000, card.command(selectCardAccess()).status());

        assertEquals("6988", plain(sent.getLast()));
        // and the channel is gone with it
        assertEquals("6987", plain(sent.getLast()));
    }

    @Test
    void oneChangedBitEndsTheChannel() throws Exception {
        card.command(selectCardAccess());
        byte[] changed = sent.getLast().toArray();
        changed[changed.length - 3] ^= 1;

        assertEquals("6988", plain(Bytes.of(changed)));
        assertThrows(CardTrouble.class, () -> card.command(selectCardAccess()));
    }

    @Test
    void aCommandInTheClearEndsTheChannel() throws Exception {
        assertEquals("9000", plain(selectCardAccess().encode()));
        assertThrows(CardTrouble.class, () -> card.command(selectCardAccess()));
    }

    @Test
    void shortAndExtendedLengthsReadTheSame() throws Exception {
        card.command(selectCardAccess());
        var asShort = card.command(CommandApdu.asking(0xB0, 0, 0, Bytes.EMPTY));
        var asExtended =
                card.command(
                        new CommandApdu(
                                0,
                                0xB0,
                                0,
                                0,
                                Bytes.EMPTY,
                                OptionalInt.of(CommandApdu.EXTENDED_MAX)));

        assertEquals(0x9000, asExtended.status());
        assertEquals(asShort.data(), asExtended.data());
    }
}
