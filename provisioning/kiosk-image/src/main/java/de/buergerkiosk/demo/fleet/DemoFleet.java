package de.buergerkiosk.demo.fleet;

import de.buergerkiosk.agent.enrol.EnrolTrouble;
import de.buergerkiosk.agent.enrol.Enrolling;
import de.buergerkiosk.contract.bundle.Root;
import de.buergerkiosk.courier.KioskKit;
import de.buergerkiosk.courier.KitUnreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** Virtual kiosks beside the one of the demonstration. */
public final class DemoFleet implements AutoCloseable {
    public static final int KIOSKS_MAX = 1000;

    /** The centre checks a password for each code, so more at once would only wait. */
    private static final int AT_ONCE = 4;

    private static final List<String> SITES = List.of("town-hall", "oggersheim", "library");
    private static final List<String> GROUPS = List.of("lobby", "outdoor");
    private static final Duration END_MAX = Duration.ofSeconds(10);
    private static final int TOLD_EVERY = 50;

    private final Codes codes;
    private final Path folder;
    private final InstantSource clock;
    private final SecureRandom chance = new SecureRandom();
    private final ThreadFactory threads;
    private final List<Thread> living = new ArrayList<>();

    /**
     * @param folder of the kits; gone with the demonstration
     */
    public DemoFleet(Codes codes, Path folder, InstantSource clock, ThreadFactory threads) {
        this.codes = codes;
        this.folder = folder;
        this.clock = clock;
        this.threads = threads;
    }

    /** Their names, in order. */
    public static List<String> names(int kiosks) {
        var names = new ArrayList<String>();
        for (int i = 1; i <= kiosks; i++) {
            names.add(String.format(Locale.ROOT, "virtual-%04d", i));
        }
        return names;
    }

    /**
     * Enrols so many and lets them live. When it returns, the centre has heard each of them.
     *
     * @throws IOException the first trouble, with its cure
     */
    public void begin(int kiosks, Consumer<String> progress)
            throws IOException, InterruptedException {
        var coming = new ArrayList<Future<VirtualLife>>();
        try (var work = Executors.newFixedThreadPool(AT_ONCE, threads)) {
            var names = names(kiosks);
            for (int i = 0; i < names.size(); i++) {
                int number = i;
                coming.add(work.submit(() -> enrolled(names.get(number), number, kiosks)));
            }
            try {
                for (int i = 0; i < coming.size(); i++) {
                    lives(coming.get(i).get());
                    if ((i + 1) % TOLD_EVERY == 0) {
                        progress.accept((i + 1) + " of " + kiosks + " virtual kiosks are enrolled");
                    }
                }
            } catch (ExecutionException e) {
                var cause = e.getCause();
                var said = cause == null ? e.toString() : String.valueOf(cause.getMessage());
                throw new IOException("a virtual kiosk did not come: " + said, e);
            } finally {
                work.shutdownNow();
            }
        }
    }

    private VirtualLife enrolled(String name, int number, int all)
            throws IOException, InterruptedException, EnrolTrouble, KitUnreadable {
        var code =
                codes.code(
                        name,
                        SITES.get(number % SITES.size()),
                        List.of(GROUPS.get(number % GROUPS.size())));
        var done =
                new Enrolling(folder.resolve(name), clock, chance)
                        .enrol(code.centre(), code.code());
        var life =
                new VirtualLife(
                        KioskKit.read(done.kit()),
                        Root.parse(Files.readAllBytes(done.kit().resolve("root.json"))),
                        Temper.of(number, all),
                        clock,
                        chance);
        life.comes();
        return life;
    }

    private void lives(VirtualLife life) {
        var thread =
                threads.newThread(() -> {
                    try {
                        life.live();
                    } catch (InterruptedException _) {
                        // the demonstration is over
                    }
                });
        living.add(thread);
        thread.start();
    }

    @Override
    public void close() {
        living.forEach(Thread::interrupt);
        for (var thread : living) {
            try {
                if (!thread.join(END_MAX)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
