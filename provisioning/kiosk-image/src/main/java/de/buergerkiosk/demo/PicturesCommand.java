package de.buergerkiosk.demo;

import de.buergerkiosk.main.Surroundings;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./kiosk pictures}: makes the pictures of the README from a real visit. */
@Command(
        name = "pictures",
        mixinStandardHelpOptions = true,
        description = "Makes the README's pictures from a visit; the desk's needs chromium.")
public final class PicturesCommand implements Callable<Integer> {
    private static final String SERVICE = "parking-permit";
    private static final int COLUMNS = 5;
    private static final int TILE_WIDTH = 300;
    private static final int GAP = 16;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to put them. Default: docs/pictures")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var root = Path.of(System.getProperty("house.root", "."));
        var pictures = out == null ? root.resolve("docs").resolve("pictures") : out;
        var visit = root.resolve("target").resolve("pictures");
        Files.createDirectories(pictures);
        try (var _ = new CleanEnd()) {
            var report =
                    new OneVisit(
                                    root,
                                    visit,
                                    Surroundings.real(),
                                    line -> System.err.println("  " + line))
                            .play(
                                    new OneVisit.Wish(SERVICE, "de"),
                                    (house, visited) ->
                                            desk(house, visited, pictures.resolve("desk.png")));
            if (!report.everythingArrived()) {
                System.err.println("pictures: " + report.trouble().orElseThrow());
                return 1;
            }
            sheet(visit, report.pages(), pictures.resolve("visit.png"));
            Files.copy(
                    visit.resolve("receipt.png"),
                    pictures.resolve("receipt.png"),
                    StandardCopyOption.REPLACE_EXISTING);
            return 0;
        }
    }

    /** All pages of the visit on one sheet, in order. */
    private static void sheet(Path visit, List<ScriptedVisit.Shot> pages, Path png)
            throws IOException {
        int height = TILE_WIDTH * 1920 / 1080;
        int rows = (pages.size() + COLUMNS - 1) / COLUMNS;
        var sheet =
                new BufferedImage(
                        COLUMNS * (TILE_WIDTH + GAP) + GAP,
                        rows * (height + GAP) + GAP,
                        BufferedImage.TYPE_INT_RGB);
        var pen = sheet.createGraphics();
        pen.setColor(new Color(0xB8C0CC));
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (int i = 0; i < pages.size(); i++) {
            var page = ImageIO.read(visit.resolve(pages.get(i).picture()).toFile());
            pen.drawImage(
                    page,
                    GAP + i % COLUMNS * (TILE_WIDTH + GAP),
                    GAP + i / COLUMNS * (height + GAP),
                    TILE_WIDTH,
                    height,
                    null);
        }
        pen.dispose();
        ImageIO.write(sheet, "png", png.toFile());
    }

    private static void desk(House house, Report report, Path png)
            throws IOException, InterruptedException {
        var client = new DeskClient(house.centre().deskUrl(), house.centre().logins());
        var clerk =
                client.logins().stream()
                        .filter(login -> login.name().equals("parken"))
                        .findFirst()
                        .orElseThrow(() -> new IOException("no clerk of the traffic office"));
        new DeskCamera(house.centre().deskUrl())
                .shoot("/filings/" + report.filingId().orElseThrow(), clerk, png);
    }
}
