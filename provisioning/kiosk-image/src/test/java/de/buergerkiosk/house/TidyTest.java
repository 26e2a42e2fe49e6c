package de.buergerkiosk.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sources and files that a stranger can read in one sitting and build anywhere. */
class TidyTest {
    private static final int FILE_LINES_MAX = 400;
    private static final int METHOD_LINES_MAX = 60;
    private static final int SOURCES_MIN = 500;
    private static final int METHODS_MIN = 3000;

    /** A mark for later work needs the number of its issue: {@code TODO(#12)}. */
    private static final Pattern LATER = Pattern.compile("\\b(TODO(?!\\(#\\d+\\))|FIXME|XXX)\\b");

    /** Folders of a developer's own machine; a checkout may lie anywhere. */
    private static final Pattern MACHINE =
            Pattern.compile("(?<![\\w.$}{])/(work|root|home/[a-z]+|Users/[a-z]+|tmp/bash_jobs)/");

    private static final List<String> TEXTS =
            List.of(
                    ".java",
                    ".md",
                    ".json",
                    ".yaml",
                    ".xml",
                    ".properties",
                    ".html",
                    ".css",
                    ".sql",
                    ".tsv",
                    ".txt",
                    "/run");

    @Test
    void noSourceIsLongerThanAReaderCanHold() {
        var sources = House.files(".java");
        var tooLong = new ArrayList<String>();
        for (var source : sources) {
            long lines = House.read(source).lines().count();
            if (lines > FILE_LINES_MAX) {
                tooLong.add(source + " has " + lines);
            }
        }

        assertEquals(List.of(), tooLong);
        assertTrue(sources.size() >= SOURCES_MIN, "only " + sources.size() + " sources were read");
    }

    @Test
    void noMethodIsLongerThanAScreen() {
        var tooLong = new ArrayList<String>();
        int methods = 0;
        var parsed = House.parse(House.files(".java"));
        for (var unit : parsed.units()) {
            var lengths = new MethodLengths(unit, parsed.positions());
            methods += lengths.methods;
            tooLong.addAll(lengths.tooLong);
        }

        assertEquals(List.of(), tooLong);
        assertTrue(methods >= METHODS_MIN, "only " + methods + " methods were measured");
    }

    private static final class MethodLengths extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final String source;
        private final List<String> tooLong = new ArrayList<>();
        private int methods;

        MethodLengths(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
            this.source = House.read(House.relative(unit));
            scan(unit, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            var body = method.getBody();
            if (body != null) {
                methods++;
                long first = positions.getStartPosition(unit, body);
                long last = positions.getEndPosition(unit, body);
                long lines = source.substring((int) first, (int) last).lines().count();
                if (lines > METHOD_LINES_MAX) {
                    tooLong.add(House.relative(unit) + " " + method.getName() + " has " + lines);
                }
            }
            return super.visitMethod(method, null);
        }
    }

    @Test
    void workForLaterHasANumber() {
        var nameless = new TreeSet<String>();
        for (var source : House.files(".java")) {
            // This file has to name what it looks for.
            if (!source.endsWith("TidyTest.java") && LATER.matcher(House.read(source)).find()) {
                nameless.add(source.toString());
            }
        }

        assertEquals(Set.of(), nameless);
        assertTrue(LATER.matcher("// TODO later").find());
        assertTrue(!LATER.matcher("// TODO(#12) later").find());
    }

    @Test
    void nothingNamesAMachineItWasMadeOn() {
        var found = new TreeSet<String>();
        int read = 0;
        for (var ending : TEXTS) {
            for (var file : House.files(ending)) {
                read++;
                if (!file.endsWith("TidyTest.java") && MACHINE.matcher(House.read(file)).find()) {
                    found.add(file.toString());
                }
            }
        }

        assertEquals(Set.of(), found);
        assertTrue(read >= SOURCES_MIN, "only " + read + " files were read");
        assertTrue(MACHINE.matcher("see /work/notes").find());
    }
}
