package de.buergerkiosk.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import de.buergerkiosk.page.Words;
import de.buergerkiosk.ports.eid.EidRight;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The kiosk's words and the code that says them know each other, key by key. */
class WordsAreUsedTest {
    /** Its literals are names of settings, which look like keys. */
    private static final String NOT_WORDS = "SettingsFile.java";

    private final Set<String> words = Words.load(List.of("de", "en")).keys();
    private final Set<String> literals = new TreeSet<>();

    /** Keys that the code puts together: the part in quotes, and all its ends. */
    private final Set<String> built = new TreeSet<>();

    private final Set<String> stems = new TreeSet<>();

    WordsAreUsedTest() {
        var sources =
                House.mainSources().stream()
                        .filter(file -> file.startsWith("kiosk-app") && !file.endsWith(NOT_WORDS))
                        .toList();
        literals.addAll(House.literals(sources));
        House.parse(sources).units().forEach(unit -> new Sums().scan(unit, null));
        for (var right : EidRight.values()) {
            built.add("eid.right." + right.name().toLowerCase(Locale.ROOT));
        }
        // The other stem joins literals of one switch, which end up here as they stand.
        for (var end : literals) {
            if (words.contains("eid.failed." + end)) {
                built.add("eid.failed." + end);
            }
        }
    }

    /** Finds keys that are put together: the stem before a plus. */
    private final class Sums extends TreeScanner<Void, Void> {
        @Override
        public Void visitBinary(BinaryTree sum, Void nothing) {
            if (sum.getKind() == Tree.Kind.PLUS
                    && sum.getLeftOperand() instanceof LiteralTree left
                    && left.getValue() instanceof String stem
                    && stem.endsWith(".")
                    && isKeyLike(stem)) {
                stems.add(stem);
            }
            return super.visitBinary(sum, null);
        }
    }

    private boolean isKeyLike(String text) {
        var first = text.split("\\.", 2)[0];
        return text.matches("[a-z]+(\\.[A-Za-z_]+)*\\.?")
                && text.contains(".")
                && words.stream().anyMatch(key -> key.startsWith(first + "."));
    }

    @Test
    void everyKeyIsSaidSomewhere() {
        var silent = new TreeSet<>(words);
        silent.removeAll(literals);
        silent.removeAll(built);

        assertEquals(Set.of(), silent);
        assertTrue(words.size() >= 150, "only " + words.size() + " keys");
    }

    @Test
    void everyKeyThatIsSaidHasItsWords() {
        var said =
                literals.stream()
                        .filter(this::isKeyLike)
                        .filter(text -> !text.endsWith("."))
                        .collect(Collectors.toCollection(TreeSet::new));
        int all = said.size();
        said.removeAll(words);

        assertEquals(Set.of(), said);
        assertTrue(all >= 100, "only " + all + " keys were seen in the code");
    }

    @Test
    void keysArePutTogetherInTwoPlacesOnly() {
        assertEquals(Set.of("eid.failed.", "eid.right."), stems);
    }
}
