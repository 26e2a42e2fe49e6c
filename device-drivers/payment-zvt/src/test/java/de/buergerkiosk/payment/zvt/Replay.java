package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.payment.zvt.transport.Wire;
import de.buergerkiosk.payment.zvt.transport.WireException;
import de.buergerkiosk.payment.zvt.transport.WireException.Trouble;
import de.buergerkiosk.payment.zvt.transport.WireOpener;
import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Octets;
import de.buergerkiosk.payment.zvt.wire.Redaction;
import de.buergerkiosk.ports.WireRecord;
import de.buergerkiosk.ports.WireRecord.Event;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Plays a recorded wire again: answers as the device did, and expects to hear what it heard. */
final class Replay implements WireOpener {
    private final Deque<Event> events;

    Replay(String record) {
        events = new ArrayDeque<>(WireRecord.read(record));
    }

    /** Nothing of the record is left. */
    boolean isOver() {
        return events.isEmpty();
    }

    @Override
    public Wire open() throws WireException {
        if (!(events.peek() instanceof Event.Opened)) {
            throw new WireException(new Trouble.Unreachable("not in the record"));
        }
        events.remove();
        return new Played();
    }

    private final class Played implements Wire {
        @Override
        public void send(Apdu apdu) throws WireException {
            if (!(events.peek() instanceof Event.Sent(String hex))) {
                throw lost();
            }
            assertEquals(hex, Redaction.hex(apdu));
            events.remove();
        }

        @Override
        public Optional<Apdu> receive(Duration silence) throws WireException {
            return switch (events.peek()) {
                case null -> throw lost();
                case Event.Opened() -> throw lost();
                case Event.Sent _ -> Optional.empty();
                case Event.Received(String hex) -> {
                    events.remove();
                    yield Optional.of(read(hex));
                }
            };
        }

        private WireException lost() {
            return new WireException(new Trouble.Lost("here the record ends"));
        }

        private Apdu read(String hex) {
            try {
                return Apdu.read(Octets.fromHex(hex));
            } catch (MalformedException malformed) {
                throw new IllegalStateException("the record holds no message", malformed);
            }
        }

        @Override
        public void close() {}
    }
}
