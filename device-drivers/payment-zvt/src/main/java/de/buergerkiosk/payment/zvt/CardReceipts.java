package de.buergerkiosk.payment.zvt;

import de.buergerkiosk.payment.zvt.wire.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the receipts of one payment, from text blocks and from single lines. */
final class CardReceipts {
    private final List<String> customer = new ArrayList<>();
    private final List<String> merchant = new ArrayList<>();
    private final List<String> unfinished = new ArrayList<>();

    void add(Message.PrintLine line) {
        unfinished.add(line.text());
        if (line.endsReceipt()) {
            finish(Message.Audience.UNSAID, List.copyOf(unfinished));
            unfinished.clear();
        }
    }

    void add(Message.TextBlock block) {
        finish(block.audience(), block.lines());
    }

    private void finish(Message.Audience audience, List<String> lines) {
        switch (audience) {
            case CUSTOMER -> customer.addAll(lines);
            case MERCHANT -> merchant.addAll(lines);
            case UNSAID -> (isForMerchant(lines) ? merchant : customer).addAll(lines);
        }
    }

    /** Single lines do not say for whom they are, but receipts do: H-Ä-N-D-L-E-R, Merchant copy. */
    private static boolean isForMerchant(List<String> lines) {
        String text = String.join(" ", lines).toUpperCase(Locale.ROOT).replace("-", "");
        return text.contains("HÄNDLER") || text.contains("HAENDLER") || text.contains("MERCHANT");
    }

    List<String> customer() {
        var lines = new ArrayList<>(customer);
        // a receipt whose last line was not marked as such is better kept than lost
        lines.addAll(unfinished);
        return lines;
    }

    List<String> merchant() {
        return List.copyOf(merchant);
    }
}
