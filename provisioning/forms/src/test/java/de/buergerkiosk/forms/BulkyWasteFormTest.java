package de.buergerkiosk.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BulkyWasteFormTest {
    private static final FormContext CONTEXT =
            new FormContext(LocalDate.of(2026, 11, 23), Map.of());

    private final Form form = new Form(House.load(House.service("bulky-waste")));

    @Test
    void nobodyIsIdentified() {
        assertEquals(new Identification.NotNeeded(), form.definition().identification());
    }

    @Test
    void itemsAreSteppersWithIconsThatStartAtNought() {
        var items = form.view(Answers.empty(), CONTEXT).page("items").orElseThrow().controls();
        assertEquals(9, items.size());
        for (var item : items) {
            assertEquals(Kind.COUNT, item.kind());
            assertTrue(item.icon().isPresent());
            assertEquals("0", item.value());
            assertEquals(0, item.min());
            assertTrue(item.max() >= 2);
            assertFalse(item.personal());
        }
    }

    @Test
    void streetsAreSuggestedAndChoicesHaveIcons() {
        var pickup = form.view(Answers.empty(), CONTEXT).page("pickup").orElseThrow().controls();
        assertEquals(Kind.TEXT, pickup.getFirst().kind());
        assertTrue(
                pickup.getFirst().options().stream()
                        .anyMatch(option -> option.label().in("de").equals("Bismarckstraße")));
        assertEquals(Kind.CHOICE, pickup.getLast().kind());
        assertEquals("kerb", pickup.getLast().value());
        assertEquals(Optional.of("house"), pickup.getLast().options().getLast().icon());
    }

    @Test
    void aVoluntaryAnswerIsMarkedAsSuchUntilARuleNeedsIt() {
        assertFalse(note(Answers.empty()).required());
        assertTrue(
                note(form.put(Answers.empty(), "pickup", Map.of("pickup.place", "yard")))
                        .required());
    }

    private ControlView note(Answers answers) {
        var page = form.view(answers, CONTEXT).page("contact").orElseThrow();
        return page.controls().getLast();
    }

    @Test
    void nothingIsDueForTheFreeCollection() {
        var answers = form.put(Answers.empty(), "kind", Map.of("pickup.kind", "free"));
        assertEquals(0, form.view(answers, CONTEXT).fee().totalCents());
        var express = form.put(answers, "kind", Map.of("pickup.kind", "express"));
        assertEquals(4_900, form.view(express, CONTEXT).fee().totalCents());
    }

    @Test
    void itemsThatCountNoughtAreNotInTheSummary() {
        var answers = form.put(Answers.empty(), "items", Map.of("items.sofa", "2"));
        var items =
                form.view(answers, CONTEXT).summary().stream()
                        .map(SummaryRow::path)
                        .filter(path -> path.startsWith("items."))
                        .toList();
        assertEquals(List.of("items.sofa"), items);
    }

    @Test
    void choicesAreWordedInTheSummary() {
        var answers = form.put(Answers.empty(), "kind", Map.of("pickup.kind", "express"));
        var row =
                form.view(answers, CONTEXT).summary().stream()
                        .filter(r -> r.path().equals("pickup.kind"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("Express, within three working days", row.value().in("en"));
    }

    @Test
    void decimalsAreWrittenAsTheLanguageDoes() {
        var answers = form.put(Answers.empty(), "items", Map.of("items.sofa", "1"));
        var volume = form.view(answers, CONTEXT).values().get("volume.cubicMetres");
        assertTrue(
                volume != null && volume.in("de").equals("1,2") && volume.in("en").equals("1.2"));
    }

    @Test
    void problemsComeInTheOrderOfThePages() {
        assertEquals(
                List.of("items", "pickup", "pickup", "pickup", "kind", "contact"),
                form.view(Answers.empty(), CONTEXT).problems().stream()
                        .map(Problem::page)
                        .toList());
    }

    @Test
    void limitsAreNamedInTheMessage() {
        var answers = form.put(Answers.empty(), "items", Map.of("items.sofa", "9"));
        var problem = form.view(answers, CONTEXT).problemsOf("items").getFirst();
        assertEquals(
                "Die Zahl ist zu groß. Bitte geben Sie höchstens 4 ein.",
                problem.message().in("de"));
    }
}
