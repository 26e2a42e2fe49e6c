package de.buergerkiosk.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.forms.Localized;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTextTest {
    private static Localized l(String de, String en) {
        return new Localized(Map.of("de", de, "en", en));
    }

    @Test
    void questionsAreWrittenWithEverythingOnThem() {
        var page =
                new Page.Questions(
                        "plate",
                        l("Ihr Kennzeichen?", "Your plate?"),
                        Optional.of(l("Frage 1 von 2", "Question 1 of 2")),
                        Optional.empty(),
                        List.of(
                                new Field.Line(
                                        "plate",
                                        l("Kennzeichen", "Plate"),
                                        Optional.of(l("Beispiel: LU-AB 1", "Example: LU-AB 1")),
                                        "LU",
                                        Field.Keypad.PLATE,
                                        11),
                                new Field.Choice(
                                        "kind",
                                        l("Art", "Kind"),
                                        Optional.empty(),
                                        "b",
                                        List.of(
                                                new Page.Option("a", l("Pkw", "Car")),
                                                new Page.Option("b", l("Krad", "Motorcycle"))))),
                        List.of(new Page.FieldProblem("plate", l("Zu kurz.", "Too short."))),
                        Optional.of(l("Gebühr: 5 €", "Fee: €5")),
                        l("Weiter", "Continue"),
                        Ways.PERSONAL);
        assertEquals(
                """
                == plate ==
                Question 1 of 2
                # Your plate?
                ! plate: Too short.
                ? Plate (plate)
                  Example: LU-AB 1
                  <LU> PLATE, at most 11
                ? Kind (kind)
                  ( ) Car (a)
                  (x) Motorcycle (b)
                = Fee: €5
                [onward] Continue
                [back]
                [leave]
                (patience: PERSONAL)
                """,
                PageText.of(page, "en"));
    }

    @Test
    void aPinPageTellsHowManyDigitsOnly() {
        var page =
                new Page.SecretEntry(
                        "pin",
                        l("PIN", "PIN"),
                        l("6 Ziffern", "6 digits"),
                        6,
                        6,
                        Optional.of(l("Falsch.", "Wrong.")),
                        Optional.of(l("Simulation", "Simulation")),
                        Ways.PERSONAL);
        assertEquals(
                """
                == pin ==
                ~ Simulation
                # PIN
                6 Ziffern
                ! Falsch.
                (6 digits, never shown)
                [done]
                [back]
                [leave]
                (patience: PERSONAL)
                """,
                PageText.of(page, "de"));
    }

    @Test
    void aNoticeMarksItsFirstButton() {
        var page =
                new Page.Notice(
                        "done",
                        Page.Mood.DONE,
                        l("Fertig", "Done"),
                        List.of(
                                new Page.Code(l("Nummer", "Number"), "A-1"),
                                new Page.Bullets(List.of(l("eins", "one")))),
                        List.of(new Page.Button("home", l("Ende", "End"), true)),
                        Ways.ENDING);
        assertEquals(
                """
                == done ==
                (DONE)
                # Fertig
                Nummer: A-1
                - eins
                [button-home*] Ende
                (patience: ENDING)
                """,
                PageText.of(page, "de"));
    }
}
