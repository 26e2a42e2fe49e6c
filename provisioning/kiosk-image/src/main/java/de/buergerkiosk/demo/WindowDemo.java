package de.buergerkiosk.demo;

import de.buergerkiosk.demo.fleet.DemoFleet;
import de.buergerkiosk.demo.window.Desktop;
import de.buergerkiosk.demo.window.DeviceNews;
import de.buergerkiosk.demo.window.DevicesWindow;
import de.buergerkiosk.demo.window.Hands;
import de.buergerkiosk.demo.window.Login;
import de.buergerkiosk.eid.simulated.CardTray;
import de.buergerkiosk.main.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The demonstration on a desktop: the kiosk's window, and a second one with the devices. */
final class WindowDemo {
    private static final Duration TRAY_POLL = Duration.ofMillis(200);

    /** The kiosk's display is upright, 9 to 16. */
    private static final int KIOSK_HEIGHT_MAX = 960;

    private static final int DEVICES_WIDTH_MIN = 850;
    private static final int DEVICES_WIDTH_MAX = 1000;
    private static final int DEVICES_HEIGHT_MAX = 960;

    /** Ctrl-C reaches parts and whole at once, and the news of a part may be the faster. */
    private static final Duration STOPPING_MAX = Duration.ofMillis(500);

    private final Path root;
    private final Path out;
    private final Surroundings around;
    private final Consumer<String> progress;
    private final BlockingQueue<End> ends = new LinkedBlockingQueue<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    /**
     * What the kiosk begins with.
     *
     * @param service the only one it offers; empty for all that there are
     * @param language of the first page, and of the devices
     * @param fleet so many virtual kiosks beside it
     */
    record Offer(Optional<String> service, String language, EidChain eid, OptionalInt fleet) {}

    /** Why the demonstration is over. */
    sealed interface End {
        /** A person closed one of the windows. */
        record Wanted() implements End {}

        /** It could not begin, or a part of the house ended by itself; with the cure, if any. */
        record Trouble(String text) implements End {}
    }

    /**
     * @param root the checkout; the data of the house stay in {@code target/demo-house}
     * @param out papers and logs
     */
    WindowDemo(Path root, Path out, Surroundings around, Consumer<String> progress) {
        this.root = root;
        this.out = out;
        this.around = around;
        this.progress = progress;
    }

    /**
     * Until a window is closed.
     *
     * @param standing is told when everything runs
     */
    End run(Offer offer, Consumer<House> standing) throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stopping::countDown));
        try {
            var room = Desktop.reach();
            Scratch.empty(out);
            if (databaseMayLieIn(root)) {
                var data = Files.createDirectories(root.resolve("target").resolve("demo-house"));
                return stand(data, room, offer, standing);
            }
            try (var data = Scratch.make(root)) {
                return stand(data.folder(), room, offer, standing);
            }
        } catch (Desktop.NoDisplay e) {
            return new End.Trouble(
                    "the display \""
                            + System.getenv("DISPLAY")
                            + "\" cannot be opened ("
                            + e.getMessage()
                            + "). Cure: start it from a desktop session, or make a scripted visit"
                            + " with ./kiosk demo --headless");
        } catch (ChildProcess.NotStarted e) {
            return new End.Trouble(String.valueOf(e.getMessage()));
        }
    }

    private End stand(Path data, Desktop.Room room, Offer offer, Consumer<House> standing)
            throws IOException, InterruptedException, ChildProcess.NotStarted {
        try (var house =
                House.start(
                        new House.Places(root, data, out),
                        House.Faults.NONE,
                        offer.eid(),
                        progress)) {
            return live(house, room, offer, standing);
        }
    }

    /** Where root starts it, PostgreSQL runs as somebody else, who cannot enter root's home. */
    private static boolean databaseMayLieIn(Path folder) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return true;
        }
        for (var at = folder.toRealPath(); at != null; at = at.getParent()) {
            if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    private End live(House house, Desktop.Room room, Offer offer, Consumer<House> standing)
            throws IOException, InterruptedException {
        var logins =
                new DeskClient(house.centre().deskUrl(), house.centre().logins())
                        .logins().stream()
                                .map(l -> new Login(l.name(), l.password(), place(l)))
                                .toList();
        var tray = new CardTray(house.places().tray(), TRAY_POLL);
        tray.remove();
        house.children().forEach(this::watch);
        progress.accept("Opening the windows: the kiosk, and its devices beside it");
        var kioskHeight = Math.min(KIOSK_HEIGHT_MAX, room.height());
        var kioskWidth = kioskHeight * 9 / 16;
        try (var work = Executors.newSingleThreadExecutor(around.threads());
                var kiosk = kiosk(house, offer, room, kioskWidth, kioskHeight);
                var window =
                        DevicesWindow.open(
                                new DevicesWindow.Around(
                                        offer.language(),
                                        hands(house),
                                        tray,
                                        house.centre().deskUrl(),
                                        logins,
                                        work),
                                besides(room, kioskWidth),
                                () -> ends.add(new End.Wanted()));
                var _ =
                        DocumentTray.watch(
                                house.places().documents(), around.threads(), window::tell)) {
            watch(kiosk);
            var papers = house.places().papers();
            house.terminal().onEvent(line -> DeviceNews.of(line, papers).ifPresent(window::tell));
            house.printer().onEvent(line -> DeviceNews.of(line, papers).ifPresent(window::tell));
            sayWhere(house, logins);
            standing.accept(house);
            return beside(house, offer.fleet());
        }
    }

    /** Where somebody works; leads see every office, and the others none. */
    private static String place(DeskClient.Login login) {
        return login.role().equals("lead") || !login.office().isBlank()
                ? login.office()
                : login.role();
    }

    /** The fleet comes while a person looks around already. */
    private End beside(House house, OptionalInt kiosks) throws IOException, InterruptedException {
        if (kiosks.orElse(0) == 0) {
            return ends.take();
        }
        var desk = new DeskClient(house.centre().deskUrl(), house.centre().logins());
        try (var fleet =
                new DemoFleet(
                        desk, house.places().fleet(), InstantSource.system(), around.threads())) {
            var coming =
                    around.threads()
                            .newThread(() -> {
                                try {
                                    fleet.begin(kiosks.getAsInt(), progress);
                                    progress.accept("All virtual kiosks are enrolled");
                                } catch (IOException e) {
                                    progress.accept("The fleet: " + e.getMessage());
                                } catch (InterruptedException _) {
                                    // the demonstration is over
                                }
                            });
            coming.start();
            var end = ends.take();
            coming.interrupt();
            coming.join(STOPPING_MAX.multipliedBy(20));
            return end;
        }
    }

    private ChildProcess kiosk(House house, Offer offer, Desktop.Room room, int width, int height)
            throws IOException {
        var config =
                house.writeKioskConfig(
                        new House.KioskWishes(
                                services(house, offer),
                                offer.language().equals("de")
                                        ? List.of("de", "en")
                                        : List.of(offer.language(), "de"),
                                """
                                  windowWidth: %d
                                  windowHeight: %d
                                  windowLeft: %d
                                  windowTop: %d
                                """
                                        .formatted(width, height, room.left(), room.top()),
                                true));
        return ChildProcess.start(
                "kiosk",
                house.places().log("kiosk"),
                List.of("run", "--config", config.toString()));
    }

    /** The folder of all services, or one that holds a copy of the only one wished for. */
    private static Path services(House house, Offer offer) throws IOException {
        var all = House.Places.services(house.places().root());
        if (offer.service().isEmpty()) {
            return all;
        }
        var only = house.places().data().resolve("services");
        if (Files.exists(only)) {
            Scratch.delete(only);
        }
        var from = all.resolve(offer.service().get());
        var to = only.resolve(offer.service().get());
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, copy);
                }
            }
        }
        return only;
    }

    /** To the right of the kiosk; where the screen is too narrow for both, over its edge. */
    private static Desktop.Room besides(Desktop.Room room, int kioskWidth) {
        var width =
                Math.min(
                        room.width(),
                        Math.clamp(
                                room.width() - kioskWidth, DEVICES_WIDTH_MIN, DEVICES_WIDTH_MAX));
        var left = Math.min(kioskWidth, room.width() - width);
        return new Desktop.Room(
                room.left() + left, room.top(), width, Math.min(DEVICES_HEIGHT_MAX, room.height()));
    }

    private void watch(ChildProcess child) {
        child.onEnd(code ->
                ends.add(
                        code == 0 && child.name().equals("kiosk")
                                ? new End.Wanted()
                                : died(child, code)));
    }

    private End died(ChildProcess child, int code) {
        try {
            if (stopping.await(STOPPING_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                return new End.Wanted();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new End.Trouble(
                "%s ended by itself (exit code %d); it said last: %s"
                        .formatted(child.name(), code, child.lastWords()));
    }

    private static Hands hands(House house) {
        return new Hands() {
            @Override
            public void atPrinter(String line) {
                tell(house.printer(), line);
            }

            @Override
            public void atTerminal(String line) {
                tell(house.terminal(), line);
            }

            @Override
            public void atScanner(String line) {
                tell(house.scanner(), line);
            }
        };
    }

    private static void tell(ChildProcess device, String line) {
        try {
            device.tell(line);
        } catch (UncheckedIOException _) {
            // It has just ended, which is watched and ends the demonstration.
        }
    }

    private void sayWhere(House house, List<Login> logins) {
        progress.accept("Desk and console: " + house.centre().deskUrl());
        progress.accept(
                "  \"Mit Verwaltungskonto anmelden\": choose Vera Verwaltung (admin), Petra Parken"
                        + " (clerk) or Tara Technik (technician), no password");
        progress.accept("  or with a password:");
        for (var login : logins) {
            progress.accept(
                    "  log in as %s with %s (%s)"
                            .formatted(
                                    login.name(),
                                    login.password(),
                                    login.office().isBlank() ? "all offices" : login.office()));
        }
        progress.accept("Papers and logs: " + out);
        progress.accept("Close a window or press Ctrl-C to end.");
    }
}
