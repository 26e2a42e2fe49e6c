package de.buergerkiosk.payment.zvt.pay;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a terminal is: {@code tcp://HOST:PORT} or {@code serial:PATH}. */
sealed interface TerminalAddress {
    record Tcp(String host, int port) implements TerminalAddress {}

    record Serial(String path) implements TerminalAddress {}

    Pattern TCP =
            Pattern.compile("tcp://(\\[[0-9A-Fa-f:.%]+\\]|[^:/\\[\\]\\s]+)(?::([0-9]{1,5}))?/?");

    /** Empty where the text is no address. */
    static Optional<TerminalAddress> read(String text, int usualPort) {
        if (text.startsWith("serial:") && text.length() > "serial:".length()) {
            return Optional.of(new Serial(text.substring("serial:".length())));
        }
        Matcher tcp = TCP.matcher(text);
        if (!tcp.matches()) {
            return Optional.empty();
        }
        int port = Optional.ofNullable(tcp.group(2)).map(Integer::parseInt).orElse(usualPort);
        String host = tcp.group(1).replaceAll("[\\[\\]]", "");
        return port >= 1 && port <= 65_535 ? Optional.of(new Tcp(host, port)) : Optional.empty();
    }
}
