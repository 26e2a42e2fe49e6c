package de.buergerkiosk.ports.eid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.eid.EidBench.Card;
import de.buergerkiosk.ports.eid.EidEvent.CanRequired;
import de.buergerkiosk.ports.eid.EidEvent.CardProblem;
import de.buergerkiosk.ports.eid.EidEvent.CardRequired;
import de.buergerkiosk.ports.eid.EidEvent.ConsentRequired;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidEvent.Progress;
import de.buergerkiosk.ports.eid.EidResult.Done;
import de.buergerkiosk.ports.eid.EidResult.Ended;
import de.buergerkiosk.ports.eid.EidResult.Reason;
import de.buergerkiosk.ports.eid.EidService.Opening.Opened;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link EidClient} with its {@link EidService} does, whatever card and server it has. */
public abstract class EidClientContract {
    private static final Set<EidRight> REQUIRED =
            Set.of(EidRight.FAMILY_NAMES, EidRight.GIVEN_NAMES, EidRight.ADDRESS);
    private static final Set<EidRight> OPTIONAL =
            Set.of(EidRight.DATE_OF_BIRTH, EidRight.PLACE_OF_BIRTH);

    @SuppressWarnings("NullAway.Init") // made before each test, because drivers need its folders
    private EidBench bench;

    /** A bench with an empty reader and a server that answers. */
    protected abstract EidBench newBench();

    @BeforeEach
    void setUp() {
        bench = newBench();
    }

    @AfterEach
    void tearDown() {
        bench.close();
    }

    private URI session() throws InterruptedException {
        var opening = bench.service().open(REQUIRED, OPTIONAL, "Bewohnerparkausweis");
        return assertInstanceOf(Opened.class, opening).tcTokenUrl();
    }

    private EidResult authenticate(EidDialogue citizen) throws InterruptedException {
        return bench.client().authenticate(session(), citizen);
    }

    private static void assertEnded(Reason reason, EidResult result) {
        assertEquals(reason, assertInstanceOf(Ended.class, result).reason());
    }

    private ScriptedDialogue typing(String... pins) {
        return ScriptedDialogue.typing(pins);
    }

    /** As many digits, each of them another one. */
    private static String wrong(String digits) {
        var other = new StringBuilder();
        digits.chars().forEach(digit -> other.append((char) ('0' + (digit - '0' + 1) % 10)));
        return other.toString();
    }

    @Test
    void aFreshBenchIsReady() throws InterruptedException {
        assertInstanceOf(DeviceState.Ready.class, bench.client().state());
    }

    @Test
    void consentComesFirstAndNamesWhoAsksAndExactlyTheRightsOfTheSession() throws Exception {
        bench.put(Card.VALID);
        var citizen = typing(bench.pin());

        assertInstanceOf(Done.class, authenticate(citizen));

        var consent = assertInstanceOf(ConsentRequired.class, citizen.events().getFirst());
        assertEquals(REQUIRED, consent.required());
        assertEquals(OPTIONAL, consent.optional());
        assertEquals(EidEvent.Compared.NOTHING, consent.compared());
        assertFalse(consent.certificate().subjectName().isBlank());
        assertFalse(consent.certificate().purpose().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"07", "073", "07314", "07314000"})
    void consentNamesTheAgeAndThePlaceThatTheCardComparesWith(String place) throws Exception {
        bench.put(Card.VALID);
        var citizen = typing().cancellingAt(ConsentRequired.class);
        var wish =
                new EidRequest(
                        new EidRequest.Errand("1", "holiday-camp", "1.0.0", "Stadtranderholung"),
                        Set.of(EidRight.AGE_VERIFICATION, EidRight.ADDRESS_VERIFICATION),
                        Set.of(),
                        Optional.of(18),
                        Optional.of(place));
        var session = assertInstanceOf(Opened.class, bench.service().open(wish));

        assertEnded(Reason.CANCELLED, bench.client().authenticate(session.tcTokenUrl(), citizen));
        assertEquals(
                List.of(new EidEvent.Compared(Optional.of(18), Optional.of(place))),
                citizen.events(ConsentRequired.class).stream()
                        .map(ConsentRequired::compared)
                        .toList());
    }

    @Test
    void theIdentityHoldsTheRequiredAndTheGrantedAttributesAndNothingElse() throws Exception {
        bench.put(Card.VALID);
        var citizen = typing(bench.pin()).granting(Set.of(EidRight.DATE_OF_BIRTH));

        var done = assertInstanceOf(Done.class, authenticate(citizen));
        var person = bench.service().collect(done.refreshAddress()).person().orElseThrow();

        assertTrue(person.address().isPresent());
        assertTrue(person.attribute(EidRight.DATE_OF_BIRTH).isPresent());
        var allowed = Set.of(EidRight.FAMILY_NAMES, EidRight.GIVEN_NAMES, EidRight.DATE_OF_BIRTH);
        assertTrue(allowed.containsAll(person.attributes().keySet()));
        assertTrue(person.attribute(EidRight.FAMILY_NAMES).isPresent());
    }

    @Test
    void anIdentityIsDeliveredOnce() throws Exception {
        bench.put(Card.VALID);
        var done = assertInstanceOf(Done.class, authenticate(typing(bench.pin())));

        assertTrue(bench.service().collect(done.refreshAddress()).person().isPresent());
        assertEquals(Optional.empty(), bench.service().collect(done.refreshAddress()).person());
    }

    @Test
    void declinedConsentEndsWithoutACardBeingTouched() throws Exception {
        bench.put(Card.VALID);
        var citizen = typing().cancellingAt(ConsentRequired.class);

        assertEnded(Reason.CANCELLED, authenticate(citizen));
        assertEquals(List.of("ConsentRequired"), citizen.kinds());
    }

    @Test
    void aMissingCardIsAskedForAndTheIdentificationGoesOnWithIt() throws Exception {
        var citizen = typing(bench.pin()).at(CardRequired.class, () -> bench.put(Card.VALID));

        assertInstanceOf(Done.class, authenticate(citizen));
        assertEquals(Optional.empty(), citizen.events(CardRequired.class).getFirst().problem());
    }

    @Test
    void aForeignCardIsNamedAsSuchAndCanBeReplaced() throws Exception {
        bench.put(Card.FOREIGN);
        var citizen = typing(bench.pin()).at(CardRequired.class, () -> bench.put(Card.VALID));

        assertInstanceOf(Done.class, authenticate(citizen));
        assertEquals(
                Optional.of(CardProblem.UNKNOWN_CARD),
                citizen.events(CardRequired.class).getFirst().problem());
    }

    @Test
    void aWrongPinIsAskedAgainWithOneTryLess() throws Exception {
        bench.put(Card.VALID);
        var citizen = typing(wrong(bench.pin()), bench.pin());

        assertInstanceOf(Done.class, authenticate(citizen));
        assertEquals(
                List.of(new PinRequired(3, false, false), new PinRequired(2, false, true)),
                citizen.events(PinRequired.class));
    }

    @Test
    void theLastTryNeedsTheCanFirst() throws Exception {
        bench.put(Card.VALID);
        var citizen =
                typing(wrong(bench.pin()), wrong(bench.pin()), bench.pin()).thenCan(bench.can());

        assertInstanceOf(Done.class, authenticate(citizen));
        assertEquals(List.of(new CanRequired(false, false)), citizen.events(CanRequired.class));
        assertEquals(new PinRequired(1, false, true), citizen.events(PinRequired.class).getLast());
    }

    @Test
    void everyPinAndCanIsClearedAfterUse() throws Exception {
        bench.put(Card.VALID);
        var citizen =
                typing(wrong(bench.pin()), wrong(bench.pin()), bench.pin()).thenCan(bench.can());

        assertInstanceOf(Done.class, authenticate(citizen));
        assertTrue(citizen.secretsAreCleared());
    }

    @Test
    void aPinTypedForARemovedCardIsClearedToo() throws Exception {
        bench.put(Card.VALID);
        var citizen = typing(bench.pin()).at(PinRequired.class, bench::takeCard);

        assertEnded(Reason.CARD_REMOVED, authenticate(citizen));
        assertTrue(citizen.secretsAreCleared());
    }

    @Test
    void thePinQuestionIsWithdrawnWhenTheCardIsTakenAway() throws Exception {
        bench.put(Card.VALID);
        var citizen = typing().at(PinRequired.class, bench::takeCard).waitingAt(PinRequired.class);

        assertEnded(Reason.CARD_REMOVED, authenticate(citizen));
        assertTrue(citizen.wasWithdrawn());
    }

    @Test
    void theNextCardNeverMeetsThePreviousCitizensPin() throws Exception {
        bench.put(Card.VALID);
        var citizen =
                typing(bench.pin())
                        .at(
                                PinRequired.class,
                                () -> {
                                    bench.takeCard();
                                    bench.put(Card.VALID);
                                });

        assertEnded(Reason.CARD_REMOVED, authenticate(citizen));
    }

    @Test
    void aCitizenWhoLeavesEndsTheWaitForTheCard() throws Exception {
        var citizen = typing();
        citizen.at(CardRequired.class, citizen::leave);

        assertEnded(Reason.CANCELLED, authenticate(citizen));
    }

    @Test
    void anInterruptEndsTheIdentificationAndTheNextOneWorks() throws Exception {
        bench.put(Card.VALID);
        var citizen =
                typing().at(
                                PinRequired.class,
                                () -> {
                                    throw new InterruptedException("the visit ended");
                                });

        assertThrows(InterruptedException.class, () -> authenticate(citizen));
        assertInstanceOf(Done.class, authenticate(typing(bench.pin())));
    }

    @Test
    void progressRisesToOneHundred() throws Exception {
        bench.put(Card.VALID);
        var citizen = typing(bench.pin());

        assertInstanceOf(Done.class, authenticate(citizen));

        var percents = citizen.events(Progress.class).stream().map(Progress::percent).toList();
        assertEquals(percents.stream().sorted().distinct().toList(), percents);
        assertEquals(100, percents.getLast());
    }

    @Test
    void aSessionServesOneIdentification() throws Exception {
        bench.put(Card.VALID);
        URI tcTokenUrl = session();

        assertInstanceOf(Done.class, bench.client().authenticate(tcTokenUrl, typing(bench.pin())));
        assertInstanceOf(Ended.class, bench.client().authenticate(tcTokenUrl, typing(bench.pin())));
    }

    @Test
    void anAddressThatNoIdentificationGaveIsRefused() throws Exception {
        URI tcTokenUrl = session();
        var strange = URI.create("https://localhost/refresh?identity=0123456789abcdef");

        assertEquals(Optional.empty(), bench.service().collect(tcTokenUrl).person());
        assertEquals(Optional.empty(), bench.service().collect(strange).person());
    }

    @Test
    void theClientTellsWhetherTheCardWasTakenAway() throws Exception {
        bench.put(Card.VALID);
        assertFalse(bench.client().awaitCardRemoved(Duration.ofMillis(50)));

        bench.takeCard();
        assertTrue(bench.client().awaitCardRemoved(Duration.ofSeconds(60)));
    }
}
