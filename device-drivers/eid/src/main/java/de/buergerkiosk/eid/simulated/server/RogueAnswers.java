package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a rogue server puts into its messages instead of the right thing. */
final class RogueAnswers {
    private static final int OVERSIZED = 8 * 1024 * 1024;

    private RogueAnswers() {}

    static List<Bytes> certificates(ServerFault fault, List<Bytes> right, RandomGenerator chance) {
        return switch (fault) {
            case UNREADABLE_CERTIFICATE ->
                    List.of(Bytes.random(200, chance), Bytes.random(200, chance));
            case BAD_CERTIFICATE_SIGNATURE -> {
                var changed = new ArrayList<>(right);
                byte[] first = right.getFirst().toArray();
                first[first.length - 1] ^= 1;
                changed.set(0, Bytes.of(first));
                yield changed;
            }
            default -> right;
        };
    }

    static Bytes ephemeralKey(ServerFault fault, Bytes right) {
        if (fault != ServerFault.BAD_EPHEMERAL_KEY) {
            return right;
        }
        byte[] point = right.toArray();
        point[point.length - 1] ^= 1;
        return Bytes.of(point);
    }

    /** The first message as such a server writes it. */
    static String firstMessage(ServerFault fault, String right) {
        return switch (fault) {
            case MALFORMED_PAOS -> right.substring(0, right.length() / 2);
            case UNKNOWN_MESSAGE ->
                    right.replace("<DIDAuthenticate ", "<DIDDance ")
                            .replace("</DIDAuthenticate>", "</DIDDance>");
            case OVERSIZED_PAOS -> right.replace("PIN<", "P".repeat(OVERSIZED) + "<");
            case WRONG_ORDER -> {
                int from = right.indexOf("<DIDAuthenticate");
                int to = right.indexOf("</soap:Body>");
                yield right.substring(0, from)
                        + "<Transmit xmlns=\"urn:iso:std:iso-iec:24727:tech:schema\">"
                        + "<SlotHandle>00</SlotHandle><InputAPDUInfo><InputAPDU>"
                        + "00A4020C02011C</InputAPDU></InputAPDUInfo></Transmit>"
                        + right.substring(to);
            }
            default -> right;
        };
    }

    static String tcToken(ServerFault fault, String right) {
        return switch (fault) {
            case MALFORMED_TCTOKEN -> right.substring(0, right.length() / 2);
            case WRONG_BINDING -> right.replace("urn:liberty:paos:2006-08", "urn:example:other");
            case PLAIN_SERVER_ADDRESS ->
                    right.replace("<ServerAddress>https:", "<ServerAddress>http:");
            case REFRESH_ELSEWHERE ->
                    right.replaceFirst(
                            "<RefreshAddress>https://[^/]*",
                            "<RefreshAddress>https://elsewhere.example");
            default -> right;
        };
    }
}
