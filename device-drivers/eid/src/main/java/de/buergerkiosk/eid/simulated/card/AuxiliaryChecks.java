package de.buergerkiosk.eid.simulated.card;

import de.buergerkiosk.eid.simulated.card.TerminalCheck.Terminal;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Chat;
import de.buergerkiosk.eid.simulated.eac.DataGroups;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.eac.Oids;
import de.buergerkiosk.eid.simulated.eac.Tlv;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the chip compares without telling it (TR-03110-3, B.7.1): old enough, still valid, from here.
 * The terminal's value came with terminal authentication and is signed.
 */
final class AuxiliaryChecks {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private final Personalisation chip;

    AuxiliaryChecks(Personalisation chip) {
        this.chip = chip;
    }

    boolean holds(Bytes oid, Terminal terminal) throws Malformed, Refused {
        if (oid.equals(Oids.DATE_OF_EXPIRY)) {
            return notLater(value(terminal, oid), day(chip.validUntil()));
        }
        if (oid.equals(Oids.DATE_OF_BIRTH)) {
            demand(terminal, Chat.AGE_VERIFICATION);
            return notLater(latestBirth(), value(terminal, oid));
        }
        if (oid.equals(Oids.MUNICIPALITY)) {
            demand(terminal, Chat.MUNICIPALITY_VERIFICATION);
            return beginsWith(content(DataGroups.MUNICIPALITY).value(), value(terminal, oid));
        }
        throw new Refused(Status.REFERENCE_NOT_FOUND);
    }

    private static void demand(Terminal terminal, int right) throws Refused {
        if (!terminal.rights().has(right)) {
            throw new Refused(Status.NOT_SATISFIED);
        }
    }

    private static Bytes value(Terminal terminal, Bytes oid) throws Malformed, Refused {
        for (Tlv template : terminal.auxiliary()) {
            List<Tlv> parts = template.children();
            if (Tlv.need(parts, 0x06).equals(oid)) {
                return Tlv.need(parts, 0x53);
            }
        }
        throw new Refused(Status.REFERENCE_NOT_FOUND);
    }

    private Tlv content(int dataGroup) throws Malformed, Refused {
        Optional<Bytes> file = Optional.ofNullable(chip.dataGroups().get(dataGroup));
        return DataGroups.content(
                dataGroup, file.orElseThrow(() -> new Refused(Status.REFERENCE_NOT_FOUND)));
    }

    /** Who does not know their birthday has it on the last day that it may be. */
    private Bytes latestBirth() throws Malformed, Refused {
        String known = DataGroups.isoDate(content(DataGroups.DATE_OF_BIRTH));
        LocalDate latest =
                switch (known.length()) {
                    case 4 -> LocalDate.of(Integer.parseInt(known), 12, 31);
                    case 7 -> LocalDate.parse(known + "-01").plusMonths(1).minusDays(1);
                    default -> LocalDate.parse(known);
                };
        return day(latest);
    }

    private static Bytes day(LocalDate date) {
        return Bytes.of(DAY.format(date).getBytes(StandardCharsets.US_ASCII));
    }

    /** Eight digits sort as the days do. */
    private static boolean notLater(Bytes first, Bytes second) throws Malformed {
        for (Bytes day : List.of(first, second)) {
            if (!day.hex().matches("(3[0-9]){8}")) {
                throw new Malformed("not a day of eight digits");
            }
        }
        return first.hex().compareTo(second.hex()) <= 0;
    }

    private static boolean beginsWith(Bytes whole, Bytes part) {
        return !part.isEmpty()
                && part.length() <= whole.length()
                && whole.first(part.length()).equals(part);
    }
}
