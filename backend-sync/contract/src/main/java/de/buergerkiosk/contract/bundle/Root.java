package de.buergerkiosk.contract.bundle;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.util.HashSet;
import java.util.List;

/**
 * Whom a kiosk believes: the signers of a city and how many of them a bundle needs. A kiosk gets it
 * when it is enrolled, by a way that it trusts, and never from a bundle.
 *
 * @param name of the city or the fleet
 * @param threshold different signers that must have signed, at least 1
 */
public record Root(String name, int threshold, List<SignerKey> signers) {
    private static final int FILE_BYTES_MAX = 64 << 10;
    static final int SIGNERS_MAX = 8;

    public Root {
        Checks.filled("name", name, 120);
        signers = List.copyOf(signers);
        Checks.between("signers", signers.size(), 1, SIGNERS_MAX);
        Checks.between("threshold", threshold, 1, signers.size());
        if (new HashSet<>(signers).size() < signers.size()) {
            throw new MalformedDocument("signers", "has one signer twice");
        }
    }

    public byte[] json() {
        var json = CanonicalJson.object().put("v", 1).put("kind", "root");
        json.put("name", name).put("threshold", threshold);
        var array = json.putArray("signers");
        signers.forEach(signer -> signer.into(array.addObject()));
        return CanonicalJson.bytes(json);
    }

    /**
     * Reads strictly.
     *
     * @throws MalformedDocument naming the field
     */
    public static Root parse(byte[] json) {
        var fields = Fields.of(CanonicalJson.read(json, FILE_BYTES_MAX)).version(1);
        if (!fields.text("kind").equals("root")) {
            throw new MalformedDocument("kind", "must be root");
        }
        var signers =
                fields.objects("signers", SIGNERS_MAX).stream()
                        .map(item -> {
                            var key = SignerKey.from(item);
                            item.end();
                            return key;
                        })
                        .toList();
        var root = new Root(fields.text("name"), fields.smallNumber("threshold"), signers);
        fields.end();
        return root;
    }
}
