package de.buergerkiosk.journey;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** The log of this module's tests: every line of every level of ours, kept to be searched. */
final class LogOfTests extends AppenderBase<ILoggingEvent> {
    private static final int LINES_MAX = 20_000;
    private static final Queue<String> LINES = new ConcurrentLinkedQueue<>();

    static {
        var ours = (Logger) LoggerFactory.getLogger("de.buergerkiosk");
        ours.setLevel(Level.TRACE);
        var keeper = new LogOfTests();
        keeper.setContext(ours.getLoggerContext());
        keeper.start();
        ours.addAppender(keeper);
    }

    private LogOfTests() {}

    static void clear() {
        LINES.clear();
    }

    static String text() {
        return LINES.stream().collect(Collectors.joining("\n"));
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (LINES.size() < LINES_MAX) {
            var thrown = event.getThrowableProxy();
            LINES.add(
                    event.getLevel()
                            + " "
                            + event.getLoggerName()
                            + " "
                            + event.getFormattedMessage()
                            + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown)));
        }
    }
}
