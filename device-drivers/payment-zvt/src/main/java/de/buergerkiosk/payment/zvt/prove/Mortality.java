package de.buergerkiosk.payment.zvt.prove;

/** Decides when the kiosk dies: at a number of things done, counted over journal and wire. */
final class Mortality {
    private int left = Integer.MAX_VALUE;
    private int deaths;

    /** The process is gone; nothing after this is done by it. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed");
        }
    }

    /** It dies instead of the thing after that many. */
    void dieAfter(int things) {
        left = things;
    }

    /** A new process. */
    void revive() {
        left = Integer.MAX_VALUE;
    }

    /** Called before and after each thing that somebody else can see. */
    void live() {
        if (left == 0) {
            left = -1;
            deaths++;
        }
        if (left < 0) {
            throw new Killed();
        }
        left--;
    }

    boolean isDead() {
        return left < 0;
    }

    int deaths() {
        return deaths;
    }
}
