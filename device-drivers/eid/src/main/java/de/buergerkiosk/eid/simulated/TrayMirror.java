package de.buergerkiosk.eid.simulated;

import de.buergerkiosk.eid.simulated.SimulatedCard.IdCard;
import de.buergerkiosk.eid.simulated.card.Chip;
import de.buergerkiosk.eid.simulated.card.PinMemory;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Puts into the first reader of vpcd what lies in a tray, so that the hands that work the simulated
 * reader work a real eID client as well. A card that lies badly is out of the field here, and so is
 * every card while the reader is unplugged; the line to the eID server is not ours.
 */
public final class TrayMirror implements AutoCloseable {
    private static final Duration LOOK_MAX = Duration.ofSeconds(1);

    /** vpcd notices the end of a card that late, and takes the next one for the same until then. */
    private static final Duration BETWEEN_CARDS = Duration.ofMillis(1500);

    private final CardTray tray;
    private final VirtualReader reader;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<Lying> lying = Optional.empty();

    private record Lying(String card, long insertion) {}

    private TrayMirror(CardTray tray, VirtualReader reader) {
        this.tray = tray;
        this.reader = reader;
    }

    /** Mirrors until it is closed. */
    public static TrayMirror start(CardTray tray, VirtualReader reader, ThreadFactory threads) {
        var mirror = new TrayMirror(tray, reader);
        threads.newThread(mirror::run).start();
        return mirror;
    }

    private void run() {
        try {
            while (closed.getCount() > 0) {
                var look = tray.await(seen -> !wanted(seen).equals(lying), LOOK_MAX);
                var next = wanted(look);
                if (!next.equals(lying)) {
                    change(next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A tray that cannot be read at this moment changes nothing. */
    private Optional<Lying> wanted(TrayLook look) {
        return switch (look) {
            case TrayLook.Unreadable _ -> lying;
            case TrayLook.Seen(var content) ->
                    content.card()
                            .filter(_ -> content.straight() && content.readerAttached())
                            .map(card -> new Lying(card, content.insertion()));
        };
    }

    private void change(Optional<Lying> next) throws InterruptedException {
        boolean swapped = lying.isPresent() && next.isPresent();
        reader.take();
        lying = next;
        if (swapped && closed.await(BETWEEN_CARDS.toMillis(), TimeUnit.MILLISECONDS)) {
            return;
        }
        if (next.isPresent()) {
            try {
                put(next.get().card());
            } catch (IOException e) {
                // no vpcd at this moment: the reader is empty, and the next look tries again
                lying = Optional.empty();
                var _ = closed.await(LOOK_MAX.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private void put(String name) throws IOException {
        var card = ExampleCards.shipped().find(name);
        if (card.isPresent() && card.get() instanceof IdCard owner) {
            reader.put(owner, tries(owner));
        } else {
            reader.put(new WithoutApplication());
        }
    }

    private PinMemory tries(IdCard owner) {
        return new PinMemory() {
            @Override
            public int triesLeft() throws IOException {
                return switch (tray.look()) {
                    case TrayLook.Seen(var content) ->
                            content.triesLeft().getOrDefault(owner.name(), owner.triesAtFirst());
                    case TrayLook.Unreadable(var why) -> throw new IOException(why);
                };
            }

            @Override
            public void triesLeft(int tries) throws IOException, InterruptedException {
                if (tray.setTries(owner.name(), tries) instanceof TrayLook.Unreadable(var why)) {
                    throw new IOException(why);
                }
            }
        };
    }

    /** A card of the library: it has a chip, and knows no file of an ID card. */
    private static final class WithoutApplication implements Chip {
        private static final Bytes FILE_NOT_FOUND = Bytes.ofInts(0x6A, 0x82);

        @Override
        public Bytes transmit(Bytes command) {
            return FILE_NOT_FOUND;
        }

        @Override
        public void reset() {}
    }

    @Override
    public void close() {
        closed.countDown();
        tray.stir();
        reader.close();
    }
}
