package de.buergerkiosk.launch;

/**
 * Ties a process to the one that started it for itself: when that one is gone, this one ends in
 * order. Who was killed, or whose display went away, cannot say so to those it started.
 */
public final class Lifeline {
    private static final String HOLDER = "launch.holder";

    /** As a shell says of a program that was asked to end. */
    private static final int ENDED = 143;

    private Lifeline() {}

    /** The Java option that ties another process to this one. */
    public static String toThisProcess() {
        return "-D" + HOLDER + "=" + ProcessHandle.current().pid();
    }

    /** Ends this process when the one that it is tied to has ended; does nothing where it is free. */
    static void follow() {
        var holder = Long.getLong(HOLDER);
        if (holder == null) {
            return;
        }
        var held = ProcessHandle.of(holder);
        if (held.isEmpty()) {
            end();
        } else {
            var _ = held.get().onExit().thenRunAsync(Lifeline::end);
        }
    }

    private static void end() {
        System.err.println("whoever started this has ended, so this ends");
        System.exit(ENDED);
    }
}
