package de.buergerkiosk.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/**
 * Random answers, sense and nonsense, to every service: kiosk, centre and a second loading of the
 * folder agree to the cent, data without problems is valid, and nothing is ever thrown.
 */
class SameAnswersGiveTheSameFeeTest {
    private static final long SEED = 20261123;
    private static final int ROUNDS = 400;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    @Test
    void whoeverAsksAndHoweverOften() throws IOException {
        for (var folder : House.services()) {
            var kiosk = new Form(House.load(folder));
            var centre = new Form(House.load(folder));
            for (var round = 0; round < ROUNDS; round++) {
                var answers = answers(kiosk.definition());
                var context = new FormContext(day(), identity());
                var here = kiosk.view(answers, context);
                var there = centre.view(Answers.of(answers.json()), context);
                var seen = folder.getFileName() + " round " + round + " of seed " + SEED;
                assertEquals(here.fee(), there.fee(), seen);
                assertEquals(here.fee(), kiosk.view(answers, context).fee(), seen);
                assertEquals(here.data(), there.data(), seen);
                assertEquals(here.problems(), there.problems(), seen);
                checkSense(kiosk.definition(), here, seen);
            }
        }
    }

    private static void checkSense(ServiceDefinition service, FormView view, String seen) {
        var schema = service.plan().parts().schema();
        if (view.problems().isEmpty()) {
            assertEquals(List.of(), schema.validate(view.data()), seen);
        }
        for (var problem : view.problems()) {
            assertTrue(view.page(problem.page()).isPresent(), seen + " " + problem.page());
            for (var language : service.languages()) {
                var words = problem.message().in(language);
                assertTrue(!words.isBlank() && !words.contains("{"), seen + " " + words);
            }
        }
    }

    private Answers answers(ServiceDefinition service) {
        var raw = new TreeMap<String, String>();
        for (var page : service.plan().parts().pages()) {
            page.questions()
                    .filter(question -> random.nextInt(5) > 0)
                    .forEach(question -> raw.put(question.field().path(), raw(question.field())));
        }
        return new Answers(raw);
    }

    private String raw(Field field) {
        if (random.nextInt(8) == 0) {
            return pick(
                    List.of(
                            "",
                            " ",
                            "-1",
                            "99999999999999999999",
                            "true",
                            "\u0000",
                            "Ž̧𝒳",
                            "'; drop table",
                            "{vehicle.plate}",
                            "x".repeat(500),
                            "29.02.2027"));
        }
        return switch (field.type()) {
            case TEXT ->
                    field.values().isEmpty()
                            ? pick(
                                    List.of(
                                            "LU-AB 123",
                                            "Bismarckstr.",
                                            "21",
                                            "67059",
                                            "Erika",
                                            "0621 504"))
                            : pick(field.values());
            case INTEGER, DECIMAL -> String.valueOf(random.nextInt(6));
            case TRUTH -> String.valueOf(random.nextBoolean());
            case DAY -> day().toString();
        };
    }

    private Map<String, String> identity() {
        var identity = new TreeMap<String, String>();
        for (var key : List.of("familyNames", "givenNames", "address.zipCode", "address.city")) {
            if (random.nextInt(10) > 0) {
                identity.put("person." + key, pick(List.of("67059", "Mustermann", "68159")));
            }
        }
        identity.put(
                "person.address.street", pick(List.of("Bismarckstr. 4", "Feldweg 1", "", "7")));
        return identity;
    }

    private LocalDate day() {
        return LocalDate.of(2023, 1, 1).plusDays(random.nextInt(2_000));
    }

    private <T> T pick(List<T> choices) {
        return new ArrayList<>(choices).get(random.nextInt(choices.size()));
    }
}
