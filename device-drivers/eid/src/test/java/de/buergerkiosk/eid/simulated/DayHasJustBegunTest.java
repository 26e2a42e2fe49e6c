package de.buergerkiosk.eid.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.eid.simulated.Encounter.End;
import de.buergerkiosk.eid.simulated.card.CardFault;
import de.buergerkiosk.eid.simulated.server.ServerFault;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * In the first hours of a German day it is still yesterday in Greenwich, by which AusweisApp and
 * others judge certificates; seen at half past midnight, with the real one.
 */
class DayHasJustBegunTest {
    @ParameterizedTest
    @CsvSource({
        // winter and summer: one hour, and two
        "2026-12-01T00:00:00+01:00, 2026-11-30",
        "2026-12-01T00:59:59+01:00, 2026-11-30",
        "2026-12-01T01:00:00+01:00, 2026-12-01",
        "2027-07-01T01:59:59+02:00, 2027-06-30",
        "2026-12-01T23:59:59+01:00, 2026-12-01",
    })
    void aClientThatGoesByGreenwichTrustsTheServer(String moment, LocalDate clientsDay)
            throws InterruptedException {
        assertInstanceOf(End.Collected.class, meet(ServerFault.NONE, moment, clientsDay));
    }

    @ParameterizedTest
    @CsvSource({"EXPIRED_CERTIFICATE, 2026-11-30", "FUTURE_CERTIFICATE, 2026-12-01"})
    void whatIsNotValidIsNotValidByAnyDay(ServerFault fault, LocalDate clientsDay)
            throws InterruptedException {
        End end = meet(fault, "2026-12-01T00:30:00+01:00", clientsDay);

        var refused = assertInstanceOf(End.Server.class, end).trouble();
        assertEquals("a certificate is not valid today", refused.observed());
    }

    private static End meet(ServerFault fault, String moment, LocalDate clientsDay)
            throws InterruptedException {
        var clock = InstantSource.fixed(OffsetDateTime.parse(moment).toInstant());
        return new Encounter(fault, clock, clientsDay)
                .run(
                        Encounter.asking(Encounter.EVERYTHING_READABLE),
                        Encounter.card("erika", CardFault.NONE));
    }
}
