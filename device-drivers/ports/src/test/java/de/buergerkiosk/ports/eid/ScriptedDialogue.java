package de.buergerkiosk.ports.eid;

import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.eid.EidEvent.CanRequired;
import de.buergerkiosk.ports.eid.EidEvent.CardRequired;
import de.buergerkiosk.ports.eid.EidEvent.ConsentRequired;
import de.buergerkiosk.ports.eid.EidEvent.NewPinRequired;
import de.buergerkiosk.ports.eid.EidEvent.PausedBadPosition;
import de.buergerkiosk.ports.eid.EidEvent.PinRequired;
import de.buergerkiosk.ports.eid.EidEvent.Progress;
import de.buergerkiosk.ports.eid.EidEvent.PukRequired;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A citizen who answers by a script: grants what is told, types the PINs and CANs in their order,
 * and does something with the card when a certain question comes.
 */
public final class ScriptedDialogue implements EidDialogue {
    /** What happens at a question before it is answered. */
    public interface Deed {
        void run() throws InterruptedException;
    }

    private static final int WAIT_SECONDS_MAX = 60;

    private final List<EidEvent> events = new CopyOnWriteArrayList<>();
    private final Map<Class<? extends EidEvent>, Deed> deeds = new LinkedHashMap<>();
    private final Queue<String> pins = new ArrayDeque<>();
    private final Queue<String> cans = new ArrayDeque<>();
    private final Queue<String> newPins = new ArrayDeque<>();
    private final List<char[]> handedOver = new ArrayList<>();
    private final CountDownLatch withdrawn = new CountDownLatch(1);
    private Set<EidRight> granted = Set.of();
    private Class<? extends EidEvent> cancelAt = EidEvent.class;
    private Class<? extends EidEvent> waitAt = EidEvent.class;
    private volatile boolean left;

    public static ScriptedDialogue typing(String... pins) {
        var citizen = new ScriptedDialogue();
        citizen.pins.addAll(List.of(pins));
        return citizen;
    }

    public ScriptedDialogue thenCan(String... digits) {
        cans.addAll(List.of(digits));
        return this;
    }

    public ScriptedDialogue choosing(String... digits) {
        newPins.addAll(List.of(digits));
        return this;
    }

    public ScriptedDialogue granting(Set<EidRight> optional) {
        granted = optional;
        return this;
    }

    /** Once, when the first event of that kind comes. */
    public ScriptedDialogue at(Class<? extends EidEvent> event, Deed deed) {
        deeds.put(event, deed);
        return this;
    }

    public ScriptedDialogue cancellingAt(Class<? extends EidEvent> event) {
        cancelAt = event;
        return this;
    }

    /** Does not answer that question until it is withdrawn. */
    public ScriptedDialogue waitingAt(Class<? extends EidEvent> event) {
        waitAt = event;
        return this;
    }

    /** Walks away: nobody answers from now on. */
    public void leave() {
        left = true;
    }

    @Override
    public EidReply on(EidEvent event) throws InterruptedException {
        events.add(event);
        Deed deed = deeds.remove(event.getClass());
        if (deed != null) {
            deed.run();
        }
        if (event.getClass() == waitAt) {
            return awaitWithdrawal() ? new EidReply.Cancel() : notWithdrawn(event);
        }
        if (event.getClass() == cancelAt) {
            return new EidReply.Cancel();
        }
        return switch (event) {
            case ConsentRequired _ -> new EidReply.Consent(granted);
            case PinRequired _ -> secret(pins);
            case CanRequired _ -> secret(cans);
            case NewPinRequired _ -> secret(newPins);
            case PukRequired _ -> new EidReply.Cancel();
            case CardRequired _, Progress _, PausedBadPosition _ -> new EidReply.Acknowledged();
        };
    }

    private static EidReply notWithdrawn(EidEvent event) {
        throw new AssertionError(
                event.getClass().getSimpleName()
                        + " was not withdrawn in "
                        + WAIT_SECONDS_MAX
                        + " s");
    }

    private boolean awaitWithdrawal() throws InterruptedException {
        return withdrawn.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
    }

    private EidReply secret(Queue<String> digits) {
        String next = digits.poll();
        if (next == null) {
            throw new AssertionError("asked more often than the script has digits: " + kinds());
        }
        char[] typed = next.toCharArray();
        handedOver.add(typed);
        return new EidReply.Secret(Personal.of(typed));
    }

    @Override
    public boolean cancelWanted() {
        return left;
    }

    @Override
    public void withdraw() {
        withdrawn.countDown();
    }

    public boolean wasWithdrawn() {
        return withdrawn.getCount() == 0;
    }

    public List<EidEvent> events() {
        return List.copyOf(events);
    }

    public <E extends EidEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Simple names of the events in their order. */
    public List<String> kinds() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    /** True when the client has cleared every PIN and CAN that it got. */
    public boolean secretsAreCleared() {
        return handedOver.stream()
                .allMatch(digits -> String.valueOf(digits).chars().allMatch(digit -> digit == 0));
    }
}
