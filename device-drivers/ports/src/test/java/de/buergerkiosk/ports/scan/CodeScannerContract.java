package de.buergerkiosk.ports.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.scan.ScannedCode.Kind;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each code scanner promises, whatever it is made of. A driver's test extends this class and
 * says how codes come before the device: by its simulator, or by a person at a bench.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class CodeScannerContract {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final ExecutorService citizen = Executors.newVirtualThreadPerTaskExecutor();

    /** The driver under test, on a device that is well. */
    protected abstract CodeScanner scanner();

    /** Holds a QR code before the device and takes it away. */
    protected abstract void show(String text) throws Exception;

    /** Returns when the driver has met everything that was shown so far. */
    protected abstract void untilAllIsMet() throws Exception;

    /** Lets so much time go by for the driver that a code may count again. */
    protected abstract void waitUntilACodeCountsAgain() throws Exception;

    /** Pulls the device's plug. */
    protected abstract void unplug() throws Exception;

    protected abstract void plugIn() throws Exception;

    @AfterEach
    void citizenGoes() {
        citizen.shutdownNow();
    }

    private Future<ScanOutcome> waiting() {
        Callable<ScanOutcome> scan = () -> scanner().scan(LONG);
        return citizen.submit(scan);
    }

    /** As people do: hold it there until something happens. */
    private ScanOutcome shownUntilDone(Future<ScanOutcome> waiting, String text) throws Exception {
        for (int i = 0; i < 400 && !waiting.isDone(); i++) {
            show(text);
            pause();
        }
        return waiting.get(60, TimeUnit.SECONDS);
    }

    private ScanOutcome outcome(String text) throws Exception {
        return shownUntilDone(waiting(), text);
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(50);
    }

    private static ScanOutcome read(String text) {
        return new ScanOutcome.Read(new ScannedCode(Kind.QR, Personal.of(text)));
    }

    /** Until it is so; states are noticed, not announced. */
    private void untilState(Class<? extends DeviceState> state) throws InterruptedException {
        for (int i = 0; i < 600 && !state.isInstance(scanner().state()); i++) {
            pause();
        }
        assertInstanceOf(state, scanner().state());
    }

    @Test
    void aCodeThatIsShownWhileSomebodyWaitsIsRead() throws Exception {
        assertEquals(read("K7QM-42XZ"), outcome("K7QM-42XZ"));
    }

    @Test
    void anAddressIsReadLetterByLetter() throws Exception {
        var address = "https://termin.example/c/K7QM42XZ?l=de&t=08:15#a-b_c.d~e+f,g;h=(i)*j!@$%20";

        assertEquals(read(address), outcome(address));
    }

    @Test
    void aCodeOfTheGreatestLengthIsRead() throws Exception {
        assertEquals(read("7".repeat(600)), outcome("7".repeat(600)));
    }

    @Test
    void whereNothingIsShownWaitingEnds() throws InterruptedException {
        assertEquals(new ScanOutcome.NothingShown(), scanner().scan(SHORT));
    }

    @Test
    void whatWasShownBeforeReachesNobody() throws Exception {
        assertEquals(new DeviceState.Ready(), scanner().state());
        show("TOO-EARLY");
        untilAllIsMet();

        assertEquals(new ScanOutcome.NothingShown(), scanner().scan(SHORT));
        assertEquals(read("IN-TIME"), outcome("IN-TIME"));
    }

    @Test
    void aCodeThatStillLiesThereCountsOnce() throws Exception {
        assertEquals(read("K7QM-42XZ"), outcome("K7QM-42XZ"));

        Future<ScanOutcome> next = waiting();
        for (int i = 0; i < 5; i++) {
            show("K7QM-42XZ");
        }
        untilAllIsMet();
        assertFalse(next.isDone());
        assertEquals(read("ANOTHER"), shownUntilDone(next, "ANOTHER"));
    }

    @Test
    void aCodeThatWasTakenAwayCountsAgain() throws Exception {
        assertEquals(read("K7QM-42XZ"), outcome("K7QM-42XZ"));
        waitUntilACodeCountsAgain();

        assertEquals(read("K7QM-42XZ"), outcome("K7QM-42XZ"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a'b",
                "a\"b",
                "a`b",
                "<script>",
                "a\\b",
                "a\u0000b",
                "a\u001b[2Jb",
                "a\tb",
                "a\u001db",
                "a\u007fb",
                "Köln",
                "\u202eabc",
                "\u05d0\u05d1",
                ""
            })
    void aCodeWithOtherCharactersReachesNobody(String text) throws Exception {
        assertEquals(new ScanOutcome.Refused(ScanOutcome.Why.FORBIDDEN_CHARACTER), outcome(text));
        assertEquals(read("GOOD"), outcome("GOOD"));
    }

    @ParameterizedTest
    @ValueSource(ints = {601, 5_000, 65_536})
    void aCodeThatIsTooLongReachesNobody(int length) throws Exception {
        assertEquals(
                new ScanOutcome.Refused(ScanOutcome.Why.TOO_LONG), outcome("x".repeat(length)));
        assertEquals(read("GOOD"), outcome("GOOD"));
    }

    @Test
    void anOutcomeNeverTellsWhatStoodInTheCode() throws Exception {
        assertFalse(outcome("K7QM-42XZ").toString().contains("K7QM"));
    }

    @Test
    void aScannerThatIsWellIsReady() throws InterruptedException {
        assertEquals(new DeviceState.Ready(), scanner().state());
    }

    @Test
    void whoWaitsHearsThatThePlugIsPulled() throws Exception {
        assertEquals(new DeviceState.Ready(), scanner().state());
        Future<ScanOutcome> waiting = waiting();
        pause();

        unplug();

        var failed = assertInstanceOf(ScanOutcome.Failed.class, waiting.get(60, TimeUnit.SECONDS));
        assertTrue(failed.fault().code().startsWith("SCN-"), failed.toString());
        untilState(DeviceState.Down.class);
    }

    @Test
    void aScannerThatIsNotThereFailsAtOnceAndComesBackByItself() throws Exception {
        unplug();
        untilState(DeviceState.Down.class);
        assertInstanceOf(ScanOutcome.Failed.class, scanner().scan(LONG));

        plugIn();

        untilState(DeviceState.Ready.class);
        assertEquals(read("BACK-AGAIN"), outcome("BACK-AGAIN"));
    }

    @Test
    void whoStopsWaitingLeavesTheScannerToTheNext() throws Exception {
        Future<ScanOutcome> first = waiting();
        pause();
        assertTrue(first.cancel(true));

        assertEquals(read("NEXT"), outcome("NEXT"));
    }

    @Test
    void aClosedScannerIsNotUsedAnyMore() {
        scanner().close();

        assertThrows(IllegalStateException.class, () -> scanner().scan(SHORT));
    }
}
