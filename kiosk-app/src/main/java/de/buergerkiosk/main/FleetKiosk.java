package de.buergerkiosk.main;

import de.buergerkiosk.page.Words;
import de.buergerkiosk.screen.FxScreen;
import java.util.Optional;

/**
 * An open kiosk with the agent that makes it one of the city's fleet. The agent asks the kiosk how it
 * is, so it ends first.
 */
public final class FleetKiosk implements AutoCloseable {
    private final Kiosk kiosk;
    private final Optional<Agent> agent;

    FleetKiosk(Kiosk kiosk, Optional<Agent> agent) {
        this.kiosk = kiosk;
        this.agent = agent;
    }

    /**
     * For whoever receives the visitors himself: a demonstration does so visit by visit. With the
     * settings as they are; a bundle that the centre has for it is laid ready for the next start.
     *
     * @param around of the kiosk. The agent has the real time: certificates and the centre go by it,
     *     whatever day a demonstration is on
     */
    public static FleetKiosk open(
            Settings settings, FxScreen screen, Words words, Surroundings around)
            throws OutOfService {
        var recess = new Recess(screen);
        var kiosk = Kiosk.open(settings, recess, words, around, Seams.NONE);
        var real = new Surroundings(Surroundings.real().clock(), around.chance(), around.threads());
        return new FleetKiosk(
                kiosk,
                Membership.of(settings)
                        .map(member ->
                                Agent.of(
                                        member,
                                        settings.kit(),
                                        kiosk,
                                        recess::nobodyIsThere,
                                        () -> {},
                                        real)));
    }

    public Kiosk kiosk() {
        return kiosk;
    }

    @Override
    public void close() {
        agent.ifPresent(Agent::close);
        kiosk.close();
    }
}
