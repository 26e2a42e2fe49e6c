package de.buergerkiosk.eid.simulated.client;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Symmetric;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bouncycastle.tls.BasicTlsPSKIdentity;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.PSKTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerOnlyTlsAuthentication;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** The two kinds of TLS that eID servers speak; both remember which certificate they met. */
final class TlsChannels {
    private TlsChannels() {}

    static HttpCalls plain(Socket socket, String host, Set<Bytes> hashes) throws IOException {
        try {
            var context = SSLContext.getInstance("TLSv1.2");
            context.init(null, new TrustManager[] {new Remembering(hashes)}, null);
            var secured =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(socket, host, socket.getPort(), true);
            secured.setEnabledProtocols(new String[] {"TLSv1.2"});
            secured.startHandshake();
            return new HttpCalls(secured.getInputStream(), secured.getOutputStream());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS 1.2 cannot be set up", e);
        }
    }

    /** Trusts nobody by itself: the certificate description decides later, by the hash. */
    private static final class Remembering extends X509ExtendedTrustManager {
        private final Set<Bytes> hashes;

        Remembering(Set<Bytes> hashes) {
            this.hashes = hashes;
        }

        private void remember(X509Certificate[] chain) throws CertificateException {
            hashes.add(Symmetric.sha256(Bytes.of(chain[0].getEncoded())));
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            remember(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            remember(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            remember(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            throw new CertificateException("a client has no clients");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("a client has no clients");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("a client has no clients");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    static HttpCalls keyed(
            Socket socket, String identity, Bytes key, SecureRandom chance, Set<Bytes> hashes)
            throws IOException {
        var protocol = new TlsClientProtocol(socket.getInputStream(), socket.getOutputStream());
        protocol.connect(new Keyed(identity, key, chance, hashes));
        return new HttpCalls(protocol.getInputStream(), protocol.getOutputStream());
    }

    private static final class Keyed extends PSKTlsClient {
        private final Set<Bytes> hashes;

        Keyed(String identity, Bytes key, SecureRandom chance, Set<Bytes> hashes) {
            super(
                    new BcTlsCrypto(chance),
                    new BasicTlsPSKIdentity(
                            identity.getBytes(StandardCharsets.ISO_8859_1), key.toArray()));
            this.hashes = hashes;
        }

        @Override
        protected ProtocolVersion[] getSupportedVersions() {
            return ProtocolVersion.TLSv12.only();
        }

        @Override
        protected int[] getSupportedCipherSuites() {
            return new int[] {
                CipherSuite.TLS_RSA_PSK_WITH_AES_256_GCM_SHA384,
                CipherSuite.TLS_RSA_PSK_WITH_AES_256_CBC_SHA384
            };
        }

        @Override
        public TlsAuthentication getAuthentication() {
            return new ServerOnlyTlsAuthentication() {
                @Override
                public void notifyServerCertificate(TlsServerCertificate certificate)
                        throws IOException {
                    byte[] first = certificate.getCertificate().getCertificateAt(0).getEncoded();
                    hashes.add(Symmetric.sha256(Bytes.of(first)));
                }
            };
        }
    }
}
