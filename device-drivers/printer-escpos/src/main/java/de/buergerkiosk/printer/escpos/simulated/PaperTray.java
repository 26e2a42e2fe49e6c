package de.buergerkiosk.printer.escpos.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Collects the papers: the newest in memory, and all of them in a folder if there is one. */
final class PaperTray {
    private static final int KEPT_MAX = 200;
    private static final Pattern PAPER_FILE = Pattern.compile("paper-(\\d{4,9})\\.(png|txt)");

    private final Optional<Path> folder;
    private final Deque<Paper> papers = new ArrayDeque<>();
    private int newest;

    /**
     * @throws IOException when the folder cannot be made or read
     */
    PaperTray(Optional<Path> folder) throws IOException {
        this.folder = folder;
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
            newest = newestIn(folder.get());
        }
    }

    private static int newestIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> PAPER_FILE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToInt(name -> Integer.parseInt(name.group(1)))
                    .max()
                    .orElse(0);
        }
    }

    synchronized PrinterEvent.PaperOut take(Sheet sheet, boolean complete) {
        newest++;
        var paper = new Paper(newest, sheet.text(), sheet.png(), complete);
        papers.add(paper);
        if (papers.size() > KEPT_MAX) {
            papers.remove();
        }
        if (folder.isEmpty()) {
            return new PrinterEvent.PaperOut(paper, "", "");
        }
        String name = String.format(Locale.ROOT, "paper-%04d", newest);
        write(folder.get(), name + ".txt", paper.text().getBytes(StandardCharsets.UTF_8));
        write(folder.get(), name + ".png", paper.png());
        return new PrinterEvent.PaperOut(paper, name + ".png", name + ".txt");
    }

    /** Under another name first, so that nobody ever reads half a file. */
    private static void write(Path folder, String name, byte[] content) {
        Path unfinished = folder.resolve("." + name + ".part");
        try {
            Files.write(unfinished, content);
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("paper cannot be written: " + folder.resolve(name), e);
        }
    }

    synchronized List<Paper> papers() {
        return List.copyOf(papers);
    }
}
