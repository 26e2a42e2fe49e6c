package de.buergerkiosk.eid.simulated.server;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Lets nobody call but the eService whose certificate lies in the folder. */
final class ClientCertificateCheck extends X509ExtendedTrustManager {
    private final ServiceFolder folder;

    ClientCertificateCheck(ServiceFolder folder) {
        this.folder = folder;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        try {
            if (chain.length == 0 || !folder.isClient(chain[0])) {
                throw new CertificateException("this is not the eService of client.pem");
            }
        } catch (IOException e) {
            throw new CertificateException("client.pem cannot be read", e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        throw new CertificateException("a server calls nobody");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        throw new CertificateException("a server calls nobody");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("a server calls nobody");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
