package de.buergerkiosk.main;

import de.buergerkiosk.agent.enrol.Renewal;
import de.buergerkiosk.care.Instruments;
import de.buergerkiosk.care.OutOfOrder;
import de.buergerkiosk.care.StaffMode;
import de.buergerkiosk.courier.KioskKit;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Journal;
import de.buergerkiosk.journey.Pause;
import de.buergerkiosk.journey.Trouble;
import de.buergerkiosk.journey.choose.OpeningHours;
import de.buergerkiosk.journey.choose.Reception;
import de.buergerkiosk.journey.choose.Standing;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.eid.EidClient;
import de.buergerkiosk.ports.payment.PaymentTerminal;
import de.buergerkiosk.ports.print.ReceiptPrinter;
import de.buergerkiosk.store.Chain;
import de.buergerkiosk.store.Database;
import de.buergerkiosk.store.FilingTally;
import de.buergerkiosk.store.PartCounters;
import de.buergerkiosk.store.StaffLog;
import de.buergerkiosk.store.StaffNotes;
import de.buergerkiosk.store.StaffTries;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The staff's side of an open kiosk: staff mode, opening hours, out of order. */
final class Care {
    private static final Logger LOG = LoggerFactory.getLogger(Care.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final long MEGABYTE = 1_000_000;

    private final OpeningHours hours;
    private final InstantSource clock;
    private final OutOfOrder outOfOrder;
    private final StaffMode staffMode;
    private final Reception reception;

    private Care(
            OpeningHours hours,
            InstantSource clock,
            OutOfOrder outOfOrder,
            StaffMode staffMode,
            Counter counter,
            boolean staffed) {
        this.hours = hours;
        this.clock = clock;
        this.outOfOrder = outOfOrder;
        this.staffMode = staffMode;
        reception = new Reception(counter, this::standing, staffed);
    }

    /** What it needs of the kiosk that opens. */
    record Parts(
            Settings settings,
            KioskKit kit,
            Counter counter,
            Devices devices,
            Database database,
            Journal journal,
            Surroundings around,
            Backstage backstage,
            Pause pause) {}

    static Care of(Parts parts) {
        var settings = parts.settings();
        var around = parts.around();
        var zone = settings.kiosk().zone();
        var database = parts.database();
        var notes = new StaffNotes(database);
        var outOfOrder = new OutOfOrder(notes);
        var mode =
                new StaffMode(
                        parts.counter(),
                        settings.staff(),
                        new StaffMode.Books(
                                new StaffLog(database, around.clock()),
                                new StaffTries(database),
                                notes,
                                new PartCounters(database),
                                outOfOrder,
                                parts.journal()),
                        instruments(parts),
                        new StaffMode.Nature(around.clock(), zone, around.chance(), parts.pause()));
        return new Care(
                settings.openingHours(),
                around.clock(),
                outOfOrder,
                mode,
                parts.counter(),
                !settings.staff().isEmpty());
    }

    private static Instruments instruments(Parts parts) {
        var devices = parts.devices();
        var probe = new CentreProbe(parts.kit());
        return new Instruments() {
            @Override
            public ReceiptPrinter printer() {
                return devices.printer();
            }

            @Override
            public PaymentTerminal terminal() {
                return devices.terminal();
            }

            @Override
            public Optional<EidClient> reader() {
                return devices.eid() instanceof NoEid
                        ? Optional.empty()
                        : Optional.of(devices.eid());
            }

            @Override
            public void restartReader() {
                if (devices.eid() instanceof RenewedEid eid) {
                    eid.renew();
                }
            }

            @Override
            public DeviceState centre() {
                return probe.look();
            }

            @Override
            public Optional<Runnable> reopen() {
                return parts.backstage().reopen();
            }

            @Override
            public Facts facts() {
                return Care.facts(parts);
            }
        };
    }

    private static Instruments.Facts facts(Parts parts) {
        var filings = new FilingTally(parts.database());
        var clock = parts.around().clock();
        return new Instruments.Facts(
                filings.depth(),
                filings.oldest(clock.instant()),
                Chain.firstBreak(parts.database()).isEmpty()
                        && new StaffLog(parts.database(), clock).isSound(),
                parts.settings().kiosk().data().toFile().getUsableSpace() / MEGABYTE,
                certificateDays(parts),
                parts.backstage().bundle(),
                Health.SOFTWARE);
    }

    private static OptionalLong certificateDays(Parts parts) {
        try {
            var renewal = new Renewal(parts.settings().kit(), parts.around().clock());
            return OptionalLong.of(renewal.daysLeft());
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("the certificate's end is not known: {}", e.toString());
            return OptionalLong.empty();
        }
    }

    private Standing standing() {
        if (outOfOrder.isOn()) {
            return new Standing.OutOfOrder();
        }
        var now = clock.instant();
        return hours.isOpen(now)
                ? new Standing.Open()
                : new Standing.Closed(hours.nextOpening(now));
    }

    Reception reception() {
        return reception;
    }

    StaffMode staffMode() {
        return staffMode;
    }

    /** As a heartbeat says it. */
    String mode() {
        if (staffMode.isActive()) {
            return "staff";
        }
        return switch (standing()) {
            case Standing.Open() -> "service";
            case Standing.Closed _ -> "closed";
            case Standing.OutOfOrder() -> "out-of-order";
        };
    }

    /** Follows the clock until it is interrupted. */
    void run(Pause pause) {
        try {
            while (true) {
                try {
                    reception.look();
                } catch (RuntimeException bug) {
                    LOG.error("KSK-BUG at the door: {}", Trouble.trace(bug));
                }
                pause.take(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            LOG.debug("the door is not watched any more");
        }
    }
}
