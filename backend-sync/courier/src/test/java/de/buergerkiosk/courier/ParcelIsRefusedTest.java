package de.buergerkiosk.courier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.courier.CentreLine.Reply;
import de.buergerkiosk.courier.MemoryOutbox.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParcelIsRefusedTest {
    private final Bench bench = new Bench(2);

    @Test
    void refusedAndConflictingParcelsAreKeptAndBlockNobody() throws Exception {
        var refused = bench.submit();
        var conflict = bench.submit();
        var good = bench.submit();
        bench.centre.weather(parcel -> {
            if (parcel.id().equals(refused)) {
                return new Reply.Refused(400, "sealed: must be a JWE");
            }
            return parcel.id().equals(conflict)
                    ? new Reply.Conflict("other content")
                    : bench.centre.keep(parcel);
        });
        assertEquals(1, bench.courier.carryAllDue());
        assertEquals(State.ACKNOWLEDGED, bench.outbox.entry(good).state());
        assertEquals(State.REJECTED, bench.outbox.entry(refused).state());
        assertEquals(
                "SYN-FILING-REFUSED 400 sealed: must be a JWE", bench.outbox.entry(refused).note());
        assertTrue(bench.outbox.entry(conflict).note().startsWith("SYN-FILING-CONFLICT"));
    }

    @Test
    void parcelThatBreaksTheLineByItselfBlocksNobody() throws Exception {
        var poison = bench.submit();
        for (int i = 0; i < 20; i++) {
            bench.submit();
        }
        bench.centre.weather(parcel ->
                parcel.id().equals(poison)
                        ? new Reply.Unreachable("connection reset")
                        : bench.centre.keep(parcel));
        assertEquals(20, bench.courier.carryAllDue());
        assertEquals(State.WAITING, bench.outbox.entry(poison).state());
    }

    @Test
    void forgedReceiptAcknowledgesNothing() throws Exception {
        var id = bench.submit();
        var other = new ModelCentre();
        bench.centre.weather(other::keep);
        assertEquals(0, bench.courier.carryAllDue());
        assertEquals(State.WAITING, bench.outbox.entry(id).state());
        assertTrue(bench.outbox.entry(id).note().startsWith("SYN-RECEIPT-REFUSED"));
    }

    @Test
    void receiptOfTheFilingBeforeAcknowledgesNothing() throws Exception {
        var first = bench.submit();
        var answers = new ArrayList<Reply>();
        bench.centre.weather(parcel -> {
            answers.add(bench.centre.keep(parcel));
            return answers.getFirst();
        });
        bench.courier.carryAllDue();
        var second = bench.submit();
        bench.courier.carryAllDue();
        assertEquals(State.ACKNOWLEDGED, bench.outbox.entry(first).state());
        assertEquals(State.WAITING, bench.outbox.entry(second).state());
    }

    @Test
    void lostAnswersAreRepeatedWithTheSameBytesUntilOneReceiptArrives() throws Exception {
        var id = bench.submit();
        List<byte[]> bodies = new ArrayList<>();
        bench.centre.weather(parcel -> {
            bodies.add(parcel.body());
            var answer = bench.centre.keep(parcel);
            return bodies.size() < 4 ? new Reply.Unreachable("answer lost") : answer;
        });
        for (int i = 0; i < 4; i++) {
            bench.courier.carryAllDue();
            bench.now = bench.now.plus(Bench.BACKOFF.longest());
        }
        assertEquals(State.ACKNOWLEDGED, bench.outbox.entry(id).state());
        assertEquals(4, bodies.size());
        bodies.forEach(body -> assertArrayEquals(bodies.getFirst(), body));
        assertEquals(1, bench.centre.kept());
    }
}
