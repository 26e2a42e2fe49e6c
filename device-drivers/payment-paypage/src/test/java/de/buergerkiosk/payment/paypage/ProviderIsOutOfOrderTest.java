package de.buergerkiosk.payment.paypage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.paypage.PageBench.Watch;
import de.buergerkiosk.payment.paypage.simulated.PageFault;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.payment.PageOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each trouble has its name, none hangs, and none shows a page that should not be opened. */
class ProviderIsOutOfOrderTest {
    @ParameterizedTest
    @CsvSource({
        "MUTE, PPG-UNREACHABLE",
        "DOWN, PPG-UNREACHABLE",
        "NO_ACCESS, PPG-ACCESS",
        "NO_TENANT, PPG-REFUSED",
        "CREATE_LOST, PPG-UNREACHABLE",
        "CREATE_LOST_ONCE, PPG-NEVER-OPENED",
        "NO_PAGE, PPG-PROTOCOL",
        "EVIL_PAGE, PPG-PROTOCOL",
        "GARBAGE, PPG-PROTOCOL",
        "OTHER_AMOUNT, PPG-PROTOCOL"
    })
    void beforeThePageIsShownItFailsAndNobodyCanHavePaid(PageFault fault, String code)
            throws Exception {
        try (var bench = PageBench.with(fault)) {
            var watch = new Watch();

            var failed = assertInstanceOf(PageOutcome.Failed.class, bench.pay(watch));

            assertEquals(code, failed.fault().code());
            assertEquals(List.of(), watch.pages);
            assertEquals(List.of("INTENT", "DONE"), bench.steps());
            assertEquals(List.of(), bench.provider.paid());
        }
    }

    @Test
    void aWrongSecretIsNamed() throws Exception {
        try (var bench = new PageBench("wrong")) {
            var failed = assertInstanceOf(PageOutcome.Failed.class, bench.pay(new Watch()));
            assertEquals("PPG-ACCESS", failed.fault().code());
            var down = assertInstanceOf(DeviceState.Down.class, bench.page.state());
            assertEquals("PPG-OUT-OF-ORDER", down.fault().code());
            assertTrue(!down.toString().contains("wrong"), down.toString());
        }
    }

    @Test
    void aTokenThatRanOutIsReplacedAndThePaymentGoesOn() throws Exception {
        try (var bench = PageBench.with(PageFault.TOKEN_ONCE)) {
            var watch = new Watch(() -> bench.provider.press(true));
            assertInstanceOf(PageOutcome.Paid.class, bench.pay(watch));
        }
    }

    @Test
    void aProviderThatFallsMuteWhileThePageIsOpenLeavesItUnclear() throws Exception {
        try (var bench = PageBench.with(PageFault.MUTE_ONCE_OPEN)) {
            var unclear = assertInstanceOf(PageOutcome.Unclear.class, bench.pay(new Watch()));
            assertEquals("PPG-UNCLEAR", unclear.fault().code());
        }
    }

    @Test
    void anotherAmountThanOrderedIsNotCalledPaid() throws Exception {
        try (var bench = PageBench.with(PageFault.PAID_OTHER_AMOUNT)) {
            var watch = new Watch(() -> bench.provider.press(true));
            var unclear = assertInstanceOf(PageOutcome.Unclear.class, bench.pay(watch));
            assertEquals("PPG-WRONG-AMOUNT", unclear.fault().code());
        }
    }

    @Test
    void aProviderThatIsNotThereIsNamed() throws Exception {
        try (var bench = new PageBench()) {
            bench.provider.close();

            var failed = assertInstanceOf(PageOutcome.Failed.class, bench.pay(new Watch()));

            assertEquals("PPG-UNREACHABLE", failed.fault().code());
            assertInstanceOf(DeviceState.Down.class, bench.page.state());
        }
    }
}
