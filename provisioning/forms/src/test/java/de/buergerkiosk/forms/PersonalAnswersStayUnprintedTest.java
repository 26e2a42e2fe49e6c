package de.buergerkiosk.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonalAnswersStayUnprintedTest {
    @Test
    void nothingThatHoldsAnAnswerPrintsIt() {
        var form = new Form(House.load(House.service("parking-permit")));
        var context =
                new FormContext(
                        LocalDate.of(2026, 11, 23),
                        Map.of(
                                "person.familyNames", "Canaryname",
                                "person.address.street", "Bismarckstraße 77777",
                                "person.address.zipCode", "67059"));
        var answers = form.put(Answers.empty(), "vehicle", Map.of("vehicle.plate", "CA-NA 4242"));
        var view = form.view(answers, context);
        var printed =
                context
                        + " "
                        + answers
                        + " "
                        + view
                        + " "
                        + view.pages()
                        + " "
                        + view.summary()
                        + " "
                        + form.definition();
        assertEquals("[personal]", answers.toString());
        for (var canary : new String[] {"Canaryname", "77777", "4242"}) {
            assertFalse(printed.contains(canary), canary);
        }
    }
}
