package de.buergerkiosk.eid.simulated;

import de.buergerkiosk.eid.simulated.pki.CertificateDescription;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** Who asks in the simulation, out of {@code certificate.json}. */
public final class ServiceDescription {
    private ServiceDescription() {}

    /** Addresses as in the file, no TLS certificates. */
    public static CertificateDescription shipped() {
        try (InputStream file = ServiceDescription.class.getResourceAsStream("certificate.json")) {
            byte[] json = Objects.requireNonNull(file).readAllBytes();
            StrictJson description = StrictJson.parse(json, "certificate.json");
            return new CertificateDescription(
                    description.text("issuerName"),
                    description.text("subjectUrl"),
                    description.text("subjectName"),
                    description.text("subjectUrl"),
                    CertificateDescription.terms(
                            description.text("subjectName"),
                            description.text("purpose"),
                            description.text("termsOfUsage")),
                    List.of());
        } catch (IOException e) {
            throw new IllegalStateException("certificate.json cannot be read from the product", e);
        }
    }
}
