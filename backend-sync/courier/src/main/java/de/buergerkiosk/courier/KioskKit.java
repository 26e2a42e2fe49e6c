package de.buergerkiosk.courier;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import de.buergerkiosk.contract.receipt.ReceiptVerifier;
import de.buergerkiosk.contract.seal.OfficeKeys;
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
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the centre hands to a kiosk, read from its folder: {@code kiosk.json} (number and address),
 * {@code kiosk.p12} with {@code kiosk.password} (the kiosk's certificate), {@code ca.pem} (the only
 * authority it trusts), {@code offices.jwks.json} (keys to seal with) and {@code
 * receipt-key.jwk.json} (key that receipts must be signed with).
 *
 * @param deviceDoor such as {@code https://localhost:8443}
 * @param tls TLS with the kiosk's certificate, trusting the city's authority alone
 */
public record KioskKit(
        String kioskId,
        URI deviceDoor,
        OfficeKeys offices,
        ReceiptVerifier receipts,
        SSLContext tls) {
    private static final int FILE_BYTES_MAX = 1_000_000;

    /**
     * Reads the folder.
     *
     * @throws KitUnreadable naming the file and the cure
     */
    public static KioskKit read(Path folder) throws KitUnreadable {
        var config = Fields.of(json(folder, "kiosk.json"));
        try {
            var id = Checks.slug("kioskId", config.version(1).text("kioskId"));
            var door = door(config.text("deviceDoor"));
            config.end();
            return new KioskKit(id, door, offices(folder), receipts(folder), tls(folder));
        } catch (MalformedDocument e) {
            throw new KitUnreadable(folder.resolve("kiosk.json"), e.getMessage());
        }
    }

    private static OfficeKeys offices(Path folder) throws KitUnreadable {
        try {
            return OfficeKeys.parse(text(folder, "offices.jwks.json"));
        } catch (MalformedDocument e) {
            throw new KitUnreadable(folder.resolve("offices.jwks.json"), e.getMessage());
        }
    }

    private static ReceiptVerifier receipts(Path folder) throws KitUnreadable {
        try {
            return ReceiptVerifier.of(text(folder, "receipt-key.jwk.json"));
        } catch (MalformedDocument e) {
            throw new KitUnreadable(folder.resolve("receipt-key.jwk.json"), e.getMessage());
        }
    }

    private static URI door(String text) {
        try {
            var door = new URI(text);
            if ("https".equals(door.getScheme())
                    && door.getHost() != null
                    && (door.getPath() == null || door.getPath().isEmpty())) {
                return door;
            }
        } catch (URISyntaxException e) {
            throw new MalformedDocument("deviceDoor", "is not an address: " + e.getReason());
        }
        throw new MalformedDocument("deviceDoor", "must be like https://centre.example:8443");
    }

    private static SSLContext tls(Path folder) throws KitUnreadable {
        var password = text(folder, "kiosk.password").strip().toCharArray();
        var own = store(folder, password);
        var trusted = authority(folder);
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, password);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new KitUnreadable(folder.resolve("kiosk.p12"), "holds no usable certificate");
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private static KeyStore store(Path folder, char[] password) throws KitUnreadable {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes(folder, "kiosk.p12")), password);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new KitUnreadable(
                    folder.resolve("kiosk.p12"), "does not open with kiosk.password");
        }
    }

    private static KeyStore authority(Path folder) throws KitUnreadable {
        try {
            var certificate =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(bytes(folder, "ca.pem")));
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("city", certificate);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new KitUnreadable(folder.resolve("ca.pem"), "is not a certificate in PEM form");
        }
    }

    private static ObjectNode json(Path folder, String name) throws KitUnreadable {
        try {
            return CanonicalJson.read(bytes(folder, name), FILE_BYTES_MAX);
        } catch (MalformedDocument e) {
            throw new KitUnreadable(folder.resolve(name), e.getMessage());
        }
    }

    private static String text(Path folder, String name) throws KitUnreadable {
        return new String(bytes(folder, name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path folder, String name) throws KitUnreadable {
        var file = folder.resolve(name);
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(FILE_BYTES_MAX);
        } catch (NoSuchFileException e) {
            throw new KitUnreadable(file, "is missing");
        } catch (IOException e) {
            throw new KitUnreadable(file, "cannot be read: " + e.getClass().getSimpleName());
        }
    }
}
