package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.ports.payment.PaymentProof;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The receipts of a paid payment in its DONE line, so that a kiosk that lost power before it printed
 * them still can. Card numbers are masked in them. Receipts too long for the line are left out.
 */
record KeptReceipts(List<String> customer, List<String> merchant) {
    private static final int WORDS_MAX = 7_000;

    KeptReceipts {
        customer = List.copyOf(customer);
        merchant = List.copyOf(merchant);
    }

    static KeptReceipts of(PaymentProof proof) {
        return new KeptReceipts(proof.customerReceipt(), proof.merchantReceipt());
    }

    /** With a blank in front; empty where there is nothing to keep. */
    String words() {
        String words = word("customer", customer) + word("merchant", merchant);
        return words.length() <= WORDS_MAX ? words : "";
    }

    private static String word(String key, List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return " " + key + "=" + Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    static KeptReceipts read(Map<String, String> words) {
        return new KeptReceipts(
                lines(words.getOrDefault("customer", "")),
                lines(words.getOrDefault("merchant", "")));
    }

    private static List<String> lines(String word) {
        if (word.isEmpty()) {
            return List.of();
        }
        byte[] text = Base64.getUrlDecoder().decode(word);
        return List.of(new String(text, StandardCharsets.UTF_8).split("\n", -1));
    }
}
