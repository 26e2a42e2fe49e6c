package de.buergerkiosk.payment.zvt.transport;

import de.buergerkiosk.payment.zvt.transport.WireException.Trouble;
import de.buergerkiosk.payment.zvt.wire.ForeignSpeechException.Speech;
import de.buergerkiosk.payment.zvt.wire.Octets;
import java.util.Set;

/** Names what is heard on a serial line instead of frames. */
final class ForeignSpeech {

    /** First bytes of APDUs, as they would come over TCP. */
    private static final Set<Integer> CONTROL_CLASSES = Set.of(0x04, 0x05, 0x06, 0x80, 0x84);

    private ForeignSpeech() {}

    static Trouble.Foreign name(Octets heard, long count) {
        int readable = 0;
        for (int i = 0; i < heard.length(); i++) {
            int octet = heard.at(i);
            readable += (octet >= 0x20 && octet < 0x7F) || octet == '\r' || octet == '\n' ? 1 : 0;
        }
        if (readable * 10 >= heard.length() * 9) {
            return new Trouble.Foreign(Speech.TEXT_BANNER, count + " bytes of readable text");
        }
        boolean unframed =
                heard.length() >= 3
                        && CONTROL_CLASSES.contains(heard.at(0))
                        && (heard.at(0) < 0x80 || heard.at(2) == 0);
        return new Trouble.Foreign(
                Speech.GARBAGE,
                unframed
                        ? "ZVT without the frame of the serial line, as over TCP"
                        : count + " bytes and no frame among them: another speed or protocol");
    }
}
