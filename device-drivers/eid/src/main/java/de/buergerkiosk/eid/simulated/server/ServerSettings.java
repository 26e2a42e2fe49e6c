package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.simulated.pki.CertificateDescription;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Where the server is and how it behaves.
 *
 * @param base address under which everything lies, without a slash at its end
 * @param paos address for the eID client's messages; another port when a pre-shared key is used
 * @param psk whether the channel to that address is keyed in advance
 * @param description who asks, with the hashes of the TLS certificates
 * @param sessionLife how long a session and an uncollected result live
 * @param sessionsMax sessions that wait or run at once
 * @param zone whose calendar decides whether a card is still valid
 */
public record ServerSettings(
        URI base,
        URI paos,
        boolean psk,
        CertificateDescription description,
        Duration sessionLife,
        int sessionsMax,
        ZoneId zone) {}
