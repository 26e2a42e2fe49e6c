package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.buergerkiosk.eid.simulated.card.CardFault;
import de.buergerkiosk.eid.simulated.card.Chip;
import de.buergerkiosk.eid.simulated.client.CardTrouble;
import de.buergerkiosk.eid.simulated.client.EidCard;
import de.buergerkiosk.eid.simulated.client.EidCard.Paced;
import de.buergerkiosk.eid.simulated.client.EidCard.Password;
import de.buergerkiosk.eid.simulated.client.EidCard.PinState;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.eac.CommandApdu;
import de.buergerkiosk.eid.simulated.server.ServerFault;
import de.buergerkiosk.ports.eid.EidRight;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** PIN, CAN and PUK as the chip itself keeps them (TR-03110-2, 2.4). */
class PinStatesOfTheCardTest {
    private static final String PIN = "123456";
    private static final String WRONG = "111111";
    private static final String CAN = "500540";

    private Chip chip = Encounter.card("erika", CardFault.NONE);
    private EidCard card = new EidCard(Encounter.reader(chip), Encounter.CHANCE);

    private void put(String person) {
        chip = Encounter.card(person, CardFault.NONE);
        card = new EidCard(Encounter.reader(chip), Encounter.CHANCE);
    }

    private Class<?> pace(Password password, String digits)
            throws CardTrouble, InterruptedException {
        return card.pace(password, Encounter.digits(digits), Optional.empty()).getClass();
    }

    private int plain(String hex) throws IOException, InterruptedException {
        Bytes answer = chip.transmit(Bytes.literal(hex));
        return answer.at(answer.length() - 2) << 8 | answer.at(answer.length() - 1);
    }

    private int reset(int p1, String digits) throws CardTrouble, InterruptedException {
        return card.command(CommandApdu.sending(0x2C, p1, 0x03, Encounter.digits(digits))).status();
    }

    @Test
    void twoWrongPinsSuspendUntilTheCan() throws Exception {
        assertEquals(new PinState.Tries(3), card.pinState());
        assertEquals(Paced.WrongPassword.class, pace(Password.PIN, WRONG));
        assertEquals(Paced.WrongPassword.class, pace(Password.PIN, WRONG));
        assertEquals(new PinState.Tries(1), card.pinState());

        assertThrows(CardTrouble.class, () -> pace(Password.PIN, PIN));
        assertEquals(new PinState.Tries(1), card.pinState());

        assertEquals(Paced.Established.class, pace(Password.CAN, CAN));
        assertEquals(Paced.Established.class, pace(Password.PIN, PIN));
        assertEquals(new PinState.Tries(3), card.pinState());
    }

    @Test
    void theCanCountsForOneSessionOnly() throws Exception {
        pace(Password.PIN, WRONG);
        pace(Password.PIN, WRONG);
        pace(Password.CAN, CAN);
        chip.reset();
        card = new EidCard(Encounter.reader(chip), Encounter.CHANCE);

        assertThrows(CardTrouble.class, () -> pace(Password.PIN, PIN));
    }

    @Test
    void aWrongCanCostsNothing() throws Exception {
        pace(Password.PIN, WRONG);
        pace(Password.PIN, WRONG);
        assertEquals(Paced.WrongPassword.class, pace(Password.CAN, WRONG));
        assertEquals(Paced.WrongPassword.class, pace(Password.CAN, WRONG));
        assertEquals(new PinState.Tries(1), card.pinState());
    }

    @Test
    void threeWrongPinsBlockUntilThePuk() throws Exception {
        pace(Password.PIN, WRONG);
        pace(Password.PIN, WRONG);
        pace(Password.CAN, CAN);
        assertEquals(Paced.WrongPassword.class, pace(Password.PIN, WRONG));
        assertEquals(new PinState.Blocked(), card.pinState());
        assertThrows(CardTrouble.class, () -> pace(Password.PIN, PIN));

        assertEquals(Paced.Established.class, pace(Password.PUK, CardMaker.PUK));
        assertEquals(0x9000, reset(0x03, ""));
        assertEquals(Paced.Established.class, pace(Password.PIN, PIN));
    }

    @Test
    void thePinIsChangedByWhoeverKnowsIt() throws Exception {
        pace(Password.PIN, PIN);
        assertEquals(0x9000, reset(0x02, "654321"));
        chip.reset();
        card = new EidCard(Encounter.reader(chip), Encounter.CHANCE);

        assertEquals(Paced.WrongPassword.class, pace(Password.PIN, PIN));
        assertEquals(Paced.Established.class, pace(Password.PIN, "654321"));
    }

    @Test
    void neitherCanNorPukChangeThePin() throws Exception {
        pace(Password.CAN, CAN);
        assertEquals(0x6982, reset(0x02, "654321"));
        pace(Password.PUK, CardMaker.PUK);
        assertEquals(0x6982, reset(0x02, "654321"));
    }

    @Test
    void aPinHasSixDigits() throws Exception {
        pace(Password.PIN, PIN);
        assertEquals(0x6A80, reset(0x02, "12345"));
        assertEquals(0x6A80, reset(0x02, "12345a"));
    }

    @Test
    void withoutPaceNothingIsChanged() throws Exception {
        assertEquals(0x6982, plain("002C020306363534333231"));
        assertEquals(0x6982, plain("002C0303"));
    }

    @Test
    void theTransportPinOpensNothingButTheChoiceOfAnotherOne() throws Exception {
        put("thea");
        var chat = Chat.terminal(Set.of(EidRight.FAMILY_NAMES));
        var paced = card.pace(Password.PIN, Encounter.digits("12345"), Optional.of(chat));
        assertInstanceOf(Paced.Established.class, paced);
        assertEquals(
                0x6982,
                card.command(
                                CommandApdu.sending(
                                        0x22,
                                        0x81,
                                        0xB6,
                                        Bytes.literal("830E4445544553546549443030303035")))
                        .status());
        assertEquals(0x9000, reset(0x02, PIN));

        var request = Encounter.asking(Set.of(EidRight.FAMILY_NAMES));
        Encounter.identity(new Encounter(ServerFault.NONE).run(request, chip));
    }

    @Test
    void aDeactivatedCardSaysSo() throws Exception {
        put("otto");
        assertEquals(new PinState.Deactivated(), card.pinState());
    }

    @Test
    void aChoiceOfPaceWithoutDataEndsTheChannel() throws Exception {
        pace(Password.PIN, PIN);
        assertEquals(0x6700, plain("0022C1A4"));
        assertThrows(CardTrouble.class, () -> reset(0x02, "654321"));
    }
}
