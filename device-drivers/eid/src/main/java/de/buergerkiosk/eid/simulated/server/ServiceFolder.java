package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.pki.CertificateDescription;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an eID server and the eService that it works for tell each other once, as a folder. The
 * eService leaves {@code service.json} (its address, and the hashes of its TLS certificates) and
 * {@code client.pem} (the certificate that it calls with); the server leaves {@code server.json} (the
 * address of its eID-Interface) and {@code server.pem}. Read anew each time, so that the two start in
 * any order.
 */
final class ServiceFolder {
    private static final int BYTES_MAX = 64 << 10;
    private static final int HASHES_MAX = 8;

    private final Path folder;

    ServiceFolder(Path folder) {
        this.folder = folder;
    }

    /** Says where the eID-Interface is, and by which certificate it is known. */
    void announce(URI eidInterface, X509Certificate certificate) throws IOException {
        Files.createDirectories(folder);
        try {
            String body =
                    Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(certificate.getEncoded());
            write(
                    "server.pem",
                    "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
        } catch (CertificateException e) {
            throw new IllegalStateException("our own certificate cannot be encoded", e);
        }
        var json = JsonMapper.shared().createObjectNode();
        json.put("v", 1).put("eidInterface", eidInterface.toString());
        write("server.json", JsonMapper.shared().writeValueAsString(json));
    }

    private void write(String name, String content) throws IOException {
        Path fresh = folder.resolve(name + ".new");
        Files.writeString(fresh, content);
        Files.move(
                fresh,
                folder.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** The description of the eService: its address, its TLS certificates and ours. */
    CertificateDescription description(CertificateDescription shipped, Bytes ownHash)
            throws IOException {
        try {
            JsonNode service = JsonMapper.shared().readTree(bytes("service.json"));
            var hashes = new ArrayList<Bytes>();
            for (JsonNode each : service.path("tlsCertificates").values()) {
                hashes.add(hash(each.asString()));
            }
            if (hashes.isEmpty() || hashes.size() > HASHES_MAX) {
                throw new IOException("service.json names no TLS certificates");
            }
            hashes.add(ownHash);
            return new CertificateDescription(
                    shipped.issuerName(),
                    shipped.issuerUrl(),
                    shipped.subjectName(),
                    address(service.path("url").asString()),
                    shipped.termsOfUsage(),
                    List.copyOf(hashes));
        } catch (JacksonException e) {
            throw new IOException("service.json is not JSON", e);
        }
    }

    private static Bytes hash(String text) throws IOException {
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IOException("service.json names a hash that is none");
        }
        return Bytes.literal(text);
    }

    private static String address(String text) throws IOException {
        if (!text.matches("https://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?")) {
            throw new IOException("service.json names no address of an eService");
        }
        return text;
    }

    /** Whether that is the eService. */
    boolean isClient(X509Certificate certificate) throws IOException {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(bytes("client.pem")))
                    .equals(certificate);
        } catch (CertificateException e) {
            throw new IOException("client.pem is not a certificate", e);
        }
    }

    private byte[] bytes(String name) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            byte[] content = in.readNBytes(BYTES_MAX + 1);
            if (content.length > BYTES_MAX) {
                throw new IOException(name + " is longer than " + BYTES_MAX + " bytes");
            }
            return content;
        }
    }
}
