package de.buergerkiosk.eid.simulated.pki;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.Curve;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.eac.Oids;
import de.buergerkiosk.eid.simulated.eac.Symmetric;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.bc.BcECSignerInfoVerifierBuilder;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import org.bouncycastle.operator.bc.BcECContentVerifierProviderBuilder;

/**
 * The country's signing authority (CSCA) with one document signer: signs the files of cards, and
 * says of a signed file whether it is genuine (TR-03110-3, A.1.2.5; certificates as in TR-03157).
 */
public final class CountrySigner {
    /** A signed file of a card has two or three kilobytes. */
    private static final int FILE_BYTES_MAX = 32 * 1024;

    private static final AlgorithmIdentifier ECDSA =
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final X509CertificateHolder root;
    private final X509CertificateHolder signer;
    private final Curve.Key signerKey;

    private CountrySigner(
            X509CertificateHolder root, X509CertificateHolder signer, Curve.Key signerKey) {
        this.root = root;
        this.signer = signer;
        this.signerKey = signerKey;
    }

    /**
     * Valid from ten years before that day to ten years behind it. The keys are known to everybody
     * and always the same, so that card and server of two processes fit together.
     *
     * @param name of the PKI; another name gives other keys under the same names
     */
    public static CountrySigner create(String name, LocalDate today) {
        Curve.Key rootKey = Curve.exampleKey(name + " CSCA");
        Curve.Key signerKey = Curve.exampleKey(name + " DS");
        var rootName = new X500Name("C=DE,O=Buergerkiosk,CN=Test CSCA");
        var signerName = new X500Name("C=DE,O=Buergerkiosk,CN=Test Document Signer");
        Instant from = start(today.minusYears(10));
        Instant until = start(today.plusYears(10));
        return new CountrySigner(
                certificate(rootName, rootKey, rootName, rootKey.point(), from, until, true),
                certificate(rootName, rootKey, signerName, signerKey.point(), from, until, false),
                signerKey);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static X509CertificateHolder certificate(
            X500Name issuer,
            Curve.Key issuerKey,
            X500Name subject,
            ECPoint key,
            Instant from,
            Instant until,
            boolean root) {
        try {
            var builder =
                    new X509v3CertificateBuilder(
                            issuer,
                            new BigInteger(1, Symmetric.sha1(Curve.encode(key)).toArray()),
                            time(from),
                            time(until),
                            subject,
                            SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                                    new ECPublicKeyParameters(key, Curve.DOMAIN)));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(root));
            return builder.build(signer(issuerKey));
        } catch (IOException e) {
            throw new IllegalStateException("the certificate cannot be encoded", e);
        }
    }

    private static Time time(Instant instant) {
        return new Time(new ASN1GeneralizedTime(TIME.format(instant)));
    }

    private static ContentSigner signer(Curve.Key key) {
        try {
            return new BcECContentSignerBuilder(
                            ECDSA, new DefaultDigestAlgorithmIdentifierFinder().find(ECDSA))
                    .build(new ECPrivateKeyParameters(key.secret(), Curve.DOMAIN));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("the library cannot sign with ECDSA", e);
        }
    }

    /** EF.CardSecurity around these security infos. */
    public Bytes sign(Bytes securityInfos) {
        try {
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
                            .build(signer(signerKey), signer));
            generator.addCertificate(signer);
            var content =
                    new CMSProcessableByteArray(
                            new ASN1ObjectIdentifier(Oids.SECURITY_OBJECT),
                            securityInfos.toArray());
            return Bytes.of(generator.generate(content, true).toASN1Structure().getEncoded("DER"));
        } catch (CMSException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("EF.CardSecurity cannot be signed", e);
        }
    }

    /**
     * The security infos in a genuine EF.CardSecurity; empty when its signer, or the signer's
     * certificate, does not lead to this authority.
     *
     * @throws Malformed when it is no signed file at all
     */
    public Optional<Bytes> verify(Bytes cardSecurity, Instant now) throws Malformed {
        if (cardSecurity.length() > FILE_BYTES_MAX) {
            throw new Malformed("EF.CardSecurity of " + cardSecurity.length() + " bytes");
        }
        try {
            var signed = new CMSSignedData(cardSecurity.toArray());
            List<SignerInformation> signers = List.copyOf(signed.getSignerInfos().getSigners());
            if (signed.getSignedContent() == null
                    || !signed.getSignedContentTypeOID().equals(Oids.SECURITY_OBJECT)
                    || signers.size() != 1) {
                throw new Malformed("not a security object with one signer");
            }
            boolean genuine =
                    signed.getCertificates().getMatches(null).stream()
                            .filter(signers.getFirst().getSID()::match)
                            .anyMatch(each ->
                                    isTrusted(each, now) && isSigned(signers.getFirst(), each));
            if (!genuine) {
                return Optional.empty();
            }
            return signed.getSignedContent().getContent() instanceof byte[] content
                    ? Optional.of(Bytes.of(content))
                    : Optional.empty();
        } catch (CMSException | RuntimeException e) {
            // the library meets hostile bytes with whatever exception is at hand
            throw new Malformed("EF.CardSecurity cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /** Signed by our root and within its time; a document signer that names another root is nobody. */
    private boolean isTrusted(X509CertificateHolder certificate, Instant now) {
        try {
            return certificate.getIssuer().equals(root.getSubject())
                    && isWithin(certificate, now)
                    && isWithin(root, now)
                    && certificate.isSignatureValid(
                            new BcECContentVerifierProviderBuilder(
                                            new DefaultDigestAlgorithmIdentifierFinder())
                                    .build(root));
        } catch (CertException | OperatorCreationException e) {
            return false;
        }
    }

    private static boolean isWithin(X509CertificateHolder certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }

    private static boolean isSigned(
            SignerInformation signature, X509CertificateHolder certificate) {
        try {
            return signature.verify(
                    new BcECSignerInfoVerifierBuilder(
                                    new DefaultCMSSignatureAlgorithmNameGenerator(),
                                    new DefaultSignatureAlgorithmIdentifierFinder(),
                                    new DefaultDigestAlgorithmIdentifierFinder(),
                                    new BcDigestCalculatorProvider())
                            .build(certificate));
        } catch (CMSException | OperatorCreationException e) {
            return false;
        }
    }
}
