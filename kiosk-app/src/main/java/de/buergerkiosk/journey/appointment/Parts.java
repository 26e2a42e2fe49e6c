package de.buergerkiosk.journey.appointment;

import de.buergerkiosk.contract.seal.OfficeKeys;
import de.buergerkiosk.journey.Counter;
import de.buergerkiosk.journey.Journal;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the desk for appointments is made of.
 *
 * @param names numbers under which the centre hears of wishes, a new one each time
 */
public record Parts(
        Counter counter,
        Here here,
        AppointmentLine line,
        Numbers numbers,
        Stock stock,
        Scans scans,
        HandingOut handingOut,
        Journal journal,
        OfficeKeys keys,
        RandomGenerator chance,
        Supplier<UUID> names) {}
