package de.buergerkiosk.bench;

import de.buergerkiosk.agent.enrol.OwnKey;
import de.buergerkiosk.central.CentreTrouble;
import de.buergerkiosk.central.fleet.Kiosk;
import de.buergerkiosk.central.fleet.store.FleetStore;
import de.buergerkiosk.central.offices.OfficeDirectory;
import de.buergerkiosk.central.prove.TrialDatabase;
import de.buergerkiosk.central.trust.CityTrust;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.demo.ChildProcess;
import de.buergerkiosk.demo.fleet.VirtualKiosk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.JsonNode;

/** A centre in a process of its own on the trial's PostgreSQL, and kiosks with real certificates. */
final class VirtualFleet implements AutoCloseable {
    private static final Duration READY_MAX = Duration.ofMinutes(2);
    private static final char[] NONE = "none".toCharArray();

    private final ChildProcess centre;
    private final JsonNode ready;
    private final CityTrust trust;
    private final FleetStore store;
    private final KeyPair key;
    private final byte[] request;

    private VirtualFleet(ChildProcess centre, JsonNode ready, CityTrust trust, FleetStore store) {
        this.centre = centre;
        this.ready = ready;
        this.trust = trust;
        this.store = store;
        // one key for all of them: what is measured is the door, not key generation
        var own = OwnKey.generate();
        this.key = own.pair();
        this.request = own.request();
    }

    static VirtualFleet start(TrialDatabase trial, Path folder)
            throws IOException, InterruptedException, CentreTrouble, GeneralSecurityException {
        var address = trial.address();
        var url = address.url() + (address.url().contains("?") ? "&" : "?");
        var centre =
                ChildProcess.start(
                        "centre",
                        folder.resolve("centre.log"),
                        List.of(
                                "centre",
                                "--data",
                                folder.resolve("centre").toString(),
                                "--device-port",
                                "0",
                                "--enrol-port",
                                "0",
                                "--desk-port",
                                "0",
                                "--json",
                                "--database-url",
                                url
                                        + "user="
                                        + address.user()
                                        + "&password="
                                        + address.password()));
        try {
            var ready = centre.ready(READY_MAX);
            var offices =
                    OfficeDirectory.parse(
                            Files.readString(folder.resolve("centre").resolve("offices.json")));
            var trust =
                    CityTrust.open(
                            folder.resolve("centre"),
                            offices,
                            InstantSource.system(),
                            new SecureRandom());
            return new VirtualFleet(centre, ready, trust, FleetStore.on(trial.database()));
        } catch (ChildProcess.NotStarted e) {
            centre.close();
            throw new IOException(e.getMessage(), e);
        }
    }

    URI door() {
        return URI.create("https://localhost:" + ready.path("devicePort").asInt());
    }

    URI desk() {
        return URI.create(ready.path("deskUrl").asString());
    }

    /** Processor time that the centre has used so far; PostgreSQL's is not in it. */
    Duration cpu() {
        return ProcessHandle.of(centre.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    String adminPassword() throws IOException {
        var logins =
                CanonicalJson.read(
                        Files.readAllBytes(Path.of(ready.path("logins").asString())), 1 << 20);
        for (var login : logins.path("logins")) {
            if (login.path("role").asString().equals("admin")) {
                return login.path("password").asString();
            }
        }
        throw new IOException("the centre has no admin");
    }

    /** A kiosk of that name, known to the centre, with a certificate of its own. */
    VirtualKiosk kiosk(String id, Instant at) throws IOException, GeneralSecurityException {
        store.put(new Kiosk(id, "bench", List.of()), "bench", at);
        return VirtualKiosk.connect(door(), tls(id));
    }

    private SSLContext tls(String id) throws IOException, GeneralSecurityException {
        var own = certificate(trust.certify(id, request, Duration.ofDays(1)).pem());
        var keys = KeyStore.getInstance("JKS");
        keys.load(null, null);
        keys.setKeyEntry("kiosk", key.getPrivate(), NONE, new Certificate[] {own});
        var trusted = KeyStore.getInstance("JKS");
        trusted.load(null, null);
        trusted.setCertificateEntry("city", certificate(trust.authorityPem()));
        var keyManagers = KeyManagerFactory.getInstance("PKIX");
        keyManagers.init(keys, NONE);
        var trustManagers = TrustManagerFactory.getInstance("PKIX");
        trustManagers.init(trusted);
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
        return context;
    }

    private static Certificate certificate(String pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        centre.close();
    }
}
