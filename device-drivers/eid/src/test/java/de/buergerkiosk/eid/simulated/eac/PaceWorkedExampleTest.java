package de.buergerkiosk.eid.simulated.eac;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;

/** The worked example of ICAO 9303-11, appendix G.1: PACE over brainpoolP256r1 with AES-128. */
class PaceWorkedExampleTest {
    private static final Bytes PASSWORD = Bytes.literal("7E2D2A41C74EA0B38CD36F863939BFA8E9032AAD");
    private static final Bytes NONCE = Bytes.literal("3F00C4D39D153F2B2A214A078D899B22");
    private static final Bytes ENCRYPTED = Bytes.literal("95A3A016522EE98D01E76CB6B98B42C3");

    private static Curve.Key key(ECPoint generator, String secret) {
        var number = new BigInteger(secret, 16);
        return new Curve.Key(number, generator.multiply(number).normalize());
    }

    @Test
    void theNonceIsEncryptedUnderThePassword() throws Malformed {
        assertEquals("89DED1B26624EC1E634C1989302849DD", Symmetric.derive(3, PASSWORD).hex());
        assertEquals(ENCRYPTED.hex(), SessionKeys.encryptNonce(PASSWORD, NONCE).hex());
        assertEquals(NONCE, SessionKeys.decryptNonce(PASSWORD, ENCRYPTED));
    }

    @Test
    void bothSidesComeToTheSameKeysAndTokens() throws Malformed {
        Curve.Key terminalMapping =
                key(
                        Curve.DOMAIN.getG(),
                        "7F4EF07B9EA82FD78AD689B38D0BC78CF21F249D953BC46F4C6E19259C010F99");
        Curve.Key chipMapping =
                key(
                        Curve.DOMAIN.getG(),
                        "498FF49756F2DC1587840041839A85982BE7761D14715FB091EFA7BCE9058560");
        ECPoint generator = Curve.mapped(NONCE, Curve.agree(terminalMapping, chipMapping.point()));
        Curve.Key terminal =
                key(generator, "A73FB703AC1436A18E0CFA5ABB3F7BEC7A070E7A6788486BEE230C4A22762595");
        Curve.Key chip =
                key(generator, "107CF58696EF6155053340FD633392BA81909DF7B9706F226F32086C7AFF974A");

        Bytes secret = Curve.compressed(Curve.agree(terminal, chip.point()));
        assertEquals(
                "28768D20701247DAE81804C9E780EDE582A9996DB4A315020B2733197DB84925", secret.hex());
        assertEquals(secret, Curve.compressed(Curve.agree(chip, terminal.point())));

        SessionKeys keys = SessionKeys.derive(secret, Bytes.EMPTY);
        assertEquals("F5F0E35C0D7161EE6724EE513A0D9A7F", keys.encryption().hex());
        assertEquals("FE251C7858B356B24514B3BD5F4297D1", keys.authentication().hex());
        assertEquals(
                "C2B0BD78D94BA866",
                keys.token(Oids.PACE_ECDH_GM_AES_CBC_CMAC_128, chip.encoded()).hex());
        assertEquals(
                "3ABB9674BCE93C08",
                keys.token(Oids.PACE_ECDH_GM_AES_CBC_CMAC_128, terminal.encoded()).hex());
    }
}
