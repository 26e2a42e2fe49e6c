package de.buergerkiosk.central;

import static de.buergerkiosk.central.AppointmentDesk.KIOSK;
import static de.buergerkiosk.central.AppointmentDesk.done;
import static de.buergerkiosk.central.AppointmentDesk.granted;
import static de.buergerkiosk.central.AppointmentDesk.oClock;
import static de.buergerkiosk.central.AppointmentDesk.wish;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.buergerkiosk.central.appointment.Agenda;
import de.buergerkiosk.central.appointment.Contact;
import de.buergerkiosk.central.mail.MailWriter;
import de.buergerkiosk.central.mail.Postman;
import de.buergerkiosk.central.mail.simulated.MailFault;
import de.buergerkiosk.central.mail.simulated.SimulatedMailServer;
import de.buergerkiosk.central.mail.smtp.MailSettings;
import de.buergerkiosk.central.mail.smtp.MailSettings.Security;
import de.buergerkiosk.central.mail.smtp.SmtpServer;
import de.buergerkiosk.central.mail.store.MailStore;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** STARTTLS with a real handshake; the mail server has the certificate of the device door. */
class MailGoesEncryptedOrNotAtAllTest {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final char[] NONE = "none".toCharArray();
    private final AppointmentDesk desk;
    private final MailStore book;
    private final Path trust = RunningCentre.data().resolve("trust");

    MailGoesEncryptedOrNotAtAllTest() throws Exception {
        var _ = RunningCentre.ready();
        desk = new AppointmentDesk();
        desk.at(AppointmentDesk.MORNING.minus(Duration.ofDays(3)));
        book = new MailStore(desk.sql);
        var appointments = desk.appointments();
        var code = granted(appointments.hold(wish(oClock("09:00")))).code().printed();
        done(appointments.confirm(KIOSK, code, new Contact(Optional.of("erika@example.org"))));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** How many went out. */
    private int round(SmtpServer server) {
        return new Postman(
                        book,
                        new MailWriter(Agenda.parse(AppointmentDesk.example())),
                        server,
                        new Postman.Identity(UUID.randomUUID(), "city.example", LEASE, LEASE),
                        desk.clock)
                .round();
    }

    private static MailSettings settings(String host, int port, Security security) {
        return new MailSettings(host, port, security, "termine@city.example", Optional.empty());
    }

    private Certificate certificate(String file) throws Exception {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(Files.readAllBytes(trust.resolve(file))));
    }

    private SSLContext ofTheServer() throws Exception {
        var pem = Files.readString(trust.resolve("device-door.key.pem"));
        var der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        var keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                "mail",
                KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der)),
                NONE,
                new Certificate[] {certificate("device-door.pem")});
        var managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, NONE);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private SSLSocketFactory trusting() throws Exception {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("city", certificate("ca.pem"));
        var managers = TrustManagerFactory.getInstance("PKIX");
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    @Test
    void toAServerWhoseNameItProves() throws Exception {
        try (var mails = SimulatedMailServer.encrypted(ofTheServer())) {
            var server =
                    new SmtpServer(
                            settings("localhost", mails.port(), Security.STARTTLS), trusting());
            assertEquals(1, round(server));
            assertEquals(1, mails.taken().size());
        }
    }

    @Test
    void notToAServerOfAStrangersAuthority() throws Exception {
        try (var mails = SimulatedMailServer.encrypted(ofTheServer())) {
            assertEquals(
                    0,
                    round(new SmtpServer(settings("localhost", mails.port(), Security.STARTTLS))));
            nothingWent(mails);
        }
    }

    @Test
    void notWhereTheServerOffersNoEncryption() throws Exception {
        try (var mails = SimulatedMailServer.start(0, MailFault.NONE, Optional.empty(), _ -> {})) {
            assertEquals(
                    0,
                    round(
                            new SmtpServer(
                                    settings("localhost", mails.port(), Security.STARTTLS),
                                    trusting())));
            nothingWent(mails);
        }
    }

    @Test
    void aServerThatDemandsItTakesNothingInTheClear() throws Exception {
        try (var mails = SimulatedMailServer.encrypted(ofTheServer())) {
            assertEquals(
                    0, round(new SmtpServer(settings("localhost", mails.port(), Security.NONE))));
            nothingWent(mails);
        }
    }

    private void nothingWent(SimulatedMailServer mails) {
        assertEquals(0, mails.taken().size());
        var tally = book.tally(desk.clock.instant());
        assertEquals(1, tally.late(), "it waits, and is tried again");
        assertEquals(0, tally.refused() + tally.unclear());
    }
}
