package de.buergerkiosk.payment.zvt.simulated;

import de.buergerkiosk.payment.zvt.transport.Wire;
import de.buergerkiosk.payment.zvt.transport.WireException;
import de.buergerkiosk.payment.zvt.transport.WireOpener;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The simulated terminal at a serial line; opens the line again when it was gone. */
final class SerialTerminal implements RunningTerminal {
    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

    private final TerminalEngine engine;
    private final SimulatedTerminal.Settings settings;
    private final WireOpener opener;
    private final Thread serving;
    private volatile Inbox inbox = Inbox.real();

    private SerialTerminal(
            TerminalEngine engine,
            SimulatedTerminal.Settings settings,
            WireOpener opener,
            Wire first) {
        this.engine = engine;
        this.settings = settings;
        this.opener = opener;
        this.serving = settings.threads().newThread(() -> serve(Optional.of(first)));
    }

    /**
     * Opens the line and serves it.
     *
     * @throws IOException when the line cannot be opened or the ledger cannot be read
     */
    static SerialTerminal start(SimulatedTerminal.Settings settings, WireOpener opener)
            throws IOException, InterruptedException {
        var engine = new TerminalEngine(settings, SimulatedTerminal.ledger(settings));
        try {
            var terminal = new SerialTerminal(engine, settings, opener, opener.open());
            terminal.serving.start();
            return terminal;
        } catch (WireException unusable) {
            throw new IOException(unusable.trouble().detail(), unusable);
        }
    }

    private void serve(Optional<Wire> opened) {
        Optional<Wire> wire = opened;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (wire.isEmpty()) {
                    inbox.pause(AGAIN);
                    wire = reopened();
                } else if (!serveOnce(wire.get())) {
                    wire.get().close();
                    wire = Optional.empty();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            wire.ifPresent(Wire::close);
        }
    }

    private Optional<Wire> reopened() throws InterruptedException {
        try {
            return Optional.of(opener.open());
        } catch (WireException notYet) {
            return Optional.empty();
        }
    }

    /** Until the terminal hangs up; false when the line itself is gone. */
    private boolean serveOnce(Wire wire) throws InterruptedException {
        if (engine.isAway()) {
            inbox.pause(AGAIN);
            return true;
        }
        Inbox heard = Inbox.real();
        inbox = heard;
        var plug = new SerialPlug(wire, heard);
        Thread worker = plug.work(settings.threads());
        try {
            engine.serve(plug, heard);
        } finally {
            plug.close();
            worker.join();
        }
        return !plug.isGone();
    }

    @Override
    public void act(CardholderAction action) {
        engine.act(action);
        inbox.add(new Happening.Acted(action));
    }

    @Override
    public TerminalEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        serving.interrupt();
        try {
            boolean ended = serving.join(CLOSE_MAX);
            if (!ended) {
                throw new IllegalStateException("the simulated terminal does not stop");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
