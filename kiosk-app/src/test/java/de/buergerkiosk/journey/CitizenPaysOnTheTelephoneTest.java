package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import de.buergerkiosk.contract.filing.PaymentRecord;
import de.buergerkiosk.journey.TrialKiosk.PageOffered;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.QrModules;
import de.buergerkiosk.page.simulated.ScriptedCitizen.Errand;
import de.buergerkiosk.payment.paypage.simulated.PageFault;
import de.buergerkiosk.payment.zvt.simulated.CardholderAction;
import de.buergerkiosk.store.JournalLines;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The citizen scans the code and pays on the city's payment page, or not. */
class CitizenPaysOnTheTelephoneTest {
    private static final Errand EXPRESS = TrialKiosk.bulky("express");

    @TempDir private Path folder;

    @Test
    void aPaymentOnThePageReleasesTheFilingWithTheProvidersNumber() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = paging(town)) {
            kiosk.screen.whenShown("pay-scan", _ -> town.provider.press(true));

            assertEquals(Turn.Ending.DONE, kiosk.visit(), kiosk.screen::everything);

            var paid =
                    assertInstanceOf(
                            PaymentRecord.PaidOnPage.class,
                            kiosk.filings().getFirst().payment().orElseThrow());
            assertEquals(4_900, paid.amountCents());
            assertEquals("PT-000001", paid.transactionId());
            assertEquals(List.of("queued"), kiosk.states());
            assertEquals(List.of(4_900L), town.provider.paid());
            assertEquals(List.of(), town.booked());
            var paper = String.join("", town.papers());
            assertTrue(paper.contains("PT-000001"), paper);
            assertTrue(paper.contains(paid.reference()), paper);
            assertTrue(kiosk.screen.texts("farewell").getFirst().contains("verbucht"));
        }
    }

    @Test
    void theCodeOnTheScreenLeadsToThePage() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = paging(town)) {
            kiosk.screen.whenShown("pay-scan", _ -> town.provider.press(true));

            kiosk.visit();

            var read = new QRCodeReader().decode(picture(kiosk.screen.scanned().code())).getText();
            assertEquals("http://127.0.0.1:" + town.provider.port() + "/page/PT-000001", read);
        }
    }

    @Test
    void stoppedAtTheKioskThePageIsOverAndTheCardPays() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = paging(town)) {
            kiosk.screen.whenShown(
                    "pay-scan", pressed -> pressed.accept(new Answer.Leave(Answer.Why.PRESSED)));
            kiosk.citizen.on(
                    "not-paid",
                    _ -> {
                        kiosk.citizen.on("pay-way", _ -> new Answer.Chosen("card"));
                        return new Answer.Chosen("other");
                    });

            assertEquals(Turn.Ending.DONE, kiosk.visit(), kiosk.screen::everything);

            assertEquals(List.of("CANCELED"), states(town));
            assertEquals(List.of(4_900L), town.booked());
            var paid =
                    assertInstanceOf(
                            PaymentRecord.Paid.class,
                            kiosk.filings().getFirst().payment().orElseThrow());
            assertTrue(paid.reference().endsWith("-2"), paid.reference());
        }
    }

    @Test
    void aPageThatCannotBeWithdrawnIsUnclearAndNothingElseIsOffered() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = paging(town)) {
            town.provider.fault(PageFault.NO_WITHDRAWAL);
            kiosk.screen.whenShown(
                    "pay-scan", pressed -> pressed.accept(new Answer.Leave(Answer.Why.PRESSED)));

            assertEquals(Turn.Ending.DONE, kiosk.visit(), kiosk.screen::everything);

            assertInstanceOf(
                    PaymentRecord.Unclear.class,
                    kiosk.filings().getFirst().payment().orElseThrow());
            assertEquals(List.of("PPG-STILL-OPEN"), kiosk.incidents());
            assertFalse(kiosk.screen.names().contains("not-paid"));
            assertTrue(String.join("", town.papers()).contains("Zahlung unklar"));
        }
    }

    @Test
    void anUnreachableProviderIsSaidWithItsCodeAndTheCardPays() throws Exception {
        try (var town = Town.in(folder);
                var kiosk = paging(town)) {
            town.provider.fault(PageFault.DOWN);
            kiosk.citizen.on(
                    "not-paid",
                    _ -> {
                        kiosk.citizen.on("pay-way", _ -> new Answer.Chosen("card"));
                        return new Answer.Chosen("other");
                    });

            assertEquals(Turn.Ending.DONE, kiosk.visit(), kiosk.screen::everything);

            var page = kiosk.screen.texts("not-paid").getFirst();
            assertTrue(page.contains("Die Bezahlseite ist gerade nicht erreichbar."), page);
            assertTrue(page.contains("PPG-UNREACHABLE"), page);
            assertEquals(List.of(4_900L), town.booked());
        }
    }

    @Test
    void asAFallbackItIsOfferedOnlyAfterTheCardSaidNo() throws Exception {
        try (var town = Town.in(folder);
                var kiosk =
                        new TrialKiosk(
                                town,
                                EXPRESS,
                                PowerCut.Wire.at(PowerCut.At.NEVER),
                                PageOffered.FALLBACK)) {
            town.terminal.act(new CardholderAction.Decline());
            kiosk.citizen
                    .on("not-paid", _ -> new Answer.Chosen("other"))
                    .on("pay-way", _ -> new Answer.Chosen("page"));
            kiosk.screen.whenShown("pay-scan", _ -> town.provider.press(true));

            assertEquals(Turn.Ending.DONE, kiosk.visit(), kiosk.screen::everything);

            assertEquals(1, kiosk.screen.texts("pay-way").size());
            assertEquals(List.of(4_900L), town.provider.paid());
            assertEquals(List.of(), town.booked());
        }
    }

    @Test
    void cutAtAnyWriteMoneyAndFilingAgreeWhetherTheCitizenHasPaidOrNot() throws Exception {
        for (var pays : List.of(true, false)) {
            int write = 0;
            while (isCut(pays, new PowerCut.At(write, false))
                    && isCut(pays, new PowerCut.At(write, true))) {
                write++;
            }
            assertTrue(write >= 10, "only " + write + " writes");
        }
    }

    /** False when the visit was over before that write. */
    private boolean isCut(boolean pays, PowerCut.At at) throws Exception {
        var place = folder.resolve(pays + "-" + at.write() + "-" + at.after());
        try (var town = Town.in(place)) {
            var wire = PowerCut.Wire.at(at);
            try (var kiosk = new TrialKiosk(town, EXPRESS, wire, PageOffered.ALWAYS)) {
                kiosk.citizen
                        .on("pay-way", _ -> new Answer.Chosen("page"))
                        .on("not-paid", _ -> new Answer.Chosen("leave"));
                kiosk.screen.whenShown("pay-scan", _ -> town.provider.press(pays));
                kiosk.visit();
                return false;
            } catch (PowerCut cut) {
                check(town, pays + " " + at + " " + wire.writes().getLast());
                return true;
            }
        }
    }

    private static void check(Town town, String where) throws Exception {
        try (var kiosk = paging(town)) {
            kiosk.settling.settleAll();

            assertEquals(List.of(), kiosk.journal.open(), where);
            assertFalse(states(town).contains("INITIAL") && isShown(kiosk), where);
            long kept =
                    kiosk.filings().stream()
                            .filter(account -> account.state().equals("queued"))
                            .map(account -> account.payment().orElseThrow())
                            .peek(payment ->
                                    assertInstanceOf(
                                            PaymentRecord.PaidOnPage.class, payment, where))
                            .count();
            assertEquals(town.provider.paid().size(), kept, where);
            assertTrue(kiosk.filings().stream().noneMatch(a -> a.state().equals("held")), where);
        }
    }

    /** A page that was opened at the provider and never written was never shown to anybody. */
    private static boolean isShown(TrialKiosk kiosk) {
        return JournalLines.pagesShown(kiosk.database) > 0;
    }

    private static List<String> states(Town town) {
        return town.provider.entries().stream().map(entry -> entry.state()).toList();
    }

    private static TrialKiosk paging(Town town) {
        var kiosk =
                new TrialKiosk(
                        town, EXPRESS, PowerCut.Wire.at(PowerCut.At.NEVER), PageOffered.ALWAYS);
        kiosk.citizen.on("pay-way", _ -> new Answer.Chosen("page"));
        return kiosk;
    }

    /** The modules as a camera would see them: four pixels each, and a light margin. */
    private static BinaryBitmap picture(QrModules code) {
        int side = (code.side() + 8) * 4;
        var pixels = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int column = x / 4 - 4;
                int row = y / 4 - 4;
                boolean dark =
                        column >= 0
                                && row >= 0
                                && column < code.side()
                                && row < code.side()
                                && code.dark(column, row);
                pixels[y * side + x] = dark ? 0xFF000000 : 0xFFFFFFFF;
            }
        }
        LuminanceSource seen = new RGBLuminanceSource(side, side, pixels);
        return new BinaryBitmap(new HybridBinarizer(seen));
    }
}
