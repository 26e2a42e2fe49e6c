package de.buergerkiosk.courier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.courier.CentreLine.Reply;
import de.buergerkiosk.courier.MemoryOutbox.State;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeded bad weather: lost calls, lost answers, busy, outages, clock jumps. One seed, one run. */
class WeatherIsBadForDaysTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void everyFilingArrivesExactlyOnce(long seed) throws Exception {
        var bench = new Bench(seed);
        int submitted = 0;
        for (int step = 0; step < 600; step++) {
            if (bench.chance.nextInt(3) == 0) {
                bench.submit();
                submitted++;
            }
            var outage = bench.chance.nextInt(4) == 0;
            bench.centre.weather(parcel -> weather(bench, parcel, outage));
            bench.courier.carryAllDue();
            bench.pass(Duration.ofSeconds(bench.chance.nextInt(1, 1_800)));
            if (bench.chance.nextInt(50) == 0) {
                bench.pass(Duration.ofDays(bench.chance.nextInt(-3_650, 3_650)));
            }
        }
        bench.centre.weather(bench.centre::keep);
        bench.pass(Duration.ofDays(3_650));
        bench.courier.carryAllDue();
        bench.pass(Duration.ofDays(1));
        bench.courier.carryAllDue();
        assertEquals(submitted, bench.outbox.count(State.ACKNOWLEDGED));
        assertEquals(submitted, bench.centre.kept());
    }

    private static Reply weather(Bench bench, Parcel parcel, boolean outage) {
        if (outage) {
            return ModelCentre.down(parcel);
        }
        return switch (bench.chance.nextInt(6)) {
            case 0 -> ModelCentre.down(parcel);
            case 1 -> {
                bench.centre.keep(parcel);
                yield new Reply.Unreachable("answer lost");
            }
            case 2 -> new Reply.Busy(Duration.ofSeconds(bench.chance.nextInt(7_200)));
            default -> bench.centre.keep(parcel);
        };
    }
}
