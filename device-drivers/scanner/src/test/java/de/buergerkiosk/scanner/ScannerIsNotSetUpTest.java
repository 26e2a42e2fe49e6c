package de.buergerkiosk.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.scan.ScanOutcome;
import de.buergerkiosk.ports.scan.ScannedCode.Kind;
import de.buergerkiosk.scanner.simulated.HeldCode;
import de.buergerkiosk.scanner.simulated.ScannerFault;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ScannerIsNotSetUpTest {
    private static String fault(DeviceState state) {
        return assertInstanceOf(DeviceState.Limited.class, state).fault().code();
    }

    @Test
    void withoutAimIdNoCodePassesAndStaffAreTold() throws Exception {
        try (var bench = Bench.overTcp(ScannerFault.NO_AIM)) {
            var failed =
                    assertInstanceOf(
                            ScanOutcome.Failed.class, bench.outcome(HeldCode.qr("K7QM-42XZ")));

            assertEquals("SCN-NO-AIM", failed.fault().code());
            assertEquals("SCN-NO-AIM", fault(bench.driver().state()));
        }
    }

    @Test
    void onceItIsSetUpItIsReadyAgain() throws Exception {
        try (var bench = Bench.overTcp(ScannerFault.NO_AIM)) {
            bench.outcome(HeldCode.qr("K7QM-42XZ"));
            bench.device().fault(ScannerFault.NO_AIM, false);

            assertInstanceOf(ScanOutcome.Read.class, bench.outcome(HeldCode.qr("K7QM-42XZ")));
            assertEquals(new DeviceState.Ready(), bench.driver().state());
        }
    }

    @Test
    void withoutSuffixACodeIsGivenUpAndStaffAreTold() throws Exception {
        try (var bench = Bench.overTcp(ScannerFault.NO_SUFFIX)) {
            var waiting = bench.waiting();
            Bench.until(bench.device()::hasHost);
            bench.device().show(HeldCode.qr("K7QM-42XZ"));

            for (int i = 0; i < 1_200 && bench.driver().state() instanceof DeviceState.Ready; i++) {
                TimeUnit.MILLISECONDS.sleep(25);
            }
            assertEquals("SCN-NO-SUFFIX", fault(bench.driver().state()));
            assertEquals(false, waiting.isDone());
        }
    }

    @Test
    void aLineFeedAfterTheSuffixDoesNoHarm() throws Exception {
        try (var bench = Bench.overTcp(ScannerFault.LINE_FEED)) {
            assertInstanceOf(ScanOutcome.Read.class, bench.outcome(HeldCode.qr("FIRST")));
            assertInstanceOf(ScanOutcome.Read.class, bench.outcome(HeldCode.qr("SECOND")));
        }
    }

    @Test
    void everyKindOfCodeIsToldByItsAimId() throws Exception {
        try (var bench = Bench.overTcp()) {
            for (var drawn : HeldCode.Drawn.values()) {
                var read =
                        assertInstanceOf(
                                ScanOutcome.Read.class,
                                bench.outcome(HeldCode.of(drawn, "K7QM-42XZ")));
                assertEquals(Kind.valueOf(drawn.name()), read.code().kind());
            }
        }
    }
}
