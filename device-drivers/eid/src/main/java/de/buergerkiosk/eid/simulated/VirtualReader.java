package de.buergerkiosk.eid.simulated;

import de.buergerkiosk.eid.simulated.SimulatedCard.IdCard;
import de.buergerkiosk.eid.simulated.card.CardFault;
import de.buergerkiosk.eid.simulated.card.Chip;
import de.buergerkiosk.eid.simulated.card.PinMemory;
import de.buergerkiosk.eid.simulated.card.VpcdReader;
import de.buergerkiosk.eid.simulated.pki.CountrySigner;
import de.buergerkiosk.eid.simulated.pki.TestCvPki;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * The first reader of vpcd on this computer, and the hand that puts virtual ID cards into it and takes
 * them out. One card at a time; a card that is put in again has all its PIN tries.
 */
public final class VirtualReader implements AutoCloseable {
    /** As pcscd calls the reader behind {@link #PORT}. */
    public static final String NAME = "Virtual PCD 00 00";

    public static final int PORT = 35_963;

    private static final int PROBE_MILLIS = 2_000;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final InstantSource clock;
    private final SecureRandom chance;
    private final ThreadFactory threads;
    private Optional<VpcdReader> card = Optional.empty();

    public VirtualReader(InstantSource clock, SecureRandom chance, ThreadFactory threads) {
        this.clock = clock;
        this.chance = chance;
        this.threads = threads;
    }

    /** Whether vpcd listens, which it does only while pcscd runs. */
    public static boolean isThere() {
        try (var probe = new Socket()) {
            probe.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), PROBE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Puts that person's card in, and takes out what lay there.
     *
     * @throws IOException when vpcd does not listen
     * @throws IllegalArgumentException for a card that nobody has
     */
    public void put(String person) throws IOException {
        IdCard card = card(person);
        put(card, PinMemory.volatileMemory(card.triesAtFirst()));
    }

    private static IdCard card(String person) {
        return ExampleCards.shipped()
                .find(person)
                .filter(IdCard.class::isInstance)
                .map(IdCard.class::cast)
                .orElseThrow(
                        () -> new IllegalArgumentException("nobody has the ID card " + person));
    }

    /** With tries that outlast the insertion. */
    void put(IdCard owner, PinMemory memory) throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        var country = CountrySigner.create(TestCvPki.HOUSE, today);
        put(
                CardFault.NONE.chip(
                        new CardMaker(TestCvPki.create(TestCvPki.HOUSE, today), country)
                                .make(owner),
                        memory,
                        chance,
                        country));
    }

    /** Any chip. */
    synchronized void put(Chip chip) throws IOException {
        take();
        var reader = VpcdReader.connect("127.0.0.1", PORT);
        card = Optional.of(reader);
        threads.newThread(() -> serve(reader, chip)).start();
    }

    private static void serve(VpcdReader reader, Chip chip) {
        try (reader) {
            reader.serve(chip);
        } catch (IOException e) {
            // the card was taken, or pcscd ended; whoever reads it sees that for himself
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes the card out, if one is in; pcscd notices within a second. */
    public synchronized void take() {
        card.ifPresent(reader -> {
            try {
                reader.close();
            } catch (IOException e) {
                // it is out anyway
            }
        });
        card = Optional.empty();
    }

    @Override
    public void close() {
        take();
    }
}
