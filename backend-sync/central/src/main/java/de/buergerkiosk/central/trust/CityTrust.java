package de.buergerkiosk.central.trust;

import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.offices.Office;
import de.buergerkiosk.central.offices.OfficeDirectory;
import de.buergerkiosk.contract.bundle.Root;
import de.buergerkiosk.contract.bundle.SignerSecret;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.MalformedDocument;
import de.buergerkiosk.contract.receipt.ReceiptSigner;
import de.buergerkiosk.contract.seal.OfficeKey;
import de.buergerkiosk.contract.seal.OfficeKeys;
import de.buergerkiosk.contract.seal.OfficePrivateKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The city's keys under the centre's data folder: {@code trust} (authority, device door, receipt
 * key, the offices' public keys), {@code desk/keys} (the offices' private keys, for the desk alone),
 * {@code kits} (one folder per kiosk). Made where missing; what is there stays.
 */
public final class CityTrust {
    private static final int KIT_PASSWORD_BYTES = 24;
    private static final int PSEUDONYM_KEY_BYTES = 32;
    private static final Duration LAST_MONTH = Duration.ofDays(30);
    private static final int KEYS_BYTES_MAX = 1 << 20;

    private final Path data;
    private final Path trust;
    private final CertificateAuthority authority;
    private final ReceiptSigner signer;
    private final InstantSource clock;
    private final SecureRandom chance;
    private final Root root;

    private CityTrust(
            Path data,
            CertificateAuthority authority,
            ReceiptSigner signer,
            InstantSource clock,
            SecureRandom chance,
            Root root) {
        this.data = data;
        this.trust = data.resolve("trust");
        this.authority = authority;
        this.signer = signer;
        this.clock = clock;
        this.chance = chance;
        this.root = root;
    }

    /**
     * Opens or makes the trust of a data folder.
     *
     * @throws CentreTrouble when a file of it is damaged or cannot be written
     */
    public static CityTrust open(
            Path data, OfficeDirectory offices, InstantSource clock, SecureRandom chance)
            throws CentreTrouble {
        try {
            var folder = data.resolve("trust");
            SecretFile.folder(folder);
            var authority = CertificateAuthority.in(folder, clock, chance);
            var receiptKey = folder.resolve("receipt-key.private.jwk.json");
            if (!Files.exists(receiptKey)) {
                SecretFile.write(receiptKey, ReceiptSigner.newKey());
            }
            var signer = ReceiptSigner.of(Files.readString(receiptKey));
            var trust = new CityTrust(data, authority, signer, clock, chance, root(data));
            trust.makeOfficeKeys(offices);
            return trust;
        } catch (IOException | GeneralSecurityException | MalformedDocument e) {
            throw trouble(data, e);
        }
    }

    /** The signer of bundles belongs to the desk; what kiosks know of it, to everybody. */
    private static Root root(Path data) throws IOException {
        var file = data.resolve("trust").resolve("root.json");
        if (!Files.exists(file)) {
            SecretFile.folder(data.resolve("desk"));
            var secret = SignerSecret.generate();
            SecretFile.write(bundleSigner(data), secret.json());
            SecretFile.write(file, new Root("city", 1, List.of(secret.open())).json());
        }
        return Root.parse(Files.readAllBytes(file));
    }

    /** The secret key that signs what kiosks are to be; only the desk gets it. */
    public static Path bundleSigner(Path data) {
        return data.resolve("desk").resolve("bundle-signer.json");
    }

    public ReceiptSigner receiptSigner() {
        return signer;
    }

    /** Public key of the receipts, as JWK. */
    public String receiptKey() {
        return signer.verificationKey();
    }

    /** The folder with the offices' private keys; only the desk gets it. */
    public static Path deskKeys(Path data) {
        return data.resolve("desk").resolve("keys");
    }

    /**
     * A fresh certificate of the device door for localhost and this host, in files.
     *
     * @param host name or address under which kiosks reach it
     */
    public DoorCertificate deviceDoor(String host) throws CentreTrouble {
        try {
            var issued = authority.server("Bürgerkiosk device door", DoorNames.of(host));
            var certificate = trust.resolve("device-door.pem");
            var key = trust.resolve("device-door.key.pem");
            SecretFile.write(certificate, CertificateAuthority.pem(issued.certificate()));
            SecretFile.write(key, CertificateAuthority.pem(issued.key()));
            var chain = trust.resolve("device-door-chain.pem");
            SecretFile.write(
                    chain, CertificateAuthority.pem(issued.certificate()) + authorityPem());
            return new DoorCertificate(certificate, chain, key, trust.resolve("ca.pem"));
        } catch (IOException | GeneralSecurityException e) {
            throw trouble(data, e);
        }
    }

    /**
     * The certificate of the citizens' door. It stays from start to start, because its hash stands in
     * the description of the city's authorisation certificate; made where missing, and replaced in
     * its last month. A city puts its own in its place.
     */
    public DoorCertificate citizensDoor(String host) throws CentreTrouble {
        try {
            var certificate = trust.resolve("citizens-door.pem");
            var key = trust.resolve("citizens-door.key.pem");
            if (!Files.exists(certificate) || isRunningOut(certificate)) {
                var issued = authority.server("Bürgerkiosk citizens' door", DoorNames.of(host));
                SecretFile.write(key, CertificateAuthority.pem(issued.key()));
                SecretFile.write(certificate, CertificateAuthority.pem(issued.certificate()));
            }
            // a city that puts its own there puts the authority behind it into the same file
            return new DoorCertificate(certificate, certificate, key, trust.resolve("ca.pem"));
        } catch (IOException | GeneralSecurityException e) {
            throw trouble(data, e);
        }
    }

    /**
     * The secret that pseudonyms are hashed with, in hexadecimal digits; made where missing. Whoever
     * loses it loses every account of the portal.
     */
    public String pseudonymKey() throws CentreTrouble {
        try {
            var file = trust.resolve("pseudonyms.key");
            if (!Files.exists(file)) {
                var bytes = new byte[PSEUDONYM_KEY_BYTES];
                chance.nextBytes(bytes);
                SecretFile.write(file, HexFormat.of().formatHex(bytes));
            }
            var key = Files.readString(file).strip();
            if (!key.matches("[0-9a-f]{" + 2 * PSEUDONYM_KEY_BYTES + "}")) {
                throw new IOException(file + " is damaged");
            }
            return key;
        } catch (IOException e) {
            throw trouble(data, e);
        }
    }

    private boolean isRunningOut(Path certificate) throws IOException, GeneralSecurityException {
        var until = CertificateAuthority.certificate(certificate).getNotAfter().toInstant();
        return clock.instant().plus(LAST_MONTH).isAfter(until);
    }

    /** The folder that the eService shares with its eID server, with our side filled in. */
    public EidFolder eidFolder(Path folder, URI url, DoorCertificate door) throws CentreTrouble {
        try {
            var shared = EidFolder.in(folder, authority);
            shared.announce(url, List.of(CertificateAuthority.certificate(door.certificate())));
            return shared;
        } catch (IOException | GeneralSecurityException e) {
            throw trouble(data, e);
        }
    }

    /**
     * Files of a door: its certificate, its key, and the authority of the kiosks.
     *
     * @param chain what the door shows: the certificate, and for machines that only know a pin its
     *     authority behind it
     */
    public record DoorCertificate(Path certificate, Path chain, Path key, Path authority) {}

    /** The authority's certificate, DER. */
    public byte[] authority() {
        try {
            return authority.certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read", e);
        }
    }

    public String authorityPem() {
        try {
            return CertificateAuthority.pem(authority.certificate());
        } catch (IOException e) {
            throw new IllegalStateException("written to memory", e);
        }
    }

    /** Public keys of the offices, JWK set. */
    public ObjectNode officeKeys() {
        try {
            return CanonicalJson.read(Files.readAllBytes(publicKeys()), KEYS_BYTES_MAX);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #receiptKey}, read. */
    public ObjectNode receiptKeyJson() {
        return CanonicalJson.read(receiptKey(), KEYS_BYTES_MAX);
    }

    /** Whose signatures count under bundles. */
    public ObjectNode rootJson() {
        return CanonicalJson.read(root.json(), KEYS_BYTES_MAX);
    }

    public Root root() {
        return root;
    }

    /**
     * Makes a certificate for the key of a request.
     *
     * @param csr PKCS#10, DER
     * @throws MalformedDocument when it is none, or its sender does not prove to have the key
     */
    public KioskCertificate certify(String kioskId, byte[] csr, Duration life) {
        try {
            var made = authority.certify(Checks.slug("kioskId", kioskId), csr, life);
            return new KioskCertificate(
                    CertificateAuthority.pem(made),
                    made.getSerialNumber().toString(16),
                    made.getNotAfter().toInstant(),
                    CanonicalJson.sha256(made.getPublicKey().getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the authority cannot sign", e);
        }
    }

    /**
     * SHA-256 of the public key that a request names.
     *
     * @throws MalformedDocument when it is no request
     */
    public static String keyHash(byte[] csr) {
        return CanonicalJson.sha256(CertificateAuthority.requestedKey(csr).getEncoded());
    }

    /**
     * Makes the kit of a kiosk where it is missing, and brings its address up to date.
     *
     * @return its folder
     */
    public Path kit(String kioskId, URI deviceDoor) throws CentreTrouble {
        var folder = data.resolve("kits").resolve(kioskId);
        try {
            SecretFile.folder(data.resolve("kits"));
            SecretFile.folder(folder);
            if (!Files.exists(folder.resolve("kiosk.p12"))) {
                writeCertificate(folder, kioskId);
            }
            SecretFile.write(
                    folder.resolve("ca.pem"), CertificateAuthority.pem(authority.certificate()));
            SecretFile.write(folder.resolve("offices.jwks.json"), Files.readString(publicKeys()));
            SecretFile.write(folder.resolve("receipt-key.jwk.json"), receiptKey());
            SecretFile.write(folder.resolve("root.json"), root.json());
            var config = CanonicalJson.object();
            config.put("v", 1);
            config.put("kioskId", kioskId);
            config.put("deviceDoor", deviceDoor.toString());
            SecretFile.write(folder.resolve("kiosk.json"), CanonicalJson.text(config));
            return folder;
        } catch (IOException | GeneralSecurityException e) {
            throw trouble(data, e);
        }
    }

    private void writeCertificate(Path folder, String kioskId)
            throws IOException, GeneralSecurityException {
        var bytes = new byte[KIT_PASSWORD_BYTES];
        chance.nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        var issued = authority.kiosk(kioskId);
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "kiosk",
                issued.key(),
                password.toCharArray(),
                new Certificate[] {issued.certificate(), authority.certificate()});
        var out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        SecretFile.write(folder.resolve("kiosk.password"), password);
        SecretFile.write(folder.resolve("kiosk.p12"), out.toByteArray());
    }

    /** A key pair for each office that has none yet; the private half goes to the desk's folder. */
    private void makeOfficeKeys(OfficeDirectory offices) throws IOException {
        var known = new ArrayList<OfficeKey>();
        Set<String> have = new LinkedHashSet<>();
        if (Files.exists(publicKeys())) {
            var keys = OfficeKeys.read(publicKeys());
            keys.offices().stream().sorted().forEach(id -> known.add(keys.of(id)));
            have.addAll(keys.offices());
        }
        var missing = offices.offices().stream().map(Office::id).filter(id -> !have.contains(id));
        for (var office : missing.toList()) {
            var pair = OfficeKeys.generate(office);
            SecretFile.folder(data.resolve("desk"));
            SecretFile.folder(deskKeys(data));
            SecretFile.write(
                    deskKeys(data).resolve(office + ".jwk.json"), pair.key().toJSONString());
            known.add(pair.open());
            SecretFile.write(publicKeys(), OfficeKeys.json(known));
        }
    }

    /**
     * Reads the offices' private keys, at the desk.
     *
     * @throws CentreTrouble when one is damaged, or there is none at all
     */
    public static List<OfficePrivateKey> readDeskKeys(Path folder) throws CentreTrouble {
        try (var files = Files.list(folder)) {
            var keys = new ArrayList<OfficePrivateKey>();
            for (var file : files.sorted().toList()) {
                if (file.toString().endsWith(".jwk.json")) {
                    keys.add(OfficeKeys.parsePrivate(Files.readString(file)));
                }
            }
            return keys;
        } catch (IOException | MalformedDocument e) {
            throw new CentreTrouble(
                    "CEN-KEY-UNREADABLE",
                    "the offices' private keys in "
                            + folder
                            + " cannot be read ("
                            + e.getMessage()
                            + "); restore them from the backup: without them no filing opens");
        }
    }

    private Path publicKeys() {
        return trust.resolve("offices.jwks.json");
    }

    private static CentreTrouble trouble(Path data, Exception e) {
        return new CentreTrouble(
                "CEN-KEY-UNREADABLE",
                "keys and certificates below "
                        + data
                        + " cannot be read or written ("
                        + e
                        + "); restore the folder from the backup, or check rights and free space");
    }
}
