package de.buergerkiosk.ports.print;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.DeviceState;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What each receipt printer promises, whatever it is made of. A driver's test extends this class and
 * says how hands reach the device: its simulator, or a person at a bench.
 */
public abstract class ReceiptPrinterContract {
    /** The driver under test, on a device that is well. */
    protected abstract ReceiptPrinter printer();

    protected abstract void takePaperOut();

    protected abstract void putPaperIn();

    /** Switches the device off for good, or pulls its plug. */
    protected abstract void switchOff();

    /** What is readable on the papers that came out so far, oldest first. */
    protected abstract List<String> papers();

    private static Receipt receipt(String serial) {
        return new Receipt(
                serial,
                List.of(
                        new Receipt.Text("Stadt Musterstadt", Receipt.Style.TITLE),
                        new Receipt.Text("Quittung " + serial, Receipt.Style.BOLD),
                        new Receipt.Rule(),
                        new Receipt.Pair("Gebühr", "30,70 €"),
                        new Receipt.Gap(1),
                        new Receipt.Text("Bitte aufbewahren.", Receipt.Style.SMALL)));
    }

    @Test
    void aReceiptThatCountsAsPrintedIsOnPaper() throws InterruptedException {
        assertEquals(new PrintOutcome.Printed(), printer().print(receipt("K-0001")));

        String paper = papers().getLast();
        assertAll(
                () -> assertTrue(paper.contains("Stadt Musterstadt"), paper),
                () -> assertTrue(paper.contains("Quittung K-0001"), paper),
                () -> assertTrue(paper.contains("30,70 €"), paper),
                () -> assertTrue(paper.contains("Gebühr"), paper),
                () -> assertTrue(paper.contains("Bitte aufbewahren."), paper));
    }

    @Test
    void eachReceiptHasItsOwnPaper() throws InterruptedException {
        assertEquals(new PrintOutcome.Printed(), printer().print(receipt("K-0001")));
        assertEquals(new PrintOutcome.Printed(), printer().print(receipt("K-0002")));

        assertEquals(2, papers().size());
        assertTrue(papers().getFirst().contains("K-0001"));
        assertTrue(papers().getLast().contains("K-0002"));
        assertFalse(papers().getLast().contains("K-0001"));
    }

    @Test
    void aPrinterThatIsWellIsReady() throws InterruptedException {
        assertEquals(new DeviceState.Ready(), printer().state());
    }

    @Test
    void withoutPaperItHaltsAndSaysSo() throws InterruptedException {
        takePaperOut();

        var halted =
                assertInstanceOf(PrintOutcome.Halted.class, printer().print(receipt("K-0001")));
        assertEquals("PRN-PAPER-OUT", halted.fault().code());
        var down = assertInstanceOf(DeviceState.Down.class, printer().state());
        assertEquals("PRN-PAPER-OUT", down.fault().code());
        assertTrue(papers().isEmpty());
    }

    @Test
    void afterPaperIsRefilledItPrintsAndNothingOldComesOut() throws InterruptedException {
        takePaperOut();
        assertInstanceOf(PrintOutcome.Halted.class, printer().print(receipt("K-0001")));

        putPaperIn();

        assertEquals(new DeviceState.Ready(), printer().state());
        assertEquals(new PrintOutcome.Printed(), printer().print(receipt("K-0002")));
        assertEquals(1, papers().size());
        assertFalse(papers().getFirst().contains("K-0001"));
    }

    @Test
    void aPrinterThatIsSwitchedOffHaltsBeforeAnythingIsSent() throws InterruptedException {
        switchOff();

        var halted =
                assertInstanceOf(PrintOutcome.Halted.class, printer().print(receipt("K-0001")));
        assertEquals("PRN-UNREACHABLE", halted.fault().code());
        assertInstanceOf(DeviceState.Down.class, printer().state());
    }

    @Test
    void aFaultNeverTellsWhatWasToBePrinted() throws InterruptedException {
        takePaperOut();
        var secret =
                new Receipt(
                        "K-0001",
                        List.of(new Receipt.Text("Erika Mustermann", Receipt.Style.NORMAL)));

        assertFalse(printer().print(secret).toString().contains("Mustermann"));
    }

    @Test
    void aClosedPrinterIsNotUsedAnyMore() {
        printer().close();

        assertThrows(IllegalStateException.class, () -> printer().print(receipt("K-0001")));
    }
}
