package de.buergerkiosk.contract.bundle;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who signed, with both signatures of each over the exact bytes of the targets. The public keys
 * come along, which proves nothing but tells apart what was altered (the signature does not fit the
 * key beside it) from what somebody else signed (it fits, and the root does not know the key).
 */
record Signatures(List<One> all) {
    private static final int ED25519_BYTES = 64;
    private static final int ML_DSA_BYTES = 3_309;

    /** Set before the signed bytes, so that a signature of anything else never fits a bundle. */
    private static final byte[] PURPOSE =
            "buergerkiosk-bundle-targets-1\n".getBytes(StandardCharsets.US_ASCII);

    record One(SignerKey signer, Optional<byte[]> ed25519, Optional<byte[]> mlDsa) {}

    Signatures {
        all = List.copyOf(all);
    }

    static Signatures over(byte[] targets, List<SignerSecret> secrets) {
        var message = message(targets);
        return new Signatures(
                secrets.stream()
                        .map(secret ->
                                new One(
                                        secret.open(),
                                        Optional.of(secret.signEd25519(message)),
                                        Optional.of(secret.signMlDsa(message))))
                        .toList());
    }

    byte[] json() {
        var json = CanonicalJson.object().put("v", 1);
        var array = json.putArray("signers");
        for (var one : all) {
            var item = array.addObject();
            one.signer().into(item.putObject("keys"));
            var made = item.putObject("signatures");
            one.ed25519().ifPresent(s -> made.put("ed25519", encoded(s)));
            one.mlDsa().ifPresent(s -> made.put("mlDsa65", encoded(s)));
        }
        return CanonicalJson.bytes(json);
    }

    /** Nothing signs these bytes, so they must be the only spelling of what they say. */
    static Signatures parse(byte[] json) {
        var document = CanonicalJson.read(json, Container.SIGNATURES_BYTES_MAX);
        if (!Arrays.equals(CanonicalJson.bytes(document), json)) {
            throw new MalformedDocument("signatures", "must be canonical JSON");
        }
        var fields = Fields.of(document).version(1);
        var all = new ArrayList<One>();
        for (var item : fields.objects("signers", Root.SIGNERS_MAX)) {
            var keys = item.object("keys");
            var signer = SignerKey.from(keys);
            keys.end();
            var made = item.object("signatures");
            all.add(
                    new One(
                            signer,
                            signature(made, "ed25519", ED25519_BYTES),
                            signature(made, "mlDsa65", ML_DSA_BYTES)));
            made.end();
            item.end();
        }
        fields.end();
        return new Signatures(all);
    }

    /** The signers, after both signatures of each of them were found to be theirs. */
    Set<SignerKey> signersOf(byte[] targets) throws Refusal {
        if (all.isEmpty()) {
            throw new Refusal(Reason.TAMPERED, "nobody has signed it");
        }
        var message = message(targets);
        var signers = new HashSet<SignerKey>();
        for (var one : all) {
            check(one, "Ed25519", one.ed25519().map(s -> one.signer().madeEd25519(message, s)));
            check(one, "ML-DSA-65", one.mlDsa().map(s -> one.signer().madeMlDsa(message, s)));
            if (!signers.add(one.signer())) {
                throw new Refusal(Reason.MALFORMED, "one signer stands there twice");
            }
        }
        return signers;
    }

    /** For people who look without trusting. */
    List<BundleView.SeenSigner> seen(byte[] targets) {
        var message = message(targets);
        return all.stream()
                .map(one ->
                        new BundleView.SeenSigner(
                                one.signer().fingerprint(),
                                one.ed25519()
                                        .filter(s -> one.signer().madeEd25519(message, s))
                                        .isPresent(),
                                one.mlDsa()
                                        .filter(s -> one.signer().madeMlDsa(message, s))
                                        .isPresent()))
                .toList();
    }

    private static void check(One one, String algorithm, Optional<Boolean> made) throws Refusal {
        if (made.isEmpty()) {
            throw new Refusal(
                    Reason.TAMPERED,
                    "the %s signature of %s is missing; both are required"
                            .formatted(algorithm, one.signer()));
        }
        if (!made.get()) {
            throw new Refusal(
                    Reason.TAMPERED,
                    "the %s signature of %s does not belong to these bytes"
                            .formatted(algorithm, one.signer()));
        }
    }

    private static byte[] message(byte[] targets) {
        var message = Arrays.copyOf(PURPOSE, PURPOSE.length + targets.length);
        System.arraycopy(targets, 0, message, PURPOSE.length, targets.length);
        return message;
    }

    private static Optional<byte[]> signature(Fields made, String field, int bytes) {
        return made.textIfPresent(field).map(text -> SignerKey.decoded(field, text, bytes));
    }

    private static String encoded(byte[] signature) {
        return Base64.getEncoder().encodeToString(signature);
    }
}
