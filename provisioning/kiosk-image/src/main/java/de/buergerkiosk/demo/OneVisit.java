package de.buergerkiosk.demo;

import de.buergerkiosk.demo.fleet.DemoFleet;
import de.buergerkiosk.main.OutOfService;
import de.buergerkiosk.main.Surroundings;
import de.buergerkiosk.main.WrongSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** A house for one scripted visit: put up, visited, looked at, and taken down again. */
final class OneVisit {
    private final Path root;
    private final Path out;
    private final Surroundings around;
    private final Consumer<String> progress;
    private final OptionalInt fleet;

    /** What a citizen comes for, in which language, how the citizen pays and identifies. */
    record Wish(String service, String language, PaidBy pays, EidChain eid) {
        /** By card, as most do. */
        Wish(String service, String language) {
            this(service, language, PaidBy.CARD, EidChain.SIMULATION);
        }
    }

    /** Looks at the house after a visit of which everything arrived, while it still stands. */
    interface Afterwards {
        void look(House house, Report report) throws IOException, InterruptedException;
    }

    /**
     * @param root the checkout
     * @param out pictures, papers, logs and the report; what an earlier run left there goes
     */
    OneVisit(Path root, Path out, Surroundings around, Consumer<String> progress) {
        this(root, out, around, progress, OptionalInt.empty());
    }

    /** The same with so many virtual kiosks beside it. */
    OneVisit(
            Path root,
            Path out,
            Surroundings around,
            Consumer<String> progress,
            OptionalInt fleet) {
        this.fleet = fleet;
        this.root = root;
        this.out = out;
        this.around = around;
        this.progress = progress;
    }

    /** Plays it and writes the report, with the trouble if there was any. */
    Report play(Wish wish, Afterwards afterwards) throws IOException, InterruptedException {
        Scratch.empty(out);
        var report = played(wish, afterwards);
        report.write(out);
        return report;
    }

    private Report played(Wish wish, Afterwards afterwards)
            throws IOException, InterruptedException {
        var today = around.today(House.ZONE);
        try (var data = Scratch.make(root)) {
            var answers = Errands.of(House.Places.services(root), wish.service(), today);
            var places = new House.Places(root, data.folder(), out);
            try (var house = House.start(places, House.Faults.NONE, wish.eid(), progress)) {
                var report =
                        withFleet(
                                house,
                                new HeadlessDemo(house, around, progress).visit(wish, answers));
                return report.everythingArrived() ? lookedAt(house, report, afterwards) : report;
            }
        } catch (ChildProcess.NotStarted
                | Errands.NoErrand
                | WrongSettings
                | OutOfService trouble) {
            return Report.withoutVisit(wish.service(), String.valueOf(trouble.getMessage()));
        } catch (IOException | IllegalStateException trouble) {
            return Report.withoutVisit(wish.service(), String.valueOf(trouble));
        }
    }

    /** After the visit, so that it has the computer to itself. */
    private Report withFleet(House house, Report report) throws IOException, InterruptedException {
        if (fleet.isEmpty()) {
            return report;
        }
        int kiosks = fleet.getAsInt();
        progress.accept("Virtual kiosks enrol: " + kiosks);
        var desk = new DeskClient(house.centre().deskUrl(), house.centre().logins());
        try (var beside =
                new DemoFleet(
                        desk, house.places().fleet(), InstantSource.system(), around.threads())) {
            beside.begin(kiosks, progress);
            var names = Set.copyOf(DemoFleet.names(kiosks));
            return report.with(new Report.Fleet(kiosks, desk.beating(names)));
        }
    }

    private static Report lookedAt(House house, Report report, Afterwards afterwards)
            throws InterruptedException {
        try {
            afterwards.look(house, report);
            return report;
        } catch (IOException e) {
            return report.but(String.valueOf(e.getMessage()));
        }
    }
}
