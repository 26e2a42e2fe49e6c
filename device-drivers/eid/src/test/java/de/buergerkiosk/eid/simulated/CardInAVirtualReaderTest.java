package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.simulated.card.CardFault;
import de.buergerkiosk.eid.simulated.card.VirtualNpa;
import de.buergerkiosk.eid.simulated.card.VpcdReader;
import de.buergerkiosk.eid.simulated.client.CardTrouble;
import de.buergerkiosk.eid.simulated.client.EidCard;
import de.buergerkiosk.eid.simulated.client.EidCard.Paced;
import de.buergerkiosk.eid.simulated.client.EidCard.Password;
import de.buergerkiosk.eid.simulated.client.EidCard.PinState;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The other end of vpcd's protocol is played by this test. */
class CardInAVirtualReaderTest {
    private static final class Driver implements AutoCloseable {
        private final ServerSocket listening;
        private final Thread card;
        private final Socket line;
        private final DataInputStream in;
        private final DataOutputStream out;

        Driver() throws IOException {
            listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            card =
                    Thread.startVirtualThread(() -> {
                        try (var reader =
                                VpcdReader.connect("127.0.0.1", listening.getLocalPort())) {
                            reader.serve(Encounter.card("erika", CardFault.NONE));
                        } catch (IOException | InterruptedException e) {
                            // the line is closed
                        }
                    });
            line = listening.accept();
            line.setSoTimeout(10_000);
            in = new DataInputStream(line.getInputStream());
            out = new DataOutputStream(line.getOutputStream());
        }

        void control(int code) throws IOException {
            out.writeShort(1);
            out.writeByte(code);
        }

        Bytes answer() throws IOException {
            var answer = new byte[in.readUnsignedShort()];
            in.readFully(answer);
            return Bytes.of(answer);
        }

        Bytes transmit(Bytes command) throws IOException {
            out.writeShort(command.length());
            out.write(command.toArray());
            return answer();
        }

        EidCard card() {
            return new EidCard(
                    command -> {
                        try {
                            return transmit(command);
                        } catch (IOException e) {
                            throw new CardTrouble(CardTrouble.Kind.GONE, "the line is down");
                        }
                    },
                    Encounter.CHANCE);
        }

        @Override
        public void close() throws IOException {
            line.close();
            listening.close();
        }
    }

    @Test
    void itAnswersToResetAndLetsTheRightPinIn() throws Exception {
        try (var driver = new Driver()) {
            driver.control(1);
            driver.control(4);
            assertEquals(VirtualNpa.ATR, driver.answer());

            EidCard card = driver.card();
            assertTrue(card.isEidCard());
            assertEquals(
                    Paced.Established.class,
                    card.pace(Password.PIN, Encounter.digits("123456"), Optional.empty())
                            .getClass());
        }
    }

    @Test
    void aResetForgetsTheChannelAndKeepsTheTries() throws Exception {
        try (var driver = new Driver()) {
            driver.control(1);
            EidCard card = driver.card();
            card.pace(Password.PIN, Encounter.digits("111111"), Optional.empty());
            driver.control(2);

            assertEquals(new PinState.Tries(2), driver.card().pinState());
        }
    }

    @Test
    void nonsenseIsAnsweredWithAStatusWord() throws Exception {
        try (var driver = new Driver()) {
            driver.control(1);
            for (int length : new int[] {2, 3, 6, 300, 60_000}) {
                Bytes answer = driver.transmit(Bytes.random(length, Encounter.CHANCE));
                assertEquals(2, answer.length());
            }
        }
    }

    @Test
    void itEndsWhenTheDriverHangsUp() throws Exception {
        var driver = new Driver();
        driver.close();

        assertTrue(driver.card.join(Duration.ofSeconds(60)));
    }
}
