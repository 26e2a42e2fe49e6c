package de.buergerkiosk.page;

import de.buergerkiosk.ports.Personal;
import java.util.Map;
import java.util.Set;

/** What a citizen did on a page. */
public sealed interface Answer {
    record Onward() implements Answer {}

    /**
     * One step back. What was entered on the page travels along, so that it is still there when
     * the citizen returns.
     */
    record Back(Personal<Map<String, String>> draft) implements Answer {}

    /** The visit ends. */
    record Leave(Why why) implements Answer {}

    record Chosen(String id) implements Answer {}

    /** Raw values by field path, every field of the page. */
    record Filled(Personal<Map<String, String>> values) implements Answer {}

    /** A PIN or CAN; whoever takes it clears the array. */
    record Secret(Personal<char[]> digits) implements Answer {}

    /** Back to that page of the form, and then to the check page again. */
    record Change(String target) implements Answer {}

    /** Nobody answered: whoever asked has taken the question back ({@link Screen#withdraw}). */
    record Withdrawn() implements Answer {}

    record Agreed(Set<String> optional) implements Answer {
        public Agreed {
            optional = Set.copyOf(optional);
        }
    }

    enum Why {
        /** The citizen pressed the button. */
        PRESSED,
        /** Nobody answered the idle warning. */
        WALKED_AWAY
    }
}
