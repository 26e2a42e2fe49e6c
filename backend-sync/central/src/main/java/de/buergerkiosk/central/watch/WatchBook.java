package de.buergerkiosk.central.watch;

import de.buergerkiosk.contract.fleet.Applied;
import de.buergerkiosk.contract.fleet.Heartbeat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where heartbeats, reports and incidents are kept. */
public interface WatchBook {
    /** Durable when it returns; an older one than what is known changes nothing. False: no such kiosk. */
    boolean keep(String kiosk, Heartbeat beat, Instant at);

    /** False: no such kiosk. */
    boolean keep(String kiosk, Applied applied, Instant at);

    /** A heartbeat and when it came. */
    record Heard(String kiosk, Heartbeat beat, Instant at) {}

    List<Heard> heard();

    Optional<Heard> heard(String kiosk);

    /** What a kiosk said last about a bundle, and when it came. */
    record Reported(Applied applied, Instant at) {}

    Optional<Reported> reported(String kiosk);

    /** A filing of a kiosk as the centre has it. */
    record Filing(long sequence, String digest) {}

    /** Filings of a kiosk with sequences above the first and up to the last, in order. */
    List<Filing> filings(String kiosk, long above, long upTo);

    /** Version that a kiosk is to have and since when; empty when nobody wants anything. */
    record Wanted(long version, String digest, Instant since) {}

    Optional<Wanted> wanted(String kiosk);

    /** Of every kiosk that is to be something. */
    Map<String, Wanted> wanted();

    /** Of every kiosk that ever said something about a bundle. */
    Map<String, Reported> reported();

    List<Incident> open(String kiosk);

    Optional<Incident> find(long id);

    void begin(String kiosk, Condition condition, Instant at);

    void update(Incident incident, String detail);

    void resolve(Incident incident, Instant at);

    /** The newest first. */
    List<Incident> newest(boolean openOnly, int most);

    /** How many are open that nobody has seen. */
    long openAndUnseen();

    /** False: no such incident. */
    boolean acknowledge(long id, Incident.Seen seen);
}
