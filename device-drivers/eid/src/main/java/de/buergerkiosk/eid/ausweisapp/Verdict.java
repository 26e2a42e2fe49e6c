package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.eid.EidTrouble;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.AuthEnded;
import de.buergerkiosk.eid.ausweisapp.SdkMessage.ChangeEnded;
import de.buergerkiosk.ports.eid.EidResult.Ended;
import java.util.Optional;

/**
 * What an error of AusweisApp means for the citizen. Results are those of TR-03112 part 1; the
 * reasons are AusweisApp's own, which tell more and exist from 1.26.3 on.
 */
final class Verdict {
    private Verdict() {}

    static Ended on(AuthEnded end) {
        String observed = end.reason().orElse(end.minor().isEmpty() ? "no reason" : end.minor());
        return end.reason()
                .flatMap(Verdict::byReason)
                .orElseGet(() -> byMinor(end.minor()))
                .ended(printable(observed));
    }

    /** A change of the PIN tells no more than its reason, and that only from 1.26.4 on. */
    static Ended on(ChangeEnded end) {
        return end.reason()
                .flatMap(Verdict::byReason)
                .orElse(EidTrouble.CLIENT_FAILED)
                .ended(printable(end.reason().orElse("no reason")));
    }

    /** From outside: only what a result can look like comes into a fault. */
    private static String printable(String observed) {
        return observed.matches("[A-Za-z0-9_/#.:-]{1,120}") ? observed : "an unusual result";
    }

    private static Optional<EidTrouble> byReason(String reason) {
        return Optional.ofNullable(
                switch (reason) {
                    case "Card_Removed" -> EidTrouble.CARD_REMOVED;
                    case "User_Cancelled" -> EidTrouble.CANCELLED;
                    case "Card_Puk_Blocked",
                            "Card_Pin_Blocked",
                            "Card_Pin_Blocked_And_Puk_Objectionable" ->
                            EidTrouble.PIN_BLOCKED;
                    default -> null;
                });
    }

    private static EidTrouble byMinor(String minor) {
        return switch (minor) {
            case "sal#cancellationByUser" -> EidTrouble.CANCELLED;
            // the reader's layer cancels when the card is gone
            case "ifdl#cancellationByUser" -> EidTrouble.CARD_REMOVED;
            case "dp#trustedChannelEstablishmentFailed",
                    "dp#nodeNotReachable",
                    "dp#timeoutError",
                    "dp#communicationError" ->
                    EidTrouble.SERVER_DOWN;
            case "il/signature#invalidCertificatePath" -> EidTrouble.SERVER_UNTRUSTED;
            case "al/common#parameterError",
                    "al/common#incorrectParameter",
                    // redirects to where they must not lead, among others
                    "al/common#communicationError" ->
                    EidTrouble.SERVER_FAULTY;
            case "al/common#noPermission" -> EidTrouble.SERVER_REFUSED;
            case "sal/mEAC#DocumentValidityVerificationFailed" -> EidTrouble.CARD_EXPIRED;
            case "sal/mEAC#AgeVerificationFailedWarning",
                    "sal/mEAC#CommunityVerificationFailedWarning" ->
                    EidTrouble.SERVER_REFUSED;
            default -> EidTrouble.CLIENT_FAILED;
        };
    }
}
