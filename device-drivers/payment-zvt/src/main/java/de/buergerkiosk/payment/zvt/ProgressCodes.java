package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.ports.payment.PaymentProgress;
import java.util.Optional;

/**
 * What the codes of 04 FF (PA00P015 3.7) mean for a citizen. The terminal's own texts are written
 * for merchants and stay unseen.
 */
final class ProgressCodes {
    private ProgressCodes() {}

    /** Empty for what a citizen need not know. */
    static Optional<PaymentProgress> of(int code) {
        return switch (code) {
            case 0x0A, 0x27, 0xE0 -> Optional.of(PaymentProgress.PRESENT_CARD);
            case 0x01, 0x02, 0x15, 0x41, 0x42 -> Optional.of(PaymentProgress.ENTER_PIN);
            case 0x04, 0x0E, 0x17, 0xD2, 0xD3, 0xF2 -> Optional.of(PaymentProgress.AUTHORISING);
            case 0x0B, 0x43, 0x44, 0x4A, 0x4B, 0x4C -> Optional.of(PaymentProgress.TAKE_CARD);
            default -> Optional.empty();
        };
    }
}
