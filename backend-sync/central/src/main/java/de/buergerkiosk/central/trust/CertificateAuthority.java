package de.buergerkiosk.central.trust;

import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.util.io.pem.PemObject;

/** The city's own authority for kiosks and the device door: ECDSA on P-256, RFC 5280. */
final class CertificateAuthority {
    private static final Duration OWN_LIFE = Duration.ofDays(3650);
    private static final Duration LEAF_LIFE = Duration.ofDays(730);

    private static final int CURVE_BITS = 256;

    /** Clocks of kiosks are not exact: valid from yesterday. */
    private static final Duration SLACK = Duration.ofDays(1);

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final InstantSource clock;
    private final SecureRandom chance;

    private CertificateAuthority(
            PrivateKey key, X509Certificate certificate, InstantSource clock, SecureRandom chance) {
        this.key = key;
        this.certificate = certificate;
        this.clock = clock;
        this.chance = chance;
    }

    /** A key with its certificate. */
    record Issued(PrivateKey key, X509Certificate certificate) {}

    /** Reads {@code ca.key.pem} and {@code ca.pem} of the folder, or makes them. */
    static CertificateAuthority in(Path folder, InstantSource clock, SecureRandom chance)
            throws IOException, GeneralSecurityException {
        var keyFile = folder.resolve("ca.key.pem");
        var certificateFile = folder.resolve("ca.pem");
        if (!Files.exists(certificateFile)) {
            var pair = keyPair();
            var name = name("Bürgerkiosk CA");
            var made =
                    sign(
                            builder(name, name, pair.getPublic(), clock, OWN_LIFE, chance)
                                    .addExtension(
                                            Extension.basicConstraints,
                                            true,
                                            new BasicConstraints(0))
                                    .addExtension(
                                            Extension.keyUsage,
                                            true,
                                            new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)),
                            pair.getPrivate());
            SecretFile.write(keyFile, pem(pair.getPrivate()));
            SecretFile.write(certificateFile, pem(made));
        }
        return new CertificateAuthority(
                privateKey(keyFile), certificate(certificateFile), clock, chance);
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** For a door under these names and addresses. */
    Issued server(String commonName, List<GeneralName> names)
            throws GeneralSecurityException, IOException {
        var pair = keyPair();
        var builder =
                leaf(commonName, pair.getPublic(), KeyPurposeId.id_kp_serverAuth, LEAF_LIFE)
                        .addExtension(
                                Extension.subjectAlternativeName,
                                false,
                                new GeneralNames(names.toArray(GeneralName[]::new)));
        return new Issued(pair.getPrivate(), sign(builder, key));
    }

    /**
     * For the key of a request (PKCS#10, DER) that its sender proves to have; what else the request
     * says does not count.
     *
     * @throws MalformedDocument when it is no request, its signature does not fit, or its key is not
     *     one of P-256
     */
    X509Certificate certify(String kioskId, byte[] csr, Duration life)
            throws GeneralSecurityException, IOException {
        var key = requestedKey(csr);
        return sign(leaf(kioskId, key, KeyPurposeId.id_kp_clientAuth, life), this.key);
    }

    /** The public key of a request that its sender proves to have. */
    static PublicKey requestedKey(byte[] csr) {
        try {
            var request = new JcaPKCS10CertificationRequest(csr);
            var asked = request.getPublicKey();
            if (!(asked instanceof ECPublicKey ec)
                    || ec.getParams().getCurve().getField().getFieldSize() != CURVE_BITS) {
                throw new MalformedDocument("csr", "must be for a key of the curve P-256");
            }
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(asked))) {
                throw new MalformedDocument("csr", "is not signed with the key that it names");
            }
            // in our own encoding of the named curve, whatever way the sender chose
            var raw = SubjectPublicKeyInfo.getInstance(ec.getEncoded());
            return KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(raw.getEncoded()));
        } catch (MalformedDocument e) {
            throw e;
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | PKCSException
                | RuntimeException e) {
            // hostile bytes: the parser ends on some of them with a bug of its own
            throw new MalformedDocument("csr", "is no certification request (PKCS#10)");
        }
    }

    /** For one kiosk; its number is the common name. */
    Issued kiosk(String kioskId) throws GeneralSecurityException, IOException {
        var pair = keyPair();
        var builder = leaf(kioskId, pair.getPublic(), KeyPurposeId.id_kp_clientAuth, LEAF_LIFE);
        return new Issued(pair.getPrivate(), sign(builder, key));
    }

    /**
     * For a client of somebody else's server. Signed by itself: it must not open our own doors, which
     * trust whatever this authority signs.
     */
    Issued unattached(String commonName) throws GeneralSecurityException, IOException {
        var pair = keyPair();
        var name = name(commonName);
        var builder =
                builder(name, name, pair.getPublic(), clock, LEAF_LIFE, chance)
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                        .addExtension(
                                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                        .addExtension(
                                Extension.extendedKeyUsage,
                                true,
                                new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
        return new Issued(pair.getPrivate(), sign(builder, pair.getPrivate()));
    }

    private X509v3CertificateBuilder leaf(
            String commonName, PublicKey subject, KeyPurposeId purpose, Duration life)
            throws GeneralSecurityException, IOException {
        var issuer = new X509CertificateHolder(certificate.getEncoded()).getSubject();
        return builder(issuer, name(commonName), subject, clock, life, chance)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer,
            X500Name subject,
            PublicKey subjectKey,
            InstantSource clock,
            Duration life,
            SecureRandom chance)
            throws GeneralSecurityException, IOException {
        var now = clock.instant();
        return new X509v3CertificateBuilder(
                        issuer,
                        new BigInteger(127, chance).setBit(126),
                        Date.from(now.minus(SLACK)),
                        Date.from(now.plus(life)),
                        subject,
                        SubjectPublicKeyInfo.getInstance(subjectKey.getEncoded()))
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(subjectKey));
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static X500Name name(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build();
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    static String pem(Object keyOrCertificate) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            if (keyOrCertificate instanceof PrivateKey key) {
                // PKCS#8, which every reader understands
                writer.writeObject(new PemObject("PRIVATE KEY", key.getEncoded()));
            } else {
                writer.writeObject(keyOrCertificate);
            }
        }
        return text.toString();
    }

    private static PrivateKey privateKey(Path file) throws IOException {
        return privateKey(Files.readString(file), file.toString());
    }

    /**
     * Reads a key in PEM.
     *
     * @param where for the message only
     */
    static PrivateKey privateKey(String pem, String where) throws IOException {
        try (var parser = new PEMParser(new StringReader(pem))) {
            if (parser.readObject() instanceof PrivateKeyInfo info) {
                return new JcaPEMKeyConverter().getPrivateKey(info);
            }
            throw new IOException(where + " holds no private key");
        }
    }

    static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        try (var parser = new PEMParser(new StringReader(Files.readString(file)))) {
            if (parser.readObject() instanceof X509CertificateHolder holder) {
                return new JcaX509CertificateConverter().getCertificate(holder);
            }
            throw new IOException(file + " holds no certificate");
        }
    }
}
