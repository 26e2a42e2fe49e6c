package de.buergerkiosk.central.trust;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * What eService and eID server tell each other once, as a folder: ours are {@code client.pem} with
 * {@code client.key.pem} (who calls) and {@code service.json} (our address for eID clients, and the
 * hashes of its TLS certificates, which belong into the authorisation certificate's description);
 * theirs are {@code server.json} (address of the eID-Interface) and {@code server.pem} (the only
 * certificate or authority that is trusted there). Theirs are read at each call, so an eID server can
 * be connected while the centre runs.
 */
public final class EidFolder {
    private static final int BYTES_MAX = 256 << 10;

    private final Path folder;
    private Optional<Read> read = Optional.empty();

    private EidFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens the folder; makes it, and the eService's own certificate, where missing.
     *
     * @throws IOException when it cannot be written
     */
    static EidFolder in(Path folder, CertificateAuthority authority)
            throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        if (!Files.exists(folder.resolve("client.pem"))) {
            var issued = authority.unattached("Bürgerkiosk eService");
            SecretFile.write(
                    folder.resolve("client.key.pem"), CertificateAuthority.pem(issued.key()));
            SecretFile.write(
                    folder.resolve("client.pem"), CertificateAuthority.pem(issued.certificate()));
        }
        return new EidFolder(folder);
    }

    /** Tells the eID server who we are; written anew when it changed. */
    public void announce(URI url, List<X509Certificate> tls) throws IOException {
        try {
            var json = CanonicalJson.object().put("v", 1).put("url", url.toString());
            var hashes = json.putArray("tlsCertificates");
            for (var certificate : tls) {
                hashes.add(CanonicalJson.sha256(certificate.getEncoded()));
            }
            SecretFile.write(folder.resolve("service.json"), CanonicalJson.text(json));
        } catch (GeneralSecurityException e) {
            throw new IOException("a certificate that cannot be encoded", e);
        }
    }

    /** What the eID server has told. */
    public sealed interface Server {
        record At(URI eidInterface, SSLContext tls) implements Server {}

        record Missing(String why) implements Server {}
    }

    private record Content(String json, String trusted, String certificate, String key) {
        @Override
        public String toString() {
            return "Content";
        }
    }

    private record Read(Content files, Server.At server) {}

    /** Read now; the same object as before when nothing changed. */
    public synchronized Server server() {
        try {
            var files =
                    new Content(
                            text("server.json"),
                            text("server.pem"),
                            text("client.pem"),
                            text("client.key.pem"));
            if (read.isEmpty() || !read.get().files().equals(files)) {
                read = Optional.of(new Read(files, new Server.At(address(files), tls(files))));
            }
            return read.get().server();
        } catch (NoSuchFileException e) {
            return new Server.Missing(folder + " has no " + Path.of(e.getFile()).getFileName());
        } catch (IOException | MalformedDocument e) {
            return new Server.Missing(folder + ": " + e.getMessage());
        } catch (GeneralSecurityException e) {
            return new Server.Missing(folder + ": a key or certificate is not usable");
        }
    }

    private static URI address(Content files) {
        var fields = Fields.of(CanonicalJson.read(files.json(), BYTES_MAX)).version(1);
        var text = fields.text("eidInterface");
        fields.end();
        try {
            var address = new URI(text);
            if ("https".equals(address.getScheme()) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new MalformedDocument("eidInterface", "is not an address: " + e.getReason());
        }
        throw new MalformedDocument("eidInterface", "must begin with https://");
    }

    private static SSLContext tls(Content files) throws IOException, GeneralSecurityException {
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry(
                "client",
                CertificateAuthority.privateKey(files.key(), "client.key.pem"),
                new char[0],
                certificates(files.certificate()).toArray(Certificate[]::new));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, new char[0]);
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        int count = 0;
        for (var each : certificates(files.trusted())) {
            trusted.setCertificateEntry("server" + count, each);
            count++;
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static List<Certificate> certificates(String pem) throws GeneralSecurityException {
        return List.copyOf(
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(
                                new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))));
    }

    private String text(String name) throws IOException {
        try (var in = Files.newInputStream(folder.resolve(name))) {
            return new String(in.readNBytes(BYTES_MAX), StandardCharsets.UTF_8);
        }
    }
}
