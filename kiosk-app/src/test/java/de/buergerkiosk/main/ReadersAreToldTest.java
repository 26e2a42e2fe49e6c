package de.buergerkiosk.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.buergerkiosk.card.pcsc.CardEvent;
import de.buergerkiosk.ports.Fault;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whoever looks after a kiosk reads in its log what became of its readers. */
class ReadersAreToldTest {
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(EidClients.class);

    @BeforeEach
    void listen() {
        log.setLevel(ch.qos.logback.classic.Level.INFO);
        told.start();
        log.addAppender(told);
    }

    @AfterEach
    void stop() {
        log.detachAppender(told);
        log.setLevel(null);
    }

    @Test
    void whatGoesWrongWithThemIsAWarningAndNoCardIsMentioned() {
        EidClients.tell(new CardEvent.ReaderPlugged("A"));
        EidClients.tell(new CardEvent.CardPut("A"));
        EidClients.tell(new CardEvent.CardTaken("A"));
        EidClients.tell(new CardEvent.ReaderUnplugged("A"));
        EidClients.tell(new CardEvent.Blind(new Fault("CRD-DAEMON-DOWN", "it was stopped")));
        EidClients.tell(new CardEvent.Sighted());

        assertEquals(
                List.of(
                        "INFO reader A is plugged in",
                        "WARN reader A is gone",
                        "WARN CRD-DAEMON-DOWN it was stopped",
                        "INFO the service of the readers is back"),
                told.list.stream()
                        .map(each -> each.getLevel() + " " + each.getFormattedMessage())
                        .toList());
    }
}
