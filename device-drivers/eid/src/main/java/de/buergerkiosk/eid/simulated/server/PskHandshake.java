package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.PSKTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentialedDecryptor;
import org.bouncycastle.tls.TlsPSKIdentityManager;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedDecryptor;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** TLS 1.2 with RSA and a pre-shared key that belongs to one session (RFC 4279; TR-03124-1, 2.6). */
final class PskHandshake {
    private static final int[] SUITES = {
        CipherSuite.TLS_RSA_PSK_WITH_AES_256_GCM_SHA384,
        CipherSuite.TLS_RSA_PSK_WITH_AES_128_GCM_SHA256,
        CipherSuite.TLS_RSA_PSK_WITH_AES_256_CBC_SHA384,
        CipherSuite.TLS_RSA_PSK_WITH_AES_128_CBC_SHA256,
        CipherSuite.TLS_RSA_PSK_WITH_AES_256_CBC_SHA
    };

    private final BcTlsCrypto crypto;
    private final TlsIdentity identity;
    private final Function<String, Optional<Bytes>> keys;
    private final SecureRandom chance;

    PskHandshake(
            TlsIdentity identity, Function<String, Optional<Bytes>> keys, SecureRandom chance) {
        this.crypto = new BcTlsCrypto(chance);
        this.identity = identity;
        this.keys = keys;
        this.chance = chance;
    }

    /** A channel, and the session whose key opened it. */
    record Agreed(TlsServerProtocol protocol, String session) {}

    Agreed accept(Socket socket) throws IOException {
        var protocol = new TlsServerProtocol(socket.getInputStream(), socket.getOutputStream());
        var server = new Server();
        protocol.accept(server);
        return new Agreed(protocol, server.manager.session);
    }

    private final class Keys implements TlsPSKIdentityManager {
        private String session = "";

        @Override
        public byte[] getHint() {
            return new byte[0];
        }

        @Override
        public byte[] getPSK(byte[] identityOfClient) {
            session = new String(identityOfClient, StandardCharsets.ISO_8859_1);
            // an unknown session gets a key that nobody has, and so no channel
            return keys.apply(session).orElseGet(() -> Bytes.random(32, chance)).toArray();
        }
    }

    private final class Server extends PSKTlsServer {
        private final Keys manager;

        Server() {
            this(new Keys());
        }

        private Server(Keys manager) {
            super(PskHandshake.this.crypto, manager);
            this.manager = manager;
        }

        @Override
        protected ProtocolVersion[] getSupportedVersions() {
            return ProtocolVersion.TLSv12.only();
        }

        @Override
        protected int[] getSupportedCipherSuites() {
            return SUITES.clone();
        }

        @Override
        protected TlsCredentialedDecryptor getRSAEncryptionCredentials() throws IOException {
            TlsCertificate leaf =
                    PskHandshake.this.crypto.createCertificate(identity.encoded().toArray());
            return new BcDefaultTlsCredentialedDecryptor(
                    PskHandshake.this.crypto,
                    new Certificate(new TlsCertificate[] {leaf}),
                    PrivateKeyFactory.createKey(identity.keys().getPrivate().getEncoded()));
        }
    }
}
