package de.buergerkiosk.payment.paypage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.paypage.PageBench.Watch;
import de.buergerkiosk.payment.paypage.PageSettings.Access;
import de.buergerkiosk.payment.paypage.PageSettings.Amounts;
import de.buergerkiosk.payment.paypage.PageSettings.Patience;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.payment.PageOutcome;
import de.buergerkiosk.ports.payment.PaymentOrder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CitizenPaysOnThePageTest {
    @Test
    void aPressInTheBrowserIsPaidWithTheProvidersNumber() throws Exception {
        try (var bench = new PageBench();
                var browser = HttpClient.newHttpClient()) {
            var seen = new ArrayList<String>();
            var watch = new Watch(() -> {});
            var presses =
                    Thread.ofVirtual()
                            .start(() -> {
                                while (watch.pages.isEmpty()) {
                                    Thread.onSpinWait();
                                }
                                seen.add(open(browser, watch.pages.getFirst(), ""));
                                seen.add(open(browser, watch.pages.getFirst(), "/pay"));
                            });

            var outcome = bench.pay(watch);
            presses.join();

            var proof = assertInstanceOf(PageOutcome.Paid.class, outcome).proof();
            assertEquals(4_900, proof.amountCents());
            assertEquals("PT-000001", proof.transactionId());
            assertEquals("CREDITCARD", proof.method());
            assertEquals(List.of(4_900L), bench.provider.paid());
            assertEquals(List.of("INTENT", "SENT", "DONE"), bench.steps());
            assertTrue(seen.getFirst().contains("49,00"), seen.getFirst());
            assertTrue(seen.getFirst().contains(PageBench.PURPOSE), seen.getFirst());
            assertTrue(seen.getLast().contains("Bezahlt: 49,00"), seen.getLast());
        }
    }

    @Test
    void theNumberIsDurableBeforeAnybodySeesThePageAndTheAddressIsNowhere() throws Exception {
        try (var bench = new PageBench()) {
            var before = new ArrayList<String>();
            var watch =
                    new Watch(() -> {
                        before.addAll(bench.steps());
                        bench.provider.press(true);
                    });

            bench.pay(watch);

            assertEquals(List.of("INTENT", "SENT"), before);
            assertTrue(bench.journalText().contains("tx=PT-000001"), bench.journalText());
            assertFalse(bench.journalText().contains("/page/"), bench.journalText());
            assertFalse(bench.journalText().contains("token"), bench.journalText());
        }
    }

    @Test
    void askedAgainTheJournalSaysTheSameWithoutTheProvider() throws Exception {
        try (var bench = new PageBench()) {
            var watch = new Watch(() -> bench.provider.press(true));
            var outcome = bench.pay(watch);
            bench.provider.close();

            assertEquals(outcome, bench.page.settle(PageBench.ORDER));
        }
    }

    @Test
    void aHealthyProviderSaysSo() throws Exception {
        try (var bench = new PageBench()) {
            assertInstanceOf(DeviceState.Ready.class, bench.page.state());
        }
    }

    @Test
    void theAmountIsWrittenInTheUnitOfTheProvider() {
        assertEquals("4900", gross(Amounts.CENTS));
        assertEquals("49.00", gross(Amounts.EUROS));
    }

    private static String gross(Amounts amounts) {
        var nowhere = URI.create("https://provider.invalid/x");
        var settings =
                new PageSettings(
                        nowhere,
                        "kiosk",
                        "city",
                        amounts,
                        new Access(nowhere, "a", "b"),
                        nowhere,
                        ZoneId.of("Europe/Berlin"),
                        Patience.USUAL);
        var json =
                new PaymentRequest(settings, PageBench.ORDER, PageBench.PURPOSE)
                        .json(Instant.parse("2026-11-23T11:00:00Z"));
        var read = JsonMapper.shared().readTree(json);
        assertEquals(
                read.path("grosAmount").asString(),
                read.path("items").path(0).path("totalNetAmount").asString());
        return json.replaceFirst(".*\"grosAmount\":([0-9.]+),.*", "$1");
    }

    @Test
    void aReferenceOrPurposeThatTheProviderWouldRefuseIsABug() throws Exception {
        try (var bench = new PageBench()) {
            var order = new PaymentOrder("A".repeat(36), 1);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> bench.page.pay(order, "Gebühr", new Watch()));
            assertEquals(List.of(), bench.journal.all());
        }
    }

    private static String open(HttpClient browser, URI page, String press) {
        try {
            var request = HttpRequest.newBuilder(URI.create(page + press));
            return browser.send(
                            press.isEmpty()
                                    ? request.GET().build()
                                    : request.POST(HttpRequest.BodyPublishers.noBody()).build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
