package de.buergerkiosk.scanner;

import de.buergerkiosk.ports.Personal;
import de.buergerkiosk.ports.scan.ScanOutcome.Why;
import de.buergerkiosk.ports.scan.ScannedCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Puts bytes together to messages: AIM id, text, CR. Keeps no more of a message than may pass, and
 * nothing of it when it is over; only its hash tells whether the next one is the same.
 */
final class CodeDecoder {
    private static final int CR = '\r';
    private static final int LF = '\n';

    /** The name of a character set may stand between AIM id and text. */
    private static final int CHARACTER_SET = 7;

    private static final int KEPT_MAX = AimId.LENGTH + CHARACTER_SET + ScannedCode.TEXT_MAX;

    private final byte[] kept = new byte[KEPT_MAX];
    private final MessageDigest digest = sha256();
    private int length;
    private String fingerprint = "";
    private String redacted = "";

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Whether a message has begun and not ended. */
    boolean isInside() {
        return length > 0;
    }

    /** The message that this byte ends, if it ends one. */
    Optional<Message> feed(byte octet) {
        if (length == 0 && (octet == CR || octet == LF)) {
            return Optional.empty();
        }
        if (octet == CR) {
            return Optional.of(end());
        }
        if (length < KEPT_MAX) {
            kept[length] = octet;
        }
        length = length == Integer.MAX_VALUE ? length : length + 1;
        digest.update(octet);
        return Optional.empty();
    }

    private Message end() {
        Message message = judged();
        redacted = blackened();
        fingerprint = HexFormat.of().formatHex(digest.digest());
        forget();
        return message;
    }

    /** Of the last message: the same for the same bytes. */
    String fingerprint() {
        return fingerprint;
    }

    /** What has begun does not count. */
    void forget() {
        Arrays.fill(kept, (byte) 0);
        digest.reset();
        length = 0;
    }

    private Message judged() {
        // Of each byte one character: what is no ASCII is no character that may pass.
        var all = new String(kept, 0, Math.min(length, KEPT_MAX), StandardCharsets.ISO_8859_1);
        var aim = all.substring(0, Math.min(AimId.LENGTH, all.length()));
        if (!AimId.isOne(aim)) {
            return new Message.Bare();
        }
        var kind = AimId.kind(aim);
        if (kind.isEmpty()) {
            return new Message.Unfit(Why.OTHER_KIND);
        }
        var text = AimId.text(aim, all.substring(AimId.LENGTH));
        if (length > KEPT_MAX || text.length() > ScannedCode.TEXT_MAX) {
            return new Message.Unfit(Why.TOO_LONG);
        }
        if (text.isEmpty() || !text.chars().allMatch(ScannedCode::isAllowed)) {
            return new Message.Unfit(Why.FORBIDDEN_CHARACTER);
        }
        return new Message.Code(new ScannedCode(kind.get(), Personal.of(text)));
    }

    /** The last message for a trace: its AIM id, and a star for each further byte; hex. */
    String redacted() {
        return redacted;
    }

    private String blackened() {
        var start = new String(kept, 0, AimId.LENGTH, StandardCharsets.ISO_8859_1);
        int shown = AimId.isOne(start) ? AimId.LENGTH : 0;
        return HexFormat.of().withUpperCase().formatHex(kept, 0, shown)
                + "2A".repeat(Math.max(0, Math.min(length, KEPT_MAX) - shown))
                + "0D";
    }
}
