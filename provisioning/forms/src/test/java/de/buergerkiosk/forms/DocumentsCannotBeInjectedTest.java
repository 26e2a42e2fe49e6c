package de.buergerkiosk.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentsCannotBeInjectedTest {
    private final DocumentTemplate template =
            new DocumentTemplate("<p title=\"{{a}}\">{{a}} {{b}}</p>");

    @Test
    void markupBecomesText() {
        assertEquals(
                "<p title=\"&lt;b&gt;&amp;&quot;&#39;\">&lt;b&gt;&amp;&quot;&#39; x</p>",
                template.fill(Map.of("a", "<b>&\"'", "b", "x")));
    }

    @Test
    void aValueIsNoTemplate() {
        assertEquals(
                "<p title=\"{{b}}\">{{b}} $1\\</p>",
                template.fill(Map.of("a", "{{b}}", "b", "$1\\")));
    }

    @Test
    void controlCharactersAreLeftOutAndNamesKept() {
        assertEquals(
                "<p title=\"x\">x M̂𝒳</p>",
                template.fill(Map.of("a", "\u0000x\u0007", "b", "M̂𝒳\uD800")));
    }
}
