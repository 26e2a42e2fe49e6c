package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Symmetric;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Key and self-signed certificate of the server's TLS side, for this computer only. RSA with 3072
 * bits: eID clients want it so, and a pre-shared key goes together with RSA only.
 */
record TlsIdentity(KeyPair keys, X509Certificate certificate) {
    private static final int BITS = 3072;
    private static final Duration LIFE = Duration.ofDays(2);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    static TlsIdentity create(Instant now, SecureRandom chance) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS, chance);
            KeyPair keys = generator.generateKeyPair();
            var name = new X500Name("C=DE,O=Buergerkiosk,CN=localhost");
            var builder =
                    new X509v3CertificateBuilder(
                            name,
                            new BigInteger(120, chance),
                            time(now.minus(LIFE)),
                            time(now.plus(LIFE)),
                            name,
                            SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(
                            new GeneralName[] {
                                new GeneralName(GeneralName.dNSName, "localhost"),
                                new GeneralName(GeneralName.iPAddress, "127.0.0.1")
                            }));
            return new TlsIdentity(
                    keys,
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(
                                            new JcaContentSignerBuilder("SHA256withRSA")
                                                    .build(keys.getPrivate()))));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("a TLS certificate cannot be made", e);
        }
    }

    private static Time time(Instant instant) {
        return new Time(new ASN1GeneralizedTime(TIME.format(instant)));
    }

    Bytes encoded() {
        try {
            return Bytes.of(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("our own certificate cannot be encoded", e);
        }
    }

    /** As a certificate description names it. */
    Bytes hash() {
        return Symmetric.sha256(encoded());
    }

    SSLContext context() {
        return context("TLSv1.2", new TrustManager[0]);
    }

    /** For callers whom somebody checks. */
    SSLContext context(String protocol, TrustManager... trust) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "server", keys.getPrivate(), new char[0], new X509Certificate[] {certificate});
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, new char[0]);
            var context = SSLContext.getInstance(protocol);
            context.init(managers.getKeyManagers(), trust.length == 0 ? null : trust, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(protocol + " cannot be set up", e);
        }
    }
}
