package de.buergerkiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.eid.ausweisapp.simulated.SdkCard;
import de.buergerkiosk.eid.ausweisapp.simulated.SdkFault;
import de.buergerkiosk.page.Answer;
import de.buergerkiosk.page.Page;
import de.buergerkiosk.page.simulated.ScriptedCitizen.Errand;
import de.buergerkiosk.ports.Personal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the citizen reads while AusweisApp is behind the screen, from consent to the last trouble. */
@Timeout(120)
class CitizenIdentifiesWithAusweisAppTest {
    private static final String PIN = "123456";

    @TempDir private Path folder;

    private static SdkCard card(int triesLeft) {
        return SdkCard.idCard(PIN, AusweisAppCounter.CAN, triesLeft);
    }

    private static Answer.Secret typed(String digits) {
        return new Answer.Secret(Personal.of(digits.toCharArray()));
    }

    /** Types these one after the other on pages of that name. */
    private static void types(TrialKiosk kiosk, String page, String... digits) {
        Queue<String> left = new ArrayDeque<>(List.of(digits));
        kiosk.citizen.on(page, _ -> typed(String.valueOf(left.poll())));
    }

    private interface Course {
        void run(TrialKiosk kiosk, AusweisAppCounter counter) throws InterruptedException;
    }

    private void at(AusweisAppCounter counter, Course course) throws Exception {
        at(counter, TrialKiosk.PARKING, course);
    }

    private void at(AusweisAppCounter counter, Errand errand, Course course) throws Exception {
        try (counter;
                var town = Town.in(folder);
                var kiosk = new TrialKiosk(town, errand, counter.client, counter)) {
            kiosk.screen.whenShown("take-card", _ -> counter.takeCard());
            course.run(kiosk, counter);
        }
    }

    @Test
    void consentNamesServiceDataAndTransactionAndTheCardIsGivenBack() throws Exception {
        at(
                AusweisAppCounter.open(),
                (kiosk, counter) -> {
                    counter.put(card(3));

                    assertEquals(Turn.Ending.DONE, kiosk.visit());

                    var consent = kiosk.screen.texts("consent").getFirst();
                    for (var text :
                            List.of(
                                    "Stadt Beispiel",
                                    "https://eid.beispiel.example",
                                    "Familienname",
                                    "Anschrift",
                                    "Doktorgrad",
                                    "Vorgang: Ihr Bewohnerparkausweis",
                                    "Beispiel-Berechtigungszertifikateanbieter",
                                    "22.11.2026")) {
                        assertTrue(consent.contains(text), text + " is not in " + consent);
                    }
                    assertFalse(consent.contains("Simulation"), consent);
                    assertTrue(kiosk.screen.names().contains("take-card"));
                });
    }

    private static final Errand CAMP = new Errand("holiday-camp", Map.of(), PIN, "de");

    @Test
    void consentNamesTheAgeAndThePlaceThatTheServerHasCompared() throws Exception {
        at(
                AusweisAppCounter.open(),
                CAMP,
                (kiosk, counter) -> {
                    counter.put(card(3));
                    kiosk.citizen.on("consent", _ -> new Answer.Leave(Answer.Why.PRESSED));

                    assertEquals(Turn.Ending.LEFT, kiosk.visit());

                    var consent = kiosk.screen.texts("consent").getFirst();
                    assertTrue(consent.contains("mindestens 18 Jahre"), consent);
                    assertTrue(consent.contains("Gemeindeschlüssel 07314000"), consent);
                });
    }

    @Test
    void aServerThatHasSomethingElseComparedThanTheServiceIsNotConsentedTo() throws Exception {
        at(
                AusweisAppCounter.open(SdkFault.OTHER_AGE),
                CAMP,
                (kiosk, counter) -> {
                    counter.put(card(3));
                    kiosk.citizen.on("identification-failed", _ -> new Answer.Chosen("leave"));

                    assertEquals(Turn.Ending.LEFT, kiosk.visit());

                    assertFailed(kiosk, "EID-COMPARED-OTHERWISE", "nicht möglich");
                    assertFalse(kiosk.screen.names().contains("consent"));
                    assertFalse(counter.app.commands().contains("ACCEPT"));
                });
    }

    @Test
    void wrongPinsLeadToTheCanAndThenOn() throws Exception {
        at(
                AusweisAppCounter.open(),
                (kiosk, counter) -> {
                    counter.put(card(3));
                    types(kiosk, "pin", "000000", "111111", PIN);
                    types(kiosk, "can", "000000", AusweisAppCounter.CAN);

                    assertEquals(Turn.Ending.DONE, kiosk.visit());

                    assertTrue(kiosk.screen.texts("pin").get(1).contains("Versuche: 2"));
                    assertEquals(2, kiosk.screen.texts("can").size());
                    assertTrue(kiosk.screen.texts("can").get(1).contains("war falsch"));
                });
    }

    @Test
    void theTransportPinBecomesAPinAndTheErrandGoesOn() throws Exception {
        at(
                AusweisAppCounter.open(),
                (kiosk, counter) -> {
                    counter.put(SdkCard.idCard("12345", AusweisAppCounter.CAN, 3));
                    types(kiosk, "pin", "12345", "246810");
                    types(kiosk, "old-pin", "12345");
                    types(kiosk, "new-pin", "246810", "246810");
                    types(kiosk, "new-pin-again", "246811", "246810");

                    assertEquals(Turn.Ending.DONE, kiosk.visit());

                    var offer = kiosk.screen.texts("identification-failed").getFirst();
                    assertTrue(offer.contains("Eigene PIN wählen"), offer);
                    assertTrue(kiosk.screen.texts("new-pin").get(1).contains("nicht gleich"));
                    assertTrue(kiosk.screen.texts("pin-changed").getFirst().contains("gilt"));
                });
    }

    @Test
    void aCitizenWhoDoesNotWantAPinNowLeavesItUnchanged() throws Exception {
        at(
                AusweisAppCounter.open(),
                (kiosk, counter) -> {
                    counter.put(SdkCard.idCard("12345", AusweisAppCounter.CAN, 3));
                    types(kiosk, "pin", "12345");
                    kiosk.citizen.on("old-pin", _ -> new Answer.Leave(Answer.Why.PRESSED));

                    assertEquals(Turn.Ending.LEFT, kiosk.visit());

                    assertTrue(counter.app.commands().contains("CANCEL"));
                    assertFalse(counter.app.commands().contains("SET_NEW_PIN"));
                });
    }

    @Test
    void aCardThatIsTakenAtThePinTakesTheQuestionAway() throws Exception {
        at(
                AusweisAppCounter.open(),
                (kiosk, counter) -> {
                    counter.put(card(3));
                    kiosk.citizen.on(
                            "pin",
                            page -> {
                                counter.takeCard();
                                return kiosk.citizen.hesitate(page);
                            });
                    kiosk.citizen.on("identification-failed", _ -> new Answer.Chosen("leave"));

                    assertEquals(Turn.Ending.LEFT, kiosk.visit());

                    assertFailed(kiosk, "EID-CARD-REMOVED", "zu früh weggenommen");
                    assertTrue(counter.app.commands().contains("CANCEL"));
                });
    }

    @Test
    void anAusweisAppThatFallsAtThePinIsToldAndTheNextTryGoesThrough() throws Exception {
        at(
                AusweisAppCounter.open(),
                (kiosk, counter) -> {
                    counter.put(card(3));
                    var times = new java.util.concurrent.atomic.AtomicInteger();
                    kiosk.citizen.on(
                            "pin",
                            page -> {
                                if (times.incrementAndGet() > 1) {
                                    return typed(PIN);
                                }
                                counter.crash();
                                return kiosk.citizen.hesitate(page);
                            });

                    assertEquals(Turn.Ending.DONE, kiosk.visit());

                    assertFailed(kiosk, "EID-CLIENT-LOST", "nicht erreichbar");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SERVER_UNREACHABLE   | EID-SERVER-DOWN      | nicht erreichbar",
                "SERVER_UNTRUSTED     | EID-SERVER-UNTRUSTED | nicht möglich",
                "TAKEN                | EID-CLIENT-BUSY      | nicht erreichbar",
                "NO_SDK               | EID-CLIENT-ALIEN     | nicht erreichbar",
                "PIN_BEFORE_CONSENT   | EID-CLIENT-STRANGE   | nicht geklappt",
                "SUCCESS_WITHOUT_CARD | EID-CLIENT-STRANGE   | nicht geklappt",
                "INTERNAL_ERROR       | EID-CLIENT-FAILED    | nicht geklappt",
            })
    void eachTroubleOfTheClientHasItsPageAndItsCode(SdkFault fault, String code, String text)
            throws Exception {
        at(
                AusweisAppCounter.open(fault),
                (kiosk, counter) -> {
                    counter.put(card(3));
                    kiosk.citizen.on("identification-failed", _ -> new Answer.Chosen("leave"));

                    assertEquals(Turn.Ending.LEFT, kiosk.visit());

                    assertFailed(kiosk, code, text);
                });
    }

    @Test
    void aBlockedPinIsForTheOffice() throws Exception {
        at(
                AusweisAppCounter.open(),
                (kiosk, counter) -> {
                    counter.put(card(0));

                    assertEquals(Turn.Ending.LEFT, kiosk.visit());

                    assertFailed(kiosk, "EID-PIN-BLOCKED", "gesperrt");
                });
    }

    @Test
    void aCardThatDoesNotDoIsToldWhileAnotherIsWaitedFor() throws Exception {
        at(
                new AusweisAppCounter(Duration.ofSeconds(2)),
                (kiosk, counter) -> {
                    counter.put(SdkCard.deactivated());
                    kiosk.citizen.on("identification-failed", _ -> new Answer.Chosen("leave"));

                    assertEquals(Turn.Ending.LEFT, kiosk.visit());

                    assertTrue(
                            kiosk.screen.texts("card").stream()
                                    .anyMatch(page -> page.contains("nicht eingeschaltet")));
                    assertFailed(kiosk, "EID-CARD-DEACTIVATED", "Bürgerbüro");
                });
    }

    @Test
    void noCardComes() throws Exception {
        at(
                new AusweisAppCounter(Duration.ofSeconds(1)),
                (kiosk, _) -> {
                    kiosk.citizen.on("identification-failed", _ -> new Answer.Chosen("leave"));

                    assertEquals(Turn.Ending.LEFT, kiosk.visit());

                    assertFailed(kiosk, "EID-CARD-MISSING", "kein Ausweis");
                });
    }

    private static void assertFailed(TrialKiosk kiosk, String code, String text) {
        var page = kiosk.screen.texts("identification-failed").getFirst();
        assertTrue(page.contains(code), page);
        assertTrue(page.contains(text), page);
        assertTrue(page.contains("nichts gespeichert"), page);
        for (Page shown : kiosk.citizen.asked()) {
            assertFalse(shown.toString().contains(PIN));
        }
    }
}
