package de.buergerkiosk.main;

import de.buergerkiosk.courier.KioskKit;
import de.buergerkiosk.ports.DeviceState;
import de.buergerkiosk.ports.Fault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;

/** Whether the centre's device door opens: a connection and a handshake with our certificate. */
final class CentreProbe {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

    private final KioskKit kit;

    CentreProbe(KioskKit kit) {
        this.kit = kit;
    }

    /** Takes at most twice the limit. */
    DeviceState look() {
        var door = kit.deviceDoor();
        int port = door.getPort() < 0 ? 443 : door.getPort();
        int limit = Math.toIntExact(CONNECT_MAX.toMillis());
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(door.getHost(), port), limit);
            plain.setSoTimeout(limit);
            var made = kit.tls().getSocketFactory().createSocket(plain, door.getHost(), port, true);
            try (var secure = (SSLSocket) made) {
                var parameters = secure.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secure.setSSLParameters(parameters);
                secure.startHandshake();
                return new DeviceState.Ready();
            }
        } catch (IOException e) {
            return new DeviceState.Down(
                    new Fault("SYN-CENTRE-UNREACHABLE", String.valueOf(e.getMessage())));
        }
    }
}
