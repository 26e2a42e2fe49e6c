package de.buergerkiosk.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Signs in at the desk as a clerk does, and lets Chromium draw the page that comes back. */
final class DeskCamera {
    private static final Duration CHROMIUM_MAX = Duration.ofMinutes(1);

    private final String desk;

    DeskCamera(String deskUrl) {
        this.desk = deskUrl;
    }

    /** A picture of one page of the desk, as that clerk sees it. */
    void shoot(String path, DeskClient.Login login, Path png)
            throws IOException, InterruptedException {
        var page = Files.createTempFile("desk", ".html");
        try (var pages = DeskPages.of(desk, login)) {
            // The page is drawn from a file, and still takes its style from the desk.
            Files.writeString(
                    page, pages.get(path).replace("<head>", "<head><base href=\"" + desk + "\">"));
            chromium(page, png);
        } finally {
            Files.delete(page);
        }
    }

    /** Draws beside the picture and replaces it only by a whole one. */
    private static void chromium(Path page, Path png) throws IOException, InterruptedException {
        var work = Files.createTempDirectory("chromium");
        try {
            var drawn = work.resolve("page.png");
            draw(page, drawn, work);
            var beside = png.toAbsolutePath().resolveSibling(png.getFileName() + ".part");
            Files.copy(drawn, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, png, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Scratch.delete(work);
        }
    }

    private static void draw(Path page, Path png, Path work)
            throws IOException, InterruptedException {
        var said = work.resolve("said.txt");
        var process = started(page, png, work, said);
        if (!process.waitFor(CHROMIUM_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            throw new IOException(
                    "chromium did not finish within " + CHROMIUM_MAX.toSeconds() + " s");
        }
        if (process.exitValue() != 0 || !Files.exists(png)) {
            var lines = Files.readString(said, StandardCharsets.ISO_8859_1).lines().toList();
            throw new IOException(
                    "chromium drew no picture (exit code %d): %s"
                            .formatted(
                                    process.exitValue(),
                                    lines.isEmpty() ? "it said nothing" : lines.getLast()));
        }
    }

    private static Process started(Path page, Path png, Path work, Path said) throws IOException {
        var command =
                List.of(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--user-data-dir=" + work.resolve("profile"),
                        "--window-size=1100,1000",
                        "--screenshot=" + png,
                        page.toUri().toString());
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException e) {
            throw new IOException(
                    "chromium cannot be started; install it: sudo apt-get install chromium", e);
        }
    }
}
