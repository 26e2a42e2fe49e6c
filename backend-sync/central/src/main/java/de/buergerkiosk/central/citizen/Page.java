package de.buergerkiosk.central.citizen;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A page of two sentences, without a script and without anything from elsewhere. */
final class Page {
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private Page() {}

    static ResponseEntity<byte[]> answer(HttpStatus status, String german, String english) {
        return headers(ResponseEntity.status(status)).body(html(german, english));
    }

    static ResponseEntity.BodyBuilder headers(ResponseEntity.BodyBuilder answer) {
        return answer.contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none';"
                                + " form-action 'self' http://127.0.0.1:24727")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff");
    }

    /** With a form of one button that posts to the same address and may lead to the eID client. */
    static ResponseEntity<byte[]> withButton(String german, String english, String button) {
        var page = new String(html(german, english), StandardCharsets.UTF_8);
        var form = "<form method=\"post\"><button>" + button + "</button></form></main>";
        return headers(ResponseEntity.ok())
                .body(page.replace("</main>", form).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] html(String german, String english) {
        return """
        <!DOCTYPE html>
        <html lang="de"><head><meta charset="utf-8">\
        <meta name="viewport" content="width=device-width, initial-scale=1">\
        <title>Bürgerkiosk</title>\
        <style>body{font:1.3rem/1.6 sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}\
        </style></head>
        <body><main><h1>Online-Ausweis</h1><p>%s</p><p lang="en">%s</p></main></body></html>
        """
                .formatted(german, english)
                .getBytes(StandardCharsets.UTF_8);
    }
}
