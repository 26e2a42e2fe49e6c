package de.buergerkiosk.courier;

import de.buergerkiosk.contract.filing.FilingId;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.receipt.DeliveryReceipt;
import de.buergerkiosk.contract.receipt.ReceiptSigner;
import de.buergerkiosk.contract.receipt.ReceiptVerifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A centre that keeps the rules of the device door in memory, behind a line that a test bends. */
final class ModelCentre implements CentreLine {
    private final ReceiptSigner signer = ReceiptSigner.of(ReceiptSigner.newKey());
    private final Map<FilingId, String> digests = new HashMap<>();
    private final Map<FilingId, String> receipts = new HashMap<>();
    final List<FilingId> calls = new ArrayList<>();
    private Function<Parcel, Reply> weather = this::keep;

    ReceiptVerifier verifier() {
        return ReceiptVerifier.of(signer.verificationKey());
    }

    /** What happens to parcels from now on; {@link #keep} is good weather. */
    void weather(Function<Parcel, Reply> next) {
        weather = next;
    }

    int kept() {
        return receipts.size();
    }

    @Override
    public synchronized Reply put(Parcel parcel) {
        calls.add(parcel.id());
        return weather.apply(parcel);
    }

    Reply keep(Parcel parcel) {
        var digest = CanonicalJson.sha256(parcel.body());
        var known = digests.putIfAbsent(parcel.id(), digest);
        if (known != null && !known.equals(digest)) {
            return new Reply.Conflict("other content under this number");
        }
        var receipt =
                receipts.computeIfAbsent(
                        parcel.id(),
                        id ->
                                signer.sign(
                                        new DeliveryReceipt(
                                                id,
                                                digest,
                                                Instant.parse("2026-11-23T12:00:00Z"),
                                                "2026-" + digests.size())));
        return new Reply.Receipt(receipt);
    }

    static Reply down(Parcel ignored) {
        return new Reply.Unreachable("connection refused");
    }
}
