package de.buergerkiosk.agent.enrol;

import de.buergerkiosk.agent.DurableFile;
import de.buergerkiosk.contract.fleet.Enrolled;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;

/** The kit of a kiosk as files, in the form that {@code courier.KioskKit} reads. */
final class KitFolder {
    private static final int PASSWORD_BYTES = 24;

    private final Path folder;

    KitFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the whole kit beside its place, then puts it there.
     *
     * @throws GeneralSecurityException when certificate and key do not belong together
     */
    X509Certificate write(Enrolled kit, KeyPair key, SecureRandom chance)
            throws IOException, GeneralSecurityException {
        var own = certificate(kit.certificate());
        if (!Arrays.equals(own.getPublicKey().getEncoded(), key.getPublic().getEncoded())) {
            throw new GeneralSecurityException("the certificate is for another key");
        }
        var fresh = folder.resolveSibling(folder.getFileName() + ".new");
        remove(fresh);
        DurableFile.folder(fresh);
        var password = password(chance);
        put(fresh, "kiosk.password", password);
        DurableFile.write(
                fresh.resolve("kiosk.p12"),
                store(key, own, certificate(kit.authority()), password));
        put(fresh, "ca.pem", kit.authority());
        put(fresh, "offices.jwks.json", CanonicalJson.text(kit.offices()));
        put(fresh, "receipt-key.jwk.json", CanonicalJson.text(kit.receiptKey()));
        put(fresh, "root.json", CanonicalJson.text(kit.root()));
        var config = CanonicalJson.object().put("v", 1).put("kioskId", kit.kioskId());
        config.put("deviceDoor", kit.deviceDoor().toString());
        put(fresh, "kiosk.json", CanonicalJson.text(config));
        swap(fresh);
        return own;
    }

    /** A new certificate under the old password: one file, so one step. */
    X509Certificate renew(Enrolled kit, KeyPair key) throws IOException, GeneralSecurityException {
        var own = certificate(kit.certificate());
        if (!Arrays.equals(own.getPublicKey().getEncoded(), key.getPublic().getEncoded())) {
            throw new GeneralSecurityException("the certificate is for another key");
        }
        var password = Files.readString(folder.resolve("kiosk.password")).strip();
        var authority = certificate(Files.readString(folder.resolve("ca.pem")));
        DurableFile.write(folder.resolve("kiosk.p12"), store(key, own, authority, password));
        return own;
    }

    /** The certificate that the kit holds now. */
    X509Certificate certificate() throws IOException, GeneralSecurityException {
        var password = Files.readString(folder.resolve("kiosk.password")).strip().toCharArray();
        var store = KeyStore.getInstance("PKCS12");
        store.load(
                new ByteArrayInputStream(Files.readAllBytes(folder.resolve("kiosk.p12"))),
                password);
        if (store.getCertificate("kiosk") instanceof X509Certificate own) {
            return own;
        }
        throw new GeneralSecurityException("kiosk.p12 holds no certificate");
    }

    private void swap(Path fresh) throws IOException {
        var old = folder.resolveSibling(folder.getFileName() + ".old");
        remove(old);
        if (Files.exists(folder)) {
            Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        DurableFile.force(DurableFile.around(folder));
        remove(old);
    }

    private static void put(Path folder, String name, String text) throws IOException {
        DurableFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String password(SecureRandom chance) {
        var bytes = new byte[PASSWORD_BYTES];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] store(
            KeyPair key, X509Certificate own, X509Certificate authority, String password)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var secret = password.toCharArray();
        store.setKeyEntry("kiosk", key.getPrivate(), secret, new Certificate[] {own, authority});
        var out = new ByteArrayOutputStream();
        store.store(out, secret);
        return out.toByteArray();
    }

    private static X509Certificate certificate(String pem) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
    }

    private static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
