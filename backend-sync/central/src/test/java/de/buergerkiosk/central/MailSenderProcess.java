package de.buergerkiosk.central;

import de.buergerkiosk.central.appointment.Agenda;
import de.buergerkiosk.central.database.DatabaseAddress;
import de.buergerkiosk.central.database.store.Database;
import de.buergerkiosk.central.mail.MailWriter;
import de.buergerkiosk.central.mail.Postman;
import de.buergerkiosk.central.mail.smtp.MailSettings;
import de.buergerkiosk.central.mail.smtp.SmtpServer;
import de.buergerkiosk.central.mail.store.MailStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A centre's postman in a process of its own, with short leases; it ends when nothing is left. */
final class MailSenderProcess {
    private MailSenderProcess() {}

    public static void main(String[] arguments) throws Exception {
        var address = new DatabaseAddress(arguments[0], arguments[1], arguments[2]);
        try (var database = Database.open(address, 2)) {
            var sql = JdbcClient.create(database.source());
            var settings =
                    new MailSettings(
                            "127.0.0.1",
                            Integer.parseInt(arguments[3]),
                            MailSettings.Security.NONE,
                            "termine@city.example",
                            Optional.empty());
            var lease = Duration.ofSeconds(2);
            var postman =
                    new Postman(
                            new MailStore(sql),
                            new MailWriter(Agenda.parse(AppointmentDesk.example())),
                            new SmtpServer(settings),
                            new Postman.Identity(
                                    UUID.randomUUID(), settings.domain(), lease, lease),
                            InstantSource.system());
            while (left(sql) > 0) {
                postman.round();
                Thread.sleep(200);
            }
        }
    }

    private static long left(JdbcClient sql) {
        return sql.sql(
                        """
                        select count(*) from mail
                        where state in ('sending', 'handed') or (state = 'waiting' and due_at <= now())
                        """)
                .query(Long.class)
                .single();
    }
}
