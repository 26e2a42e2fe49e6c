package de.buergerkiosk.forms;

import de.buergerkiosk.forms.feel.Expression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One page as its file describes it.
 *
 * @param visible all of these have to hold
 * @param place JSON pointer in pages.json
 */
record PagePlan(
        String id,
        Localized title,
        Optional<Localized> help,
        List<Expression> visible,
        List<Element> elements,
        String place) {
    PagePlan {
        visible = List.copyOf(visible);
        elements = List.copyOf(elements);
    }

    Stream<Question> questions() {
        return elements.stream()
                .flatMap(element ->
                        element instanceof Question question
                                ? Stream.of(question)
                                : Stream.empty());
    }

    sealed interface Element {
        List<Expression> visible();
    }

    /**
     * @param options choices, or suggestions of a text
     */
    record Question(
            Field field,
            Kind kind,
            Localized label,
            Optional<Localized> hint,
            Keypad keypad,
            List<Option> options,
            Optional<String> icon,
            String page,
            List<Expression> visible,
            String place)
            implements Element {
        Question {
            options = List.copyOf(options);
            visible = List.copyOf(visible);
        }
    }

    record Statement(String id, Localized text, List<Expression> visible) implements Element {
        Statement {
            visible = List.copyOf(visible);
        }
    }
}
