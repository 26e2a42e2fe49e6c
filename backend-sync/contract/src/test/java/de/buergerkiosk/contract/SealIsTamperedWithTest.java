package de.buergerkiosk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import de.buergerkiosk.contract.seal.Seal;
import de.buergerkiosk.contract.seal.SealBroken;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SealIsTamperedWithTest {
    private static final String JWE =
            Seal.seal(Examples.content(), Examples.ID, Examples.TRAFFIC.open());

    @Test
    void untouchedSealOpensForItsOffice() throws Exception {
        assertEquals(Examples.content(), Seal.open(JWE, Examples.ID, Examples.TRAFFIC));
    }

    @Test
    void eachPartIsGuarded() {
        for (int part = 0; part < 5; part++) {
            var parts = JWE.split("\\.", -1);
            var middle = parts[part].length() / 2;
            var old = parts[part].charAt(middle);
            parts[part] =
                    parts[part].substring(0, middle)
                            + (old == 'A' ? 'B' : 'A')
                            + parts[part].substring(middle + 1);
            var tampered = String.join(".", parts);
            assertThrows(
                    SealBroken.class,
                    () -> Seal.open(tampered, Examples.ID, Examples.TRAFFIC),
                    "part " + part);
        }
    }

    @Test
    void sealOfAnotherFilingIsRefused() {
        var thrown =
                assertThrows(
                        SealBroken.class,
                        () -> Seal.open(JWE, Examples.OTHER_ID, Examples.TRAFFIC));
        assertTrue(thrown.getMessage().contains("another filing"), thrown.getMessage());
    }

    @Test
    void anotherOfficeCannotOpenIt() {
        assertThrows(SealBroken.class, () -> Seal.open(JWE, Examples.ID, Examples.WASTE));
    }

    @Test
    void weakerAlgorithmIsRefusedThoughTheKeyWouldOpenIt() throws Exception {
        var header =
                new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM)
                        .keyID("traffic-office")
                        .customParam("filing", Examples.ID.toString())
                        .customParam("v", 1)
                        .build();
        var jwe = new JWEObject(header, new Payload(Examples.content().json()));
        jwe.encrypt(new RSAEncrypter(Examples.TRAFFIC.open().key()));
        var weak = jwe.serialize();
        assertThrows(SealBroken.class, () -> Seal.open(weak, Examples.ID, Examples.TRAFFIC));
    }

    @Test
    void junkIsRefused() {
        for (var junk : new String[] {"", ".", "a.b.c.d.e", "....", "x".repeat(1_000_001)}) {
            assertThrows(
                    SealBroken.class, () -> Seal.open(junk, Examples.ID, Examples.TRAFFIC), junk);
        }
    }

    @Test
    void nothingOfTheContentShowsInTheSealOrInLogs() {
        assertFalse(JWE.contains("Mustermann"));
        assertEquals("[personal]", Examples.content().toString());
        assertEquals("[personal]", Examples.content().summary().getFirst().toString());
        assertFalse(Examples.TRAFFIC.toString().contains("\"d\""));
        assertEquals(
                20,
                IntStream.range(0, 20)
                        .mapToObj(i ->
                                Seal.seal(Examples.content(), Examples.ID, Examples.TRAFFIC.open()))
                        .distinct()
                        .count(),
                "equal contents must not look equal");
    }
}
