package de.buergerkiosk.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.buergerkiosk.ports.WireRecord.Event;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WireIsRecordedTest {
    private final AtomicLong millis = new AtomicLong(1_000);

    private WireRecorder recorder(Appendable out) {
        return new WireRecorder(out, () -> Instant.ofEpochMilli(millis.getAndAdd(7)));
    }

    @Test
    void asLinesThatCanBeReadAgain() {
        var text = new StringBuilder();
        WireRecorder recorder = recorder(text);
        recorder.opened();
        recorder.sent("06B000");
        recorder.received("800000");

        assertEquals("      0 open\n      7 > 06B000\n     14 < 800000\n", text.toString());
        assertEquals(
                List.of(new Event.Opened(), new Event.Sent("06B000"), new Event.Received("800000")),
                WireRecord.read("# what a kiosk said\n\n" + text));
        assertEquals(Optional.empty(), recorder.trouble());
    }

    @Test
    void aFullDiskEndsTheRecordAndNothingElse() {
        WireRecorder recorder =
                recorder(
                        new Writer() {
                            @Override
                            public void write(char[] signs, int from, int count)
                                    throws IOException {
                                throw new IOException("no space left");
                            }

                            @Override
                            public void flush() {}

                            @Override
                            public void close() {}
                        });
        recorder.sent("06B000");
        recorder.received("800000");

        assertEquals(Optional.of("no space left"), recorder.trouble());
    }

    @Test
    void aLineThatIsNoneIsNamedByItsNumber() {
        for (String line : List.of("open", "5 < 8", "5 = 8000", "5 < 80000g", "x < 800000")) {
            var refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> WireRecord.read("0 open\n" + line));
            assertEquals("line 2 is no event of a wire", refused.getMessage());
        }
    }
}
