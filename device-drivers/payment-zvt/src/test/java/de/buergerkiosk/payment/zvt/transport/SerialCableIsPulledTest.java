package de.buergerkiosk.payment.zvt.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.transport.WireException.Trouble;
import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real serial ports, as real as a kernel without metal makes them. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SerialCableIsPulledTest {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir Path directory;

    private static Wire open(String path) throws Exception {
        return SerialWire.opener(
                        path, SerialWire.BAUD_FAST, Thread.ofPlatform().daemon().factory(), CLOCK)
                .open();
    }

    private static List<Apdu> received(Wire wire, int count) throws Exception {
        var all = new ArrayList<Apdu>();
        while (all.size() < count) {
            Optional<Apdu> next = wire.receive(WAIT);
            all.add(next.orElseThrow());
        }
        return all;
    }

    @Test
    void whatOneEndSendsTheOtherReceivesByteForByte() throws Exception {
        var chance = new Random(5);
        var sent = new ArrayList<Apdu>();
        for (int i = 0; i < 40; i++) {
            byte[] data = new byte[i == 0 ? 2_000 : chance.nextInt(300)];
            chance.nextBytes(data);
            sent.add(new Apdu(0x06D3, Octets.copyOf(data)));
        }
        byte[] every = new byte[256];
        for (int i = 0; i < 256; i++) {
            every[i] = (byte) i;
        }
        sent.add(new Apdu(0x040F, Octets.copyOf(every)));
        try (SerialCable cable = SerialCable.plugged(directory);
                Wire kiosk = open(cable.kiosk());
                Wire terminal = open(cable.terminal());
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<List<Apdu>> heard = other.submit(() -> received(kiosk, sent.size()));
            for (Apdu apdu : sent) {
                terminal.send(apdu);
            }
            assertEquals(sent, heard.get(60, TimeUnit.SECONDS));

            Callable<List<Apdu>> answers = () -> received(terminal, 1);
            Future<List<Apdu>> answered = other.submit(answers);
            kiosk.send(Command.POSITIVE);
            assertEquals(List.of(Command.POSITIVE), answered.get(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void aPulledCableIsNoticedWithinASecondAndAPluggedOneWorksAgain() throws Exception {
        try (SerialCable cable = SerialCable.plugged(directory)) {
            try (Wire kiosk = open(cable.kiosk())) {
                cable.pull();
                Instant pulled = CLOCK.instant();

                Trouble trouble =
                        assertThrows(WireException.class, () -> kiosk.receive(WAIT)).trouble();

                assertInstanceOf(Trouble.Lost.class, trouble);
                long millis = Duration.between(pulled, CLOCK.instant()).toMillis();
                assertTrue(millis < 1_000, "noticed after " + millis + " ms");
            }
            Trouble absent = assertThrows(WireException.class, () -> open(cable.kiosk())).trouble();
            assertInstanceOf(Trouble.Unreachable.class, absent);

            cable.plugAgain();
            try (Wire kiosk = open(cable.kiosk());
                    Wire terminal = open(cable.terminal());
                    ExecutorService other = Executors.newSingleThreadExecutor()) {
                Future<List<Apdu>> heard = other.submit(() -> received(terminal, 1));
                kiosk.send(Command.statusEnquiry());
                assertEquals(List.of(Command.statusEnquiry()), heard.get(60, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void aPortThatIsInUseIsNamed() throws Exception {
        try (SerialCable cable = SerialCable.plugged(directory)) {
            Process other =
                    // -F: one process, so that its end is the end of the lock
                    new ProcessBuilder(
                                    "flock",
                                    "-F",
                                    "-x",
                                    cable.kiosk(),
                                    "-c",
                                    "echo locked; exec cat")
                            .start();
            try {
                assertEquals("locked", other.inputReader().readLine());
                assertEquals("is in use by another program", refusal(cable));
            } finally {
                other.destroyForcibly();
                assertTrue(other.waitFor(60, TimeUnit.SECONDS));
            }
            try (Wire _ = open(cable.kiosk())) {
                assertEquals("is in use by this program", refusal(cable));
            }
        }
    }

    private static String refusal(SerialCable cable) {
        Trouble trouble = assertThrows(WireException.class, () -> open(cable.kiosk())).trouble();
        assertInstanceOf(Trouble.Unreachable.class, trouble);
        return trouble.detail().substring(cable.kiosk().length()).strip();
    }

    @Test
    void aPortThatDoesNotExistIsNamed() {
        Trouble trouble =
                assertThrows(WireException.class, () -> open(directory + "/none")).trouble();

        assertTrue(trouble.detail().contains("is not there"), trouble.detail());
    }
}
