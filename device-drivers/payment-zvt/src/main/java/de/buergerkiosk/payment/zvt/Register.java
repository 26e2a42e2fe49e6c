package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.ports.payment.PaymentJournal;
import java.time.InstantSource;

/**
 * What a register (ECR) needs to deal with its terminal.
 *
 * @param links opens the line to the terminal
 */
record Register(
        ZvtSettings settings,
        Link.Opener links,
        PaymentJournal journal,
        InstantSource clock,
        Pause pause) {

    /** For talks whose length nobody waits for. */
    Talk talk(Link link) {
        return new Talk(link, settings);
    }

    Preparation preparation(Talk talk) {
        return new Preparation(talk, settings, pause);
    }
}
