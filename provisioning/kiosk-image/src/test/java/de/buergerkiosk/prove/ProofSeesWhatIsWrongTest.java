package de.buergerkiosk.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A proof that finds nothing has to be able to find something: made-up books, one wrong thing each. */
class ProofSeesWhatIsWrongTest {
    private static final String ID = "019d0000-0000-7000-8000-000000000001";
    private static final Books NOTHING = new Books(0, 0, List.of(), List.of());
    private static final Books RIGHT =
            new Books(18_000, 1, List.of(filing("paid")), List.of("Nummer 1\n" + ID + "\n"));

    @Test
    void wherePaymentFilingAndPaperAgreeNothingIsWrong() {
        assertEquals(List.of(), violations(RIGHT, "printed after a cut", List.of()));
    }

    @Test
    void aKioskThatDoesNotComeBackIsAFinding() {
        var finding =
                Invariants.check(
                        new Invariants.Case(
                                "before printing #1",
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                NOTHING,
                                RIGHT,
                                List.of("kiosk.db: Mustermann")));

        assertEquals(
                List.of("I3 left behind: kiosk.db: Mustermann", "I5 the kiosk did not come back"),
                finding.violations());
    }

    @Test
    void paidWithoutPaperNeedsThePageWithTheNumber() {
        var noPaper = new Books(18_000, 1, List.of(filing("paid")), List.of());
        var said = "halted after a cut, number shown";

        assertEquals(
                List.of("I2 paid, and neither a receipt nor a page with its number"),
                violations(noPaper, said, List.of("page settling #1")));
        assertEquals(List.of(), violations(noPaper, said, List.of("page receipt-owed #1")));
    }

    @Test
    void aReceiptThatTheKioskBelievesInAndThePrinterDoesNotIsFound() {
        var noPaper = new Books(18_000, 1, List.of(filing("paid")), List.of("another paper"));

        assertEquals(
                List.of(
                        "I2 the kiosk says printed, and no such paper came out",
                        "I2 paid, and neither a receipt nor a page with its number"),
                violations(noPaper, "printed", List.of()));
    }

    @Test
    void bookedTwiceIsFound() {
        var twice = new Books(36_000, 2, List.of(filing("paid")), RIGHT.papers());

        assertEquals(
                List.of(
                        "I2 the terminal booked 36000 cents, the kiosk says Optional[18000]",
                        "I2 booked 2 times"),
                violations(twice, "printed", List.of()));
    }

    @Test
    void aFilingThatTheCentreDoesNotHaveIsFound() {
        var lost = new Books(18_000, 1, List.of(), RIGHT.papers());

        assertEquals(
                List.of("I1 acknowledged, and the centre has it 0 times"),
                violations(lost, "printed", List.of()));
    }

    private static List<String> violations(Books after, String paper, List<String> settled) {
        var account = account(paper);
        var recovered = json().put("event", "recovered").put("journalSound", true);
        recovered.putArray("accounts").add(account);
        return Invariants.check(
                        new Invariants.Case(
                                "after journal PAID #1",
                                Optional.of(recovered),
                                Optional.of(account),
                                List.of("page pay #1"),
                                settled,
                                NOTHING,
                                after,
                                List.of()))
                .violations();
    }

    private static ObjectNode account(String paper) {
        var account =
                json().put("filing", ID)
                        .put("state", "acknowledged")
                        .put("paper", paper)
                        .put("receiptVerified", true);
        account.putObject("payment").put("state", "paid").put("amountCents", 18_000);
        return account;
    }

    private static JsonNode filing(String payment) {
        var filing = json().put("id", ID);
        filing.putObject("payment").put("state", payment);
        return filing;
    }

    private static ObjectNode json() {
        return JsonMapper.shared().createObjectNode();
    }
}
