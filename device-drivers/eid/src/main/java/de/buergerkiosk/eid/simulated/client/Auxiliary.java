package de.buergerkiosk.eid.simulated.client;

import de.buergerkiosk.eid.MunicipalityKey;
import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.eac.Oids;
import de.buergerkiosk.eid.simulated.eac.Tlv;
import de.buergerkiosk.ports.eid.EidEvent.Compared;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads for the citizen what the card will be asked to compare with (TR-03110-3, A.6.5). */
final class Auxiliary {
    private Auxiliary() {}

    /**
     * What it compares with.
     *
     * @param data data object 67, or nothing
     */
    static Compared compared(Bytes data, LocalDate today) throws Malformed {
        Optional<Integer> age = Optional.empty();
        Optional<String> place = Optional.empty();
        for (Tlv each : data.isEmpty() ? Tlv.parseAll(data) : Tlv.parseOne(data).children()) {
            Bytes what = Tlv.need(each.children(), 0x06);
            Bytes value = Tlv.need(each.children(), 0x53);
            if (what.equals(Oids.DATE_OF_BIRTH)) {
                age = Optional.of(Period.between(day(value), today).getYears());
            } else if (what.equals(Oids.MUNICIPALITY)) {
                place = MunicipalityKey.ags(value.hex());
            }
        }
        return new Compared(age, place);
    }

    private static LocalDate day(Bytes digits) throws Malformed {
        try {
            return LocalDate.parse(
                    new String(digits.toArray(), StandardCharsets.US_ASCII),
                    DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw new Malformed("not a day of eight digits");
        }
    }
}
