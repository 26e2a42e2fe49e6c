package de.buergerkiosk.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.ToolProvider;

/** The whole house as the tests look at it: its classes without tests, its files, its sources as trees. */
final class House {
    static final String ROOT_PACKAGE = "de.buergerkiosk";
    static final Path ROOT = Path.of(System.getProperty("house.root", "../..")).normalize();

    /** Everything that ships; read once for all rules. */
    static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT_PACKAGE);

    private static final Set<String> NOT_OURS =
            Set.of("target", ".git", ".idea", "node_modules", ".mvn");
    private static final List<Path> FILES = walk();

    private House() {}

    /** Name without the root package; the root itself is empty. */
    static String shortName(String name) {
        return name.equals(ROOT_PACKAGE)
                ? ""
                : name.startsWith(ROOT_PACKAGE + ".")
                        ? name.substring(ROOT_PACKAGE.length() + 1)
                        : name;
    }

    static boolean isOurs(String packageName) {
        return packageName.equals(ROOT_PACKAGE) || packageName.startsWith(ROOT_PACKAGE + ".");
    }

    /** Our packages that each of our packages uses, by short names, without itself. */
    static Map<String, Set<String>> arrows() {
        var arrows = new TreeMap<String, Set<String>>();
        for (JavaClass each : CLASSES) {
            var from = shortName(each.getPackageName());
            var to = arrows.computeIfAbsent(from, _ -> new TreeSet<>());
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass().getBaseComponentType().getPackageName();
                if (isOurs(target) && !shortName(target).equals(from)) {
                    to.add(shortName(target));
                }
            }
        }
        return arrows;
    }

    /** Whether the name is the package, or below it where the pattern ends in {@code .*}. */
    static boolean matches(String pattern, String name) {
        if (pattern.endsWith(".*")) {
            var stem = pattern.substring(0, pattern.length() - 2);
            return name.equals(stem) || name.startsWith(stem + ".");
        }
        return pattern.equals(name);
    }

    /** Files of the checkout that end so, relative to its root; nothing that was built. */
    static List<Path> files(String ending) {
        return FILES.stream().filter(file -> file.toString().endsWith(ending)).toList();
    }

    static List<Path> mainSources() {
        return files(".java").stream()
                .filter(file -> file.toString().contains("src/main/java"))
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(String file) {
        return read(Path.of(file)).lines().toList();
    }

    /** The rows of the Markdown table whose header begins so: trimmed cells. */
    static List<List<String>> table(String file, String header) {
        var rows = new ArrayList<List<String>>();
        var inside = false;
        for (var line : lines(file)) {
            if (line.startsWith(header)) {
                inside = true;
            } else if (!line.startsWith("|")) {
                inside = false;
            } else if (inside && !line.startsWith("|--") && !line.startsWith("| --")) {
                var cells = List.of(line.strip().split("\\|", -1));
                rows.add(cells.subList(1, cells.size() - 1).stream().map(String::strip).toList());
            }
        }
        return rows;
    }

    /** Sources as syntax trees, parsed and no more, and where each part of them stands. */
    record Parsed(List<CompilationUnitTree> units, SourcePositions positions) {}

    static Parsed parse(List<Path> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var files =
                    manager.getJavaFileObjectsFromPaths(
                            sources.stream().map(ROOT::resolve).toList());
            var task = (JavacTask) compiler.getTask(null, manager, null, null, null, files);
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            return new Parsed(units, Trees.instance(task).getSourcePositions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts in quotes in these sources. */
    static Set<String> literals(List<Path> sources) {
        var texts = new TreeSet<String>();
        for (var unit : parse(sources).units()) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitLiteral(LiteralTree literal, Void nothing) {
                    if (literal.getValue() instanceof String text) {
                        texts.add(text);
                    }
                    return null;
                }
            }.scan(unit, null);
        }
        return texts;
    }

    static Path relative(CompilationUnitTree tree) {
        return ROOT.toAbsolutePath().normalize().relativize(Path.of(tree.getSourceFile().toUri()));
    }

    private static List<Path> walk() {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(
                    ROOT,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path folder, BasicFileAttributes about) {
                            return NOT_OURS.contains(folder.getFileName().toString())
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                            found.add(ROOT.relativize(file));
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(null);
        return List.copyOf(found);
    }
}
