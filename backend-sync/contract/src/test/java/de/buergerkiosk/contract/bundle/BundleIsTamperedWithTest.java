package de.buergerkiosk.contract.bundle;

import static de.buergerkiosk.contract.bundle.BundleExamples.CITY;
import static de.buergerkiosk.contract.bundle.BundleExamples.DEPUTY;
import static de.buergerkiosk.contract.bundle.BundleExamples.ROOT;
import static de.buergerkiosk.contract.bundle.BundleExamples.STRANGER;
import static de.buergerkiosk.contract.bundle.BundleExamples.bundle;
import static de.buergerkiosk.contract.bundle.BundleExamples.reason;
import static de.buergerkiosk.contract.bundle.BundleExamples.usual;
import static de.buergerkiosk.contract.bundle.BundleExamples.valid;
import static de.buergerkiosk.contract.bundle.BundleExamples.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.contract.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class BundleIsTamperedWithTest {
    private static final Audience ALL = Audience.ofEveryone();
    private static final Set<String> ALTERED = Set.of("tampered", "malformed");

    private static Container cut(byte[] bundle) {
        try {
            return Container.cut(bundle);
        } catch (Refusal e) {
            throw new AssertionError(e);
        }
    }

    /** The same bundle with other signatures. */
    private static byte[] with(byte[] bundle, Signatures.One... signatures) {
        var parts = cut(bundle);
        return new Container(
                        parts.targets(), new Signatures(List.of(signatures)).json(), parts.files())
                .bytes();
    }

    private static Signatures.One signature(byte[] bundle) {
        return Signatures.parse(cut(bundle).signatures()).all().getFirst();
    }

    @Test
    void oneThatNobodyTouchedIsTaken() {
        assertEquals(3, valid(verdict(usual())).files().size());
    }

    @Test
    void everyByteCounts() {
        var bundle = usual();
        var accepted = new TreeSet<String>();
        for (int at = 0; at < bundle.length; at++) {
            var altered = bundle.clone();
            altered[at] ^= (byte) (1 << at % 8);
            var found = verdict(altered);
            if (!(found instanceof BundleVerdict.Refused(var why, _))
                    || !ALTERED.contains(why.word())) {
                accepted.add("byte " + at + ": " + found);
            }
        }
        assertEquals(Set.of(), accepted);
    }

    @Test
    void everyBitOfTheHeaderCounts() {
        var bundle = usual();
        for (int bit = 0; bit < 8 * 90; bit++) {
            var altered = bundle.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            var found = reason(verdict(altered));
            assertTrue(ALTERED.contains(found), "bit " + bit + ": " + found);
        }
    }

    @Test
    void truncatedAnywhereItIsMalformed() {
        var bundle = usual();
        for (int length = 0; length < bundle.length; length += 1 + length / 50) {
            assertEquals("malformed", reason(verdict(Arrays.copyOf(bundle, length))));
        }
        assertEquals("malformed", reason(verdict(Arrays.copyOf(bundle, bundle.length - 1))));
    }

    @Test
    void anythingAppendedIsMalformed() {
        var bundle = usual();
        assertEquals("malformed", reason(verdict(Arrays.copyOf(bundle, bundle.length + 1))));
    }

    @Test
    void signaturesOfAnotherBundleDoNotFit() {
        var other = bundle(8, ALL, CITY);
        assertEquals("tampered", reason(verdict(with(usual(), signature(other)))));
    }

    @Test
    void filesOfAnotherBundleDoNotFit() {
        var bundle = usual();
        var parts = cut(bundle);
        var files = parts.files().clone();
        files[0] ^= 1;
        assertEquals(
                "tampered",
                reason(verdict(new Container(parts.targets(), parts.signatures(), files).bytes())));
        assertEquals(
                "tampered",
                reason(
                        verdict(
                                new Container(parts.targets(), parts.signatures(), new byte[0])
                                        .bytes())));
    }

    @Test
    void oneOfTheTwoSignaturesIsNotEnough() {
        var whole = signature(usual());
        var first = new Signatures.One(whole.signer(), whole.ed25519(), Optional.empty());
        var second = new Signatures.One(whole.signer(), Optional.empty(), whole.mlDsa());
        assertEquals("tampered", reason(verdict(with(usual(), first))));
        assertEquals("tampered", reason(verdict(with(usual(), second))));
        assertEquals("tampered", reason(verdict(with(usual()))));
        // the halves of one signer, as two entries
        assertEquals("tampered", reason(verdict(with(usual(), first, second))));
    }

    @Test
    void eachOfTheTwoSignaturesIsReallyLookedAt() {
        var whole = signature(usual());
        var other = signature(bundle(8, ALL, CITY));
        assertEquals(
                "tampered",
                reason(
                        verdict(
                                with(
                                        usual(),
                                        new Signatures.One(
                                                whole.signer(), whole.ed25519(), other.mlDsa())))));
        assertEquals(
                "tampered",
                reason(
                        verdict(
                                with(
                                        usual(),
                                        new Signatures.One(
                                                whole.signer(), other.ed25519(), whole.mlDsa())))));
    }

    @Test
    void signedByAStrangerItIsOfTheWrongRoot() {
        assertEquals("wrong-root", reason(verdict(bundle(7, ALL, STRANGER))));
    }

    @Test
    void halfAStrangerIsAStranger() throws Exception {
        // the city's Ed25519 key beside a key of the stranger's, each with a signature that fits
        var city = cut(bundle(7, ALL, CITY));
        var targets = city.targets();
        var mixed = SignerSecret.parse(mixed(CITY.json(), STRANGER.json()));
        var signatures = Signatures.over(targets, List.of(mixed));
        assertEquals(
                "wrong-root",
                reason(verdict(new Container(targets, signatures.json(), city.files()).bytes())));
        // and the keys of two signers whom the root knows, but not as one
        var pair = SignerSecret.parse(mixed(CITY.json(), DEPUTY.json()));
        assertEquals("wrong-root", reason(verdict(bundle(7, ALL, pair))));
    }

    /** Ed25519 of the one, ML-DSA of the other. */
    private static byte[] mixed(byte[] one, byte[] other) {
        var first = CanonicalJson.read(one, 1 << 16);
        var second = CanonicalJson.read(other, 1 << 16);
        for (var half : List.of("public", "private")) {
            ((ObjectNode) first.get(half)).set("mlDsa65", second.get(half).get("mlDsa65"));
        }
        return CanonicalJson.bytes(first);
    }

    @Test
    void whoSignsBesideTheCityDoesNoHarm() {
        valid(verdict(bundle(7, ALL, CITY, STRANGER)));
    }

    @Test
    void twoSignersAreTwoPeople() {
        var both = new Root("Musterstadt", 2, ROOT.signers());
        var expected = Expectation.nothing(BundleExamples.NOON);
        var verifier = new BundleVerifier(both);
        assertEquals(
                "wrong-root",
                reason(verifier.verify(BundleFile.of(bundle(7, ALL, CITY)), expected)));
        valid(verifier.verify(BundleFile.of(bundle(7, ALL, CITY, DEPUTY)), expected));
        var one = signature(bundle(7, ALL, CITY));
        assertEquals(
                "malformed",
                reason(
                        verifier.verify(
                                BundleFile.of(with(bundle(7, ALL, CITY), one, one)), expected)));
    }

    @Test
    void theSameBytesSpelledOtherwiseAreNotTheSame() {
        var parts = cut(usual());
        var spelled = new String(parts.signatures(), StandardCharsets.UTF_8);
        var loose = spelled.replaceFirst("\\{", "{ ");
        assertEquals(
                "malformed",
                reason(
                        verdict(
                                new Container(
                                                parts.targets(),
                                                loose.getBytes(StandardCharsets.UTF_8),
                                                parts.files())
                                        .bytes())));
    }
}
