package de.buergerkiosk.eid.simulated.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.buergerkiosk.eid.simulated.server.HttpConnection.Request;
import de.buergerkiosk.eid.simulated.server.HttpConnection.Unfit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients of other people write HTTP as they like; what is wrong with it is said, not hung up on. */
class RequestIsUnfitTest {
    private static HttpConnection sent(String text) {
        return new HttpConnection(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)),
                new ByteArrayOutputStream());
    }

    private static Request request(String text) throws Exception {
        return sent(text).read().orElseThrow();
    }

    record Wrong(int status, String text) {}

    static Wrong[] wrong() {
        return new Wrong[] {
            new Wrong(400, "hello\r\n\r\n"),
            new Wrong(400, "GET / SMTP\r\n\r\n"),
            new Wrong(400, "POST /paos HTTP/1.1\r\nContent-Length: -5\r\n\r\n"),
            new Wrong(
                    400,
                    "POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"),
            new Wrong(400, "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nhello\r\n"),
            new Wrong(400, "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n"),
            new Wrong(413, "POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n"),
            new Wrong(413, "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFF\r\n"),
            new Wrong(431, "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n\r\n"),
            new Wrong(431, "GET / HTTP/1.1\r\n" + "X: y\r\n".repeat(500) + "\r\n"),
            new Wrong(501, "POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n"),
        };
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void eachHasItsStatus(Wrong wrong) {
        var unfit = assertThrows(Unfit.class, () -> sent(wrong.text()).read());

        assertEquals(wrong.status(), unfit.answer().status());
    }

    @Test
    void aBodyInChunksIsPutTogetherAndTheNextRequestIsFound() throws Exception {
        var lines =
                List.of(
                        "POST /paos HTTP/1.1",
                        "Transfer-Encoding: Chunked",
                        "",
                        "3;x=y",
                        "abc",
                        "A",
                        "0123456789",
                        "0",
                        "Trailer: t",
                        "",
                        "GET /next HTTP/1.1",
                        "",
                        "");
        HttpConnection connection = sent(String.join("\r\n", lines));

        assertEquals("abc0123456789", connection.read().orElseThrow().body());
        assertEquals("/next", connection.read().orElseThrow().path());
        assertEquals(Optional.empty(), connection.read());
    }

    @Test
    void theWholeAddressMayStandInTheFirstLine() throws Exception {
        Request request = request("GET https://localhost:8443/tcToken?session=1 HTTP/1.1\r\n\r\n");

        assertEquals("/tcToken", request.path());
        assertEquals("1", request.query().get("session"));
    }

    @Test
    void aConnectionThatEndsInTheMiddleIsOver() throws Exception {
        assertEquals(
                Optional.empty(), sent("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab").read());
        assertEquals(Optional.empty(), sent("").read());
    }
}
