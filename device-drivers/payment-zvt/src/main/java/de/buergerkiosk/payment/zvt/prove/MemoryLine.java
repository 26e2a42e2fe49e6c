package de.buergerkiosk.payment.zvt.prove;

import de.buergerkiosk.payment.zvt.simulated.Happening;
import de.buergerkiosk.payment.zvt.simulated.Inbox;
import de.buergerkiosk.payment.zvt.simulated.RegisterPlug;
import de.buergerkiosk.payment.zvt.simulated.TerminalEngine;
import de.buergerkiosk.payment.zvt.transport.Wire;
import de.buergerkiosk.payment.zvt.transport.WireException;
import de.buergerkiosk.payment.zvt.transport.WireException.Trouble;
import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.ApduDecoder;
import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.ForeignSpeechException;
import de.buergerkiosk.payment.zvt.wire.Octets;
import de.buergerkiosk.ports.payment.PaymentStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The network between one kiosk and one terminal, in memory and in the stage's time. */
final class MemoryLine {
    private static final Duration APDU_MAX = Duration.ofSeconds(10);

    private final Stage stage;
    private final TerminalEngine engine;
    private final Mortality mortality;
    private final MemoryJournal journal;
    private final Duration latency;
    private final Deque<Connection> backlog = new ArrayDeque<>();
    private final List<String> violations = new ArrayList<>();

    MemoryLine(
            Stage stage,
            TerminalEngine engine,
            Mortality mortality,
            MemoryJournal journal,
            Duration latency) {
        this.stage = stage;
        this.engine = engine;
        this.mortality = mortality;
        this.journal = journal;
        this.latency = latency;
    }

    /** What was acknowledged before it was durable. */
    List<String> violations() {
        return List.copyOf(violations);
    }

    private record Timed<T>(Instant at, T what) {}

    private static <T> Instant first(Deque<Timed<T>> queue) {
        return queue.isEmpty() ? Instant.MAX : queue.getFirst().at();
    }

    /** The terminal's part: one connection after the other. */
    void serve() throws InterruptedException {
        while (true) {
            stage.await(
                    () -> backlog.isEmpty() ? Instant.MAX : stage.instant(), Duration.ofDays(9));
            if (!backlog.isEmpty()) {
                Connection connection = backlog.removeFirst();
                engine.serve(connection, connection.inbox);
                connection.close();
            }
        }
    }

    Wire open() throws WireException, InterruptedException {
        mortality.live();
        stage.pause(latency);
        if (engine.isAway()) {
            throw new WireException(new Trouble.Unreachable("connection refused"));
        }
        var connection = new Connection();
        backlog.add(connection);
        return connection.new KioskEnd();
    }

    /** Bytes to the kiosk and messages to the terminal, each arriving after the latency. */
    private final class Connection implements RegisterPlug {
        private static final Octets END = Octets.NONE;

        private final Deque<Timed<Octets>> toKiosk = new ArrayDeque<>();
        private final TerminalInbox inbox = new TerminalInbox();
        private boolean closedHere;
        private boolean closedThere;

        @Override
        public void write(Octets bytes) {
            if (!closedHere) {
                toKiosk.add(new Timed<>(stage.instant().plus(latency), bytes));
            }
        }

        @Override
        public void close() {
            if (!closedHere) {
                closedHere = true;
                toKiosk.add(new Timed<>(stage.instant().plus(latency), END));
            }
        }

        private final class KioskEnd implements Wire {
            private final ApduDecoder decoder = new ApduDecoder();
            private Optional<Instant> begun = Optional.empty();
            private int command;
            private boolean resultIsOpen;

            @Override
            public void send(Apdu apdu) throws WireException {
                mortality.live();
                if (closedHere) {
                    throw new WireException(new Trouble.Lost("reset by the other end"));
                }
                witness(apdu);
                inbox.queue.add(
                        new Timed<>(stage.instant().plus(latency), new Happening.Arrived(apdu)));
                mortality.live();
            }

            /** The rule: a positive result of a payment is acknowledged only when it is durable. */
            private void witness(Apdu apdu) {
                int kind = apdu.command() >> 8;
                if (kind != 0x80 && kind != 0x84) {
                    command = apdu.command();
                }
                boolean acknowledges = apdu.equals(Command.POSITIVE) && resultIsOpen;
                resultIsOpen = false;
                if (acknowledges
                        && command == Command.AUTHORISATION
                        && !journal.endsWith(PaymentStep.ACKED)) {
                    violations.add("acknowledged before it was durable");
                }
            }

            @Override
            public Optional<Apdu> receive(Duration silence)
                    throws WireException, InterruptedException {
                Instant end = stage.instant().plus(silence);
                while (true) {
                    Optional<Apdu> whole = decoded();
                    if (whole.isPresent()) {
                        mortality.live();
                        resultIsOpen = whole.get().command() == Command.STATUS_INFORMATION;
                        return whole;
                    }
                    Duration left = Duration.between(stage.instant(), end);
                    stage.await(() -> first(toKiosk), left.isNegative() ? Duration.ZERO : left);
                    if (first(toKiosk).isAfter(stage.instant())) {
                        return Optional.empty();
                    }
                    Octets bytes = toKiosk.removeFirst().what();
                    if (bytes.isEmpty()) {
                        throw new WireException(new Trouble.Lost("the other end closed"));
                    }
                    decoder.feed(bytes.toArray(), 0, bytes.length());
                }
            }

            private Optional<Apdu> decoded() throws WireException {
                try {
                    Optional<Apdu> whole = decoder.next();
                    if (whole.isPresent() || decoder.pending() == 0) {
                        begun = Optional.empty();
                        return whole;
                    }
                } catch (ForeignSpeechException foreign) {
                    throw new WireException(
                            new Trouble.Foreign(foreign.speech(), foreign.detail()));
                }
                Instant since = begun.orElse(stage.instant());
                begun = Optional.of(since);
                if (Duration.between(since, stage.instant()).compareTo(APDU_MAX) > 0) {
                    throw new WireException(new Trouble.Unfinished("did not end within its time"));
                }
                return Optional.empty();
            }

            @Override
            public void close() {
                if (!closedThere) {
                    closedThere = true;
                    inbox.queue.add(
                            new Timed<>(stage.instant().plus(latency), new Happening.HungUp()));
                }
            }
        }
    }

    private final class TerminalInbox implements Inbox {
        private final Deque<Timed<Happening>> queue = new ArrayDeque<>();

        @Override
        public void add(Happening happening) {
            queue.add(new Timed<>(stage.instant(), happening));
        }

        @Override
        public Optional<Happening> await(Duration atMost) throws InterruptedException {
            stage.await(() -> first(queue), atMost);
            return first(queue).isAfter(stage.instant())
                    ? Optional.empty()
                    : Optional.of(queue.removeFirst().what());
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            stage.pause(duration);
        }
    }
}
