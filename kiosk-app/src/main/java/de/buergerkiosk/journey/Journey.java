package de.buergerkiosk.journey;

import de.buergerkiosk.journey.Journal.Stage;
import de.buergerkiosk.journey.choose.Reception;
import de.buergerkiosk.journey.handover.Handover;
import de.buergerkiosk.ports.Personal;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks one visit after the other through the {@link Story}. */
public final class Journey {
    private static final Logger LOG = LoggerFactory.getLogger(Journey.class);

    private final Story story;
    private final Journal journal;
    private final Handover handover;
    private final InstantSource clock;
    private final RandomGenerator chance;

    public Journey(Story story, Journal journal, InstantSource clock, RandomGenerator chance) {
        this.story = story;
        this.journal = journal;
        this.handover = story.handover();
        this.clock = clock;
        this.chance = chance;
    }

    /**
     * One visit from the welcome page to a clean screen; or none, where staff wants in. A bug ends the
     * visit, not the kiosk.
     */
    public Turn.Ending receiveOne() throws InterruptedException {
        return switch (story.choosing().welcome()) {
            case Reception.Arrival.Staff() -> Turn.Ending.STAFF;
            case Reception.Arrival.Citizen(var shown) ->
                    walk(new Walk(VisitId.next(clock, chance), shown));
        };
    }

    private Turn.Ending walk(Walk walk) throws InterruptedException {
        try {
            return walk.toItsEnd();
        } catch (RuntimeException bug) {
            // Its message may quote what a citizen entered; the class and the place may not.
            LOG.error("KSK-BUG visit {}: {}", walk.at.id(), Trouble.trace(bug));
            // The journal keeps the visit open: before the next citizen it is settled like a cut.
            handover.apologise(walk.at);
            handover.returnCard(walk.memory);
            return Turn.Ending.TROUBLE;
        } finally {
            handover.clean();
        }
    }

    /** One citizen's way through the story. */
    private final class Walk {
        private final Memory memory = new Memory();
        private final Deque<Visit> behind = new ArrayDeque<>();
        private Visit at;

        /**
         * @param scanned what was held under the scanner on the welcome page
         */
        Walk(VisitId visit, Optional<Personal<String>> scanned) {
            var arrived = new Visit.Arrived(visit);
            scanned.ifPresent(_ -> behind.push(arrived));
            at = scanned.<Visit>map(text -> new Errand.Scanned(visit, text)).orElse(arrived);
        }

        Turn.Ending toItsEnd() throws InterruptedException {
            journal.begun(at.id());
            while (true) {
                switch (story.step(at, memory)) {
                    case Turn.Onward(var next) -> onward(next);
                    case Turn.Back() -> {
                        if (behind.isEmpty()) {
                            return end(Turn.Ending.LEFT);
                        }
                        at = behind.pop();
                    }
                    case Turn.Leave(var why) -> {
                        return end(why);
                    }
                }
            }
        }

        private void onward(Visit next) {
            reached(next);
            behind.push(at);
            if (stage(next).compareTo(Stage.FILED) >= 0) {
                // Money is in play: from here there is no way back.
                behind.clear();
            }
            at = next;
        }

        private Turn.Ending end(Turn.Ending why) throws InterruptedException {
            journal.ended(at.id(), why.name());
            if (why != Turn.Ending.DONE) {
                handover.returnCard(memory);
            }
            return why;
        }
    }

    /** The stages from FILED on are journalled by their steps, in one transaction with the act. */
    private void reached(Visit visit) {
        var stage = stage(visit);
        if (stage.compareTo(Stage.FILED) < 0) {
            journal.reached(visit.id(), stage, detail(visit));
        }
    }

    private static String detail(Visit visit) {
        return switch (visit) {
            case Visit.Chosen chosen -> chosen.service().id() + " " + chosen.service().version();
            case Errand errand -> "errand " + errand.getClass().getSimpleName();
            case Visit.Arrived _,
                    Visit.Identified _,
                    Visit.Filled _,
                    Visit.Filed _,
                    Visit.Paying _,
                    Visit.Paid _,
                    Visit.Printed _ ->
                    "";
        };
    }

    private static Stage stage(Visit visit) {
        return switch (visit) {
            case Visit.Arrived _ -> Stage.ARRIVED;
            case Visit.Chosen _ -> Stage.CHOSEN;
            case Visit.Identified _ -> Stage.IDENTIFIED;
            case Visit.Filled _ -> Stage.FILLED;
            case Visit.Filed _ -> Stage.FILED;
            case Visit.Paying _ -> Stage.PAYING;
            case Visit.Paid _ -> Stage.PAID;
            case Visit.Printed _ -> Stage.PRINTED;
            // what is given is durable, so there is no way back behind it
            case Errand.Given _ -> Stage.ARRANGED;
            case Errand.HandedOut _ -> Stage.PRINTED;
            case Errand _ -> Stage.CHOSEN;
        };
    }
}
