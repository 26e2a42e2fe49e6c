package de.buergerkiosk.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The form through the eyes of the kiosk: views, pages, summary, data, paper and document. */
class ParkingPermitFormTest {
    private static final ServiceDefinition SERVICE = House.load(House.service("parking-permit"));
    private static final FormContext CONTEXT =
            new FormContext(
                    LocalDate.of(2026, 11, 23),
                    Map.of(
                            "person.familyNames", "Mustermann",
                            "person.givenNames", "Erika",
                            "person.address.street", "Bismarckstraße 21",
                            "person.address.zipCode", "67059",
                            "person.address.city", "Ludwigshafen am Rhein"));

    private final Form form = new Form(SERVICE);

    private FormView filled() {
        var answers = form.put(Answers.empty(), "vehicle", Map.of("vehicle.plate", "lu-ab 123"));
        return form.view(answers, CONTEXT);
    }

    @Test
    void theDefinitionSaysWhatTheKioskShows() {
        assertEquals("Bewohnerparkausweis", SERVICE.title().in("de"));
        assertEquals("Resident parking permit", SERVICE.title().in("en"));
        assertEquals("Bewohnerparkausweis", SERVICE.title().in("fr"));
        assertEquals("99108001001000", SERVICE.leikaKey());
        assertEquals(PaymentPolicy.BEFORE, SERVICE.payment());
        var later = SERVICE.payLater().orElseThrow();
        assertEquals(PayLater.Offered.FALLBACK, later.offered());
        assertEquals(PayLater.Issue.WHEN_PAID, later.issue());
        assertEquals(LocalDate.parse("2026-12-07"), later.dueOn(LocalDate.parse("2026-11-23")));
        assertTrue(
                SERVICE.identification() instanceof Identification.Needed needed
                        && needed.required().contains("ADDRESS"));
        assertFalse(SERVICE.isValidOn(LocalDate.of(2022, 12, 31)));
    }

    @Test
    void theSentenceAboutTheFeeFollowsTheTable() {
        var page = SERVICE.page();
        assertTrue(page.fee(LocalDate.of(2023, 9, 30)).in("de").startsWith("30,70\u00a0€"));
        assertTrue(page.fee(LocalDate.of(2023, 10, 1)).in("de").startsWith("180,00\u00a0€"));
        assertTrue(page.fee(LocalDate.of(2023, 10, 1)).in("en").startsWith("€180.00"));
    }

    @Test
    void aResidentWhoHoldsTheCarAnswersOnePage() {
        var view = form.view(Answers.empty(), CONTEXT);
        assertEquals(List.of("vehicle"), view.pages().stream().map(PageView::id).toList());
        var controls = view.pages().getFirst().controls();
        assertEquals(
                List.of(Kind.STATEMENT, Kind.TEXT, Kind.YES_NO, Kind.DATE),
                controls.stream().map(ControlView::kind).toList());
        assertEquals("Sie wohnen in der Parkzone 1.", controls.getFirst().label().in("de"));
        var plate = controls.get(1);
        assertEquals(Keypad.PLATE, plate.keypad());
        assertEquals(12, plate.maxLength());
        assertTrue(plate.required());
        assertTrue(plate.personal());
        assertEquals("true", controls.get(2).value());
        assertEquals("2026-11-23", controls.get(3).value());
    }

    @Test
    void aProblemNamesPageFieldAndWords() {
        var problem = form.view(Answers.empty(), CONTEXT).problemsOf("vehicle").getFirst();
        assertEquals("vehicle.plate", problem.path());
        assertEquals("error.vehicle.plate.required", problem.key());
        assertEquals(
                "Bitte geben Sie Ihr Kennzeichen ein, zum Beispiel LU-AB 123.",
                problem.message().in("de"));
        assertEquals(
                "Please enter your number plate, for example LU-AB 123.",
                problem.message().in("en"));
    }

    @Test
    void whatCannotBeReadStaysOnTheScreenAsItWasTyped() {
        var answers =
                form.put(
                        Answers.empty(),
                        "vehicle",
                        Map.of("vehicle.plate", "LU-AB 1", "permit.from", "31.2.27"));
        var view = form.view(answers, CONTEXT);
        var from = view.page("vehicle").orElseThrow().controls().getLast();
        assertEquals("31.2.27", from.value());
        assertEquals("engine.notADate", view.problems().getFirst().key());
        assertFalse(view.data().path("permit").has("from"));
    }

    @Test
    void theCompleteFormHasNoProblemAndAFee() {
        var view = filled();
        assertEquals(List.of(), view.problems());
        assertEquals(18_000, view.fee().totalCents());
        var line = view.fee().lines().getFirst();
        assertEquals("Bewohnerparkausweis, ein Jahr", line.text().in("de"));
        assertTrue(line.legalBasis().contains("StVG"));
    }

    @Test
    void theSummaryShowsCardValuesWithoutAndAnswersWithAWayBack() {
        var rows = filled().summary();
        var name = rows.stream().filter(r -> r.path().equals("applicant.familyNames")).findFirst();
        assertEquals(Optional.empty(), name.orElseThrow().page());
        var plate = rows.stream().filter(r -> r.path().equals("vehicle.plate")).findFirst();
        assertEquals(Optional.of("vehicle"), plate.orElseThrow().page());
        assertEquals("LU-AB 123", plate.orElseThrow().value().in("de"));
        var until = rows.stream().filter(r -> r.path().equals("permit.until")).findFirst();
        assertEquals("22.11.2027", until.orElseThrow().value().in("de"));
        assertEquals("22 November 2027", until.orElseThrow().value().in("en"));
        var holder =
                rows.stream().filter(r -> r.path().equals("vehicle.applicantIsHolder")).findFirst();
        assertEquals("Ja", holder.orElseThrow().value().in("de"));
        assertEquals("Yes", holder.orElseThrow().value().in("en"));
    }

    @Test
    void theDataIsWhatTheSchemaDescribes() {
        assertEquals(
                "{\"applicant\":{\"familyNames\":\"Mustermann\",\"givenNames\":\"Erika\","
                        + "\"street\":\"Bismarckstraße 21\",\"zipCode\":\"67059\","
                        + "\"city\":\"Ludwigshafen am Rhein\",\"streetName\":\"Bismarckstraße\","
                        + "\"houseNumber\":21},\"vehicle\":{\"plate\":\"LU-AB 123\","
                        + "\"applicantIsHolder\":true},\"permit\":{\"from\":\"2026-11-23\","
                        + "\"until\":\"2027-11-22\",\"zone\":\"1\"},\"validUntil\":\"2026-12-21\"}",
                filled().data().toString());
    }

    @Test
    void changingTheDataOfAViewChangesNothing() {
        var view = filled();
        view.data().removeAll();
        assertFalse(view.data().isEmpty());
    }

    @Test
    void hiddenAnswersComeBackWhenTheirPageDoes() {
        var answers =
                form.put(
                        Answers.empty(),
                        "vehicle",
                        Map.of("vehicle.plate", "LU-AB 1", "vehicle.applicantIsHolder", "false"));
        answers = form.put(answers, "holder", Map.of("holder.name", "Max Beispiel"));
        var hidden = form.put(answers, "vehicle", Map.of("vehicle.applicantIsHolder", "true"));
        assertFalse(form.view(hidden, CONTEXT).data().has("holder"));
        assertTrue(form.view(hidden, CONTEXT).page("holder").isEmpty());
        var back = form.put(hidden, "vehicle", Map.of("vehicle.applicantIsHolder", "false"));
        var name = form.view(back, CONTEXT).page("holder").orElseThrow().controls().getFirst();
        assertEquals("Max Beispiel", name.value());
    }

    @Test
    void addressOutsideEveryZoneIsToldOnTheFirstPage() {
        var identity = new HashMap<>(CONTEXT.identity());
        identity.put("person.address.street", "Feldweg 3");
        var answers = form.put(Answers.empty(), "vehicle", Map.of("vehicle.plate", "LU-AB 1"));
        var view = form.view(answers, new FormContext(CONTEXT.today(), identity));
        var problem = view.problemsOf("vehicle").getFirst();
        assertEquals("error.outsideZones", problem.key());
        assertTrue(problem.message().in("de").contains("in keiner Parkzone"));
        assertEquals(Kind.TEXT, view.pages().getFirst().controls().getFirst().kind());
    }

    @Test
    void aPageTakesItsOwnAnswersOnly() {
        assertThrows(
                IllegalArgumentException.class,
                () -> form.put(Answers.empty(), "vehicle", Map.of("holder.name", "x")));
        assertThrows(
                IllegalArgumentException.class,
                () -> form.put(Answers.empty(), "vehicle", Map.of("permit.zone", "1")));
        assertThrows(
                IllegalArgumentException.class,
                () -> form.put(Answers.empty(), "nowhere", Map.of()));
    }

    @Test
    void theCardCannotBeOverruledByAnAnswer() {
        var forged = Answers.of("{\"applicant.zipCode\":\"67061\",\"permit.zone\":\"5\"}");
        var view = form.view(forged, CONTEXT);
        assertEquals("67059", view.data().path("applicant").path("zipCode").asString());
        assertEquals("1", view.data().path("permit").path("zone").asString());
    }

    @Test
    void paperAndDocumentAreFilledFromTheView() {
        var values = new HashMap<String, String>();
        filled().values().forEach((path, value) -> values.put(path, value.in("de")));
        values.put("code", "BK-<7>");
        values.put("codeQr", "data:image/png;base64,AA==");
        values.put("filingId", "0190");
        values.put("receivedAt", "23.11.2026 10:00");
        values.put("total", "180,00 €");
        var paper = SERVICE.paper().stream().map(line -> line.filled("de", values)).toList();
        assertTrue(
                paper.contains(
                        new PaperLine.Pair(
                                Localized.same("Kennzeichen"), Localized.same("LU-AB 123"))));
        assertTrue(
                paper.contains(
                        new PaperLine.Qr(
                                Localized.same("BK-<7>"), Localized.same("Prüfcode BK-<7>"))));
        var document = SERVICE.document().orElseThrow().fill(values);
        assertTrue(document.contains("BK-&lt;7&gt;"));
        assertTrue(document.contains("src=\"data:image/png;base64,AA==\""));
        assertTrue(document.contains("21.12.2026"));
        assertFalse(document.contains("{{"));
    }

    @Test
    void aMissingValueIsABugAndSaysWhich() {
        var template = SERVICE.document().orElseThrow();
        var thrown =
                assertThrows(
                        IllegalArgumentException.class, () -> template.fill(Map.of("code", "x")));
        assertEquals("no value for the placeholder vehicle.plate", thrown.getMessage());
    }
}
