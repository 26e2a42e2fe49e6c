package de.buergerkiosk.agent.enrol;

import de.buergerkiosk.contract.fleet.EnrolmentCode;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts exactly the centre whose authority the code names, and says afterwards what was wrong with
 * another one. The name of the server is checked by the caller of this class, as in all of HTTPS.
 */
final class PinnedTrust extends X509ExtendedTrustManager {
    private final EnrolmentCode code;
    private final Instant now;
    private final AtomicReference<Optional<EnrolTrouble>> trouble =
            new AtomicReference<>(Optional.empty());

    PinnedTrust(EnrolmentCode code, Instant now) {
        this.code = code;
        this.now = now;
    }

    /** Why the last server was not trusted, where we know better than TLS can say. */
    Optional<EnrolTrouble> trouble() {
        return trouble.get();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
            throws CertificateException {
        var authority = authority(chain);
        timely(chain[0]);
        delegate(authority).checkServerTrusted(chain, kind, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
            throws CertificateException {
        var authority = authority(chain);
        timely(chain[0]);
        delegate(authority).checkServerTrusted(chain, kind, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
            throws CertificateException {
        throw new CertificateException("a server is checked together with its connection");
    }

    private X509Certificate authority(X509Certificate[] chain) throws CertificateException {
        for (var certificate : chain) {
            if (code.pins(certificate.getEncoded())) {
                return certificate;
            }
        }
        throw refuse(
                "ENR-CENTRE-FOREIGN",
                "the centre at this address is not the one that made the code: its authority has"
                        + " another fingerprint. Nothing was sent to it. Check --centre, and that"
                        + " nobody sits in between; a code of another centre does not fit here");
    }

    /** Years off, TLS would only say that a certificate is invalid. */
    private void timely(X509Certificate certificate) throws CertificateException {
        try {
            certificate.checkValidity(java.util.Date.from(now));
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            throw refuse(
                    "ENR-CLOCK-OFF",
                    "this machine's clock says "
                            + now
                            + ", and the centre's certificate is valid from "
                            + certificate.getNotBefore().toInstant()
                            + " to "
                            + certificate.getNotAfter().toInstant()
                            + ". Set the clock of the machine that is wrong (timedatectl), then"
                            + " try again; the code still counts");
        }
    }

    private CertificateException refuse(String code, String message) {
        var known = new EnrolTrouble(code, message);
        trouble.set(Optional.of(known));
        return new CertificateException(known.getMessage());
    }

    private static X509ExtendedTrustManager delegate(X509Certificate authority)
            throws CertificateException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("city", authority);
            var factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new CertificateException("no PKIX", e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("this side has no clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
            throws CertificateException {
        throw new CertificateException("this side has no clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind)
            throws CertificateException {
        throw new CertificateException("this side has no clients");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
