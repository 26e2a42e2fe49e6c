package de.buergerkiosk.main;

import de.buergerkiosk.agent.duty.HttpsFleetLine;
import de.buergerkiosk.agent.duty.Newspaper;
import de.buergerkiosk.agent.duty.Pause;
import de.buergerkiosk.agent.duty.Premises;
import de.buergerkiosk.agent.duty.Proving;
import de.buergerkiosk.agent.duty.Pulse;
import de.buergerkiosk.agent.enrol.Renewal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** The threads by which a kiosk in service belongs to the city's fleet. */
final class Agent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);

    private final Opened running = new Opened();
    private final HttpsFleetLine line;

    private Agent(HttpsFleetLine line) {
        this.line = line;
    }

    private interface Work {
        void run() throws InterruptedException, IOException;
    }

    /**
     * Begins when the kiosk has opened.
     *
     * @param nobodyIsThere asked before the devices are looked at
     * @param takeUp opens the kiosk anew as soon as nobody is there
     */
    static Agent of(
            Membership member,
            Path kit,
            Kiosk kiosk,
            BooleanSupplier nobodyIsThere,
            Runnable takeUp,
            Surroundings around) {
        var line =
                new HttpsFleetLine(
                        kiosk.health().kit(), Executors.newThreadPerTaskExecutor(around.threads()));
        var agent = new Agent(line);
        var premises = premises(member, kiosk, nobodyIsThere, takeUp);
        Pause pause = Agent::pause;
        var renewal = new Renewal(kit, around.clock());
        var bundles = member.bundles();
        agent.begin(
                around,
                () -> {
                    var fault =
                            member.current().trial()
                                    ? kiosk.health().selfTest(member.current().settings())
                                    : "";
                    if (!fault.isEmpty() && member.failed(fault)) {
                        premises.takeUpWhenFree();
                        return;
                    }
                    new Proving(bundles, line, premises, around.clock(), pause)
                            .run(member.current());
                });
        agent.begin(
                around,
                new Newspaper(bundles, line, premises, around.clock(), around.chance(), pause)
                        ::run);
        agent.begin(
                around,
                new Pulse(
                                bundles,
                                member.current(),
                                renewal,
                                line,
                                premises,
                                around.clock(),
                                around.chance(),
                                pause)
                        ::run);
        return agent;
    }

    private static Premises premises(
            Membership member, Kiosk kiosk, BooleanSupplier nobodyIsThere, Runnable takeUp) {
        return new Premises() {
            @Override
            public void takeUpWhenFree() {
                takeUp.run();
            }

            @Override
            public String mode() {
                return kiosk.health().mode();
            }

            @Override
            public Vitals vitals() throws InterruptedException {
                return kiosk.health().vitals(nobodyIsThere.getAsBoolean());
            }

            @Override
            public ObjectNode settings() {
                return Membership.holding(member.current(), kiosk.health().services());
            }
        };
    }

    private void begin(Surroundings around, Work work) {
        running.add(
                Beside.begin(
                                "agent",
                                around.threads(),
                                () -> {
                                    try {
                                        work.run();
                                    } catch (IOException e) {
                                        LOG.error("AGT-FOLDER {}", e.toString());
                                    }
                                })
                        ::close);
    }

    private static void pause(Duration time) throws InterruptedException {
        var _ = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        running.close();
        line.close();
    }
}
