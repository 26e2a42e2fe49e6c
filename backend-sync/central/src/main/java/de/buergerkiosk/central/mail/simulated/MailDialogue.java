package de.buergerkiosk.central.mail.simulated;

import de.buergerkiosk.central.mail.simulated.SimulatedMailServer.Stage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;

/** One line to a client: HELO, MAIL, RCPT, DATA and what belongs to it (RFC 5321, chapter 4). */
final class MailDialogue {
    /** 4.5.3.1.4 and 4.5.3.1.6. */
    private static final int COMMAND_MAX = 512;

    private static final int TEXT_LINE_MAX = 1_000;
    private static final int BYTES_MAX = 10_000_000;
    private static final int MUTE_MILLIS_MAX = 300_000;
    private static final Pattern FROM = Pattern.compile("(?i)FROM:<([^<>\\s]*)>( .*)?");
    private static final Pattern TO = Pattern.compile("(?i)TO:<([^<>\\s]+@[^<>\\s]+)>( .*)?");

    private final SimulatedMailServer server;
    private Socket line;
    private InputStream in;
    private boolean encrypted;
    private boolean greeted;
    private Optional<String> from = Optional.empty();
    private Optional<String> to = Optional.empty();

    MailDialogue(Socket line, SimulatedMailServer server) throws IOException {
        this.line = line;
        this.server = server;
        line.setSoTimeout(MUTE_MILLIS_MAX);
        this.in = new BufferedInputStream(line.getInputStream());
    }

    void run() throws IOException {
        server.at(Stage.CONNECTED);
        say("220 mail.simulated.example ESMTP simulated");
        while (true) {
            var command = new String(line(COMMAND_MAX), StandardCharsets.US_ASCII);
            var words = command.split(" ", 2);
            var rest = words.length == 2 ? words[1].strip() : "";
            switch (words[0].toUpperCase(Locale.ROOT)) {
                case "EHLO" -> {
                    begin(rest);
                    say(
                            "250-mail.simulated.example\r\n"
                                    + (offersTls() ? "250-STARTTLS\r\n" : "")
                                    + "250-8BITMIME\r\n"
                                    + "250-ENHANCEDSTATUSCODES\r\n"
                                    + "250 SIZE "
                                    + BYTES_MAX);
                }
                case "HELO" -> {
                    begin(rest);
                    say("250 mail.simulated.example");
                }
                case "STARTTLS" -> {
                    if (!startTls(rest)) {
                        return;
                    }
                }
                case "MAIL" -> mail(rest);
                case "RCPT" -> recipient(rest);
                case "DATA" -> {
                    if (!data(rest)) {
                        return;
                    }
                }
                case "RSET" -> {
                    reset();
                    say("250 2.0.0 forgotten");
                }
                case "NOOP" -> say("250 2.0.0 here");
                case "QUIT" -> {
                    say("221 2.0.0 goodbye");
                    return;
                }
                default -> say("500 5.5.1 unknown command");
            }
        }
    }

    private boolean offersTls() {
        return server.tls().isPresent() && !encrypted;
    }

    /** RFC 3207: nothing that was said in the clear counts, and nothing may come with the command. */
    private boolean startTls(String rest) throws IOException {
        if (!offersTls() || !rest.isEmpty()) {
            say(rest.isEmpty() ? "502 5.5.1 not here" : "501 5.5.4 STARTTLS alone");
            return true;
        }
        if (in.available() > 0) {
            return false;
        }
        say("220 2.0.0 go ahead");
        var factory = server.tls().orElseThrow().getSocketFactory();
        var secret = (SSLSocket) factory.createSocket(line, "", line.getPort(), true);
        secret.setUseClientMode(false);
        secret.startHandshake();
        line = secret;
        in = new BufferedInputStream(secret.getInputStream());
        encrypted = true;
        begin("");
        return true;
    }

    private void begin(String name) {
        greeted = !name.isEmpty();
        reset();
    }

    private void reset() {
        from = Optional.empty();
        to = Optional.empty();
    }

    private void mail(String rest) throws IOException {
        var path = FROM.matcher(rest);
        if (offersTls()) {
            say("530 5.7.0 STARTTLS first");
        } else if (!greeted || from.isPresent()) {
            say("503 5.5.1 not now");
        } else if (!path.matches()) {
            say("501 5.5.4 MAIL FROM:<address>");
        } else {
            from = Optional.of(path.group(1));
            server.at(Stage.MAIL);
            say("250 2.1.0 sender");
        }
    }

    private void recipient(String rest) throws IOException {
        var path = TO.matcher(rest);
        if (from.isEmpty() || to.isPresent()) {
            say(from.isEmpty() ? "503 5.5.1 MAIL first" : "452 4.5.3 one recipient at a time");
        } else if (!path.matches()) {
            say("501 5.5.4 RCPT TO:<address>");
        } else {
            switch (server.fault()) {
                case FULL -> say("452 4.2.2 mailbox full");
                case UNKNOWN -> say("550 5.1.1 no such user " + path.group(1));
                case GREYLIST -> {
                    if (server.isNew(path.group(1))) {
                        say("451 4.7.1 come back later");
                    } else {
                        accept(path.group(1));
                    }
                }
                case NONE, REFUSE, HANG_UP_AT_DATA, HANG_UP_AFTER_DOT -> accept(path.group(1));
            }
        }
    }

    private void accept(String recipient) throws IOException {
        to = Optional.of(recipient);
        server.at(Stage.RECIPIENT);
        say("250 2.1.5 recipient");
    }

    /** False when the line is to end. */
    private boolean data(String rest) throws IOException {
        if (to.isEmpty() || !rest.isEmpty()) {
            say("503 5.5.1 RCPT first");
            return true;
        }
        server.at(Stage.DATA);
        if (server.fault() == MailFault.HANG_UP_AT_DATA) {
            return false;
        }
        say("354 go on");
        var text = new ByteArrayOutputStream();
        int lines = 0;
        for (var each = line(TEXT_LINE_MAX); !isEnd(each); each = line(TEXT_LINE_MAX)) {
            // 4.5.2: a dot at the beginning of a line was doubled
            int first = each.length > 0 && each[0] == '.' ? 1 : 0;
            text.write(each, first, each.length - first);
            text.write('\r');
            text.write('\n');
            if (text.size() > BYTES_MAX) {
                throw new IOException("too large");
            }
            if (++lines == 3) {
                server.at(Stage.TEXT);
            }
        }
        return dot(text.toByteArray());
    }

    private boolean dot(byte[] text) throws IOException {
        server.at(Stage.DOT);
        if (server.fault() == MailFault.REFUSE) {
            say("554 5.7.1 refused");
            reset();
            return true;
        }
        server.keep(from.orElseThrow(), to.orElseThrow(), text);
        reset();
        server.at(Stage.KEPT);
        if (server.fault() == MailFault.HANG_UP_AFTER_DOT) {
            return false;
        }
        say("250 2.0.0 kept");
        server.at(Stage.ANSWERED);
        return true;
    }

    private static boolean isEnd(byte[] text) {
        return text.length == 1 && text[0] == '.';
    }

    /** Without its end, which must be CR LF (2.3.8). */
    private byte[] line(int most) throws IOException {
        var bytes = new ByteArrayOutputStream();
        int each = in.read();
        while (each != '\r') {
            if (each < 0) {
                throw new EOFException();
            }
            if (each == '\n' || bytes.size() >= most) {
                say("500 5.5.2 lines end with CR LF and are not that long");
                throw new IOException("malformed line");
            }
            bytes.write(each);
            each = in.read();
        }
        if (in.read() != '\n') {
            say("500 5.5.2 CR without LF");
            throw new IOException("malformed line");
        }
        return bytes.toByteArray();
    }

    private void say(String reply) throws IOException {
        line.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
    }
}
