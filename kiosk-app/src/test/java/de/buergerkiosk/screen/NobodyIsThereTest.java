package de.buergerkiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.page.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The idle warning, with a clock from outside. */
class NobodyIsThereTest {
    @AfterEach
    void wipe() {
        Fx.SCREEN.wipe();
    }

    private static void quiet(int seconds) throws InterruptedException {
        Fx.CLOCK.advance(Duration.ofSeconds(seconds));
        Fx.SCREEN.tick();
        Fx.SCREEN.rendering().awaitPulses(2);
    }

    private static boolean warned() {
        return Fx.ask(() -> Fx.SCREEN.frame().warning().isVisible());
    }

    @Test
    void theVisitEndsWhenNobodyAnswersTheWarning() throws Exception {
        var answers = Fx.show(Examples.reading());
        quiet(58);
        assertFalse(warned());
        quiet(3);
        assertTrue(warned());
        quiet(20);
        assertTrue(answers.isEmpty());
        quiet(26);
        assertEquals(new Answer.Leave(Answer.Why.WALKED_AWAY), Fx.answer(answers));
        assertFalse(warned());
    }

    @Test
    void stayingStartsTheWaitAnewAsOftenAsOneLikes() throws Exception {
        var answers = Fx.show(Examples.reading());
        for (int i = 0; i < 12; i++) {
            quiet(70);
            assertTrue(warned(), "round " + i);
            Fx.HAND.tap("idle-stay");
            assertFalse(warned());
        }
        assertTrue(answers.isEmpty());
    }

    @Test
    void leavingFromTheWarningEndsTheVisit() throws Exception {
        var answers = Fx.show(Examples.reading());
        quiet(61);
        Fx.HAND.tap("idle-leave");
        assertEquals(new Answer.Leave(Answer.Why.PRESSED), Fx.answer(answers));
    }

    @Test
    void thePageBelowCannotBePressedThroughTheWarning() throws Exception {
        Fx.show(Examples.reading());
        quiet(61);
        org.junit.jupiter.api.Assertions.assertThrows(
                IllegalStateException.class, () -> Fx.HAND.tap("onward"));
    }

    @Test
    void personalPagesWaitLonger() throws Exception {
        Fx.show(Examples.check());
        quiet(100);
        assertFalse(warned());
        quiet(21);
        assertTrue(warned());
    }

    @Test
    void theLargestTextGetsFiveMinutes() throws Exception {
        Fx.show(Examples.check());
        Fx.HAND.tap("size-4");
        quiet(295);
        assertFalse(warned());
        quiet(6);
        assertTrue(warned());
    }

    @Test
    void aWaitingPageWaitsForEver() throws Exception {
        var answers = Fx.show(LateExamples.terminal());
        quiet(100_000);
        assertFalse(warned());
        assertTrue(answers.isEmpty());
    }

    @Test
    void theFarewellGoesHomeWithoutAWarning() throws Exception {
        var answers = Fx.show(LateExamples.farewell());
        quiet(31);
        assertEquals(new Answer.Leave(Answer.Why.WALKED_AWAY), Fx.answer(answers));
    }

    @Test
    void typingIsBeingThere() throws Exception {
        Fx.show(Examples.address());
        quiet(110);
        Fx.HAND.type("A");
        quiet(110);
        assertFalse(warned());
    }
}
