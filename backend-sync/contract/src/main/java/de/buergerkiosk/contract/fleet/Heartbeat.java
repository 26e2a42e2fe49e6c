package de.buergerkiosk.contract.fleet;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a kiosk is, told once a minute; never anything about citizens.
 *
 * @param boot chosen anew at each start of the kiosk
 * @param number ascending within one boot, from 1
 * @param at the kiosk's clock
 * @param software its version
 * @param mode {@code service}, {@code staff}, {@code out-of-order} or {@code closed}
 * @param lastFiling greatest sequence of a filing that was released; 0 for none
 * @param certificateDays whole days until its certificate ends
 */
public record Heartbeat(
        String boot,
        long number,
        Instant at,
        long uptimeSeconds,
        String software,
        String mode,
        Configuration configuration,
        List<Device> devices,
        Outbox outbox,
        long lastFiling,
        RollingHash filings,
        long certificateDays,
        long diskFreeMegabytes) {
    public static final int BYTES_MAX = 8 << 10;
    private static final int DEVICES_MAX = 16;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}|");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{0,60}");

    /**
     * What it runs with.
     *
     * @param version 0: its own settings, nothing from the centre
     * @param digest empty with version 0
     * @param state {@code own}, {@code trial}, {@code good} or {@code fallen-back}
     */
    public record Configuration(long version, String digest, String state) {
        public Configuration {
            Checks.between("configuration.version", version, 0, Long.MAX_VALUE);
            Checks.matching("configuration.digest", HASH, digest);
            Checks.matching("configuration.state", WORD, state);
        }
    }

    /**
     * One device.
     *
     * @param id such as {@code printer}
     * @param state {@code ready}, {@code warning}, {@code fault} or {@code unknown}
     * @param code a failure code; empty when it is ready
     */
    public record Device(String id, String state, String code) {
        public Device {
            Checks.slug("devices.id", id);
            Checks.matching("devices.state", WORD, state);
            Checks.matching("devices.code", CODE, code);
        }
    }

    /** What waits for the centre, and how long the oldest has waited. */
    public record Outbox(long depth, long oldestSeconds) {
        public Outbox {
            Checks.between("outbox.depth", depth, 0, Long.MAX_VALUE);
            Checks.between("outbox.oldestSeconds", oldestSeconds, 0, Long.MAX_VALUE);
        }
    }

    public Heartbeat {
        Checks.filled("boot", boot, 40);
        Checks.between("number", number, 1, Long.MAX_VALUE);
        Checks.between("uptimeSeconds", uptimeSeconds, 0, Long.MAX_VALUE);
        Checks.filled("software", software, 40);
        Checks.matching("mode", WORD, mode);
        devices = List.copyOf(devices);
        Checks.between("devices", devices.size(), 0, DEVICES_MAX);
        Checks.between("lastFiling", lastFiling, 0, Long.MAX_VALUE);
        Checks.between("filings.settled", filings.settled(), 0, Long.MAX_VALUE);
        Checks.between("filings.count", filings.count(), 0, Long.MAX_VALUE);
        Checks.matching("filings.hash", HASH, filings.hash());
    }

    public byte[] json() {
        var json = CanonicalJson.object().put("v", 1).put("boot", boot).put("number", number);
        json.put("at", CanonicalJson.time(at))
                .put("uptimeSeconds", uptimeSeconds)
                .put("software", software)
                .put("mode", mode)
                .put("lastFiling", lastFiling)
                .put("certificateDays", certificateDays)
                .put("diskFreeMegabytes", diskFreeMegabytes);
        json.putObject("configuration")
                .put("version", configuration.version())
                .put("digest", configuration.digest())
                .put("state", configuration.state());
        json.putObject("outbox")
                .put("depth", outbox.depth())
                .put("oldestSeconds", outbox.oldestSeconds());
        json.putObject("filings")
                .put("settled", filings.settled())
                .put("count", filings.count())
                .put("hash", filings.hash());
        var array = json.putArray("devices");
        for (var device : devices) {
            array.addObject()
                    .put("id", device.id())
                    .put("state", device.state())
                    .put("code", device.code());
        }
        return CanonicalJson.bytes(json);
    }

    /**
     * Reads strictly.
     *
     * @throws MalformedDocument naming the field
     */
    public static Heartbeat parse(byte[] json) {
        var fields = Fields.of(CanonicalJson.read(json, BYTES_MAX)).version(1);
        var read =
                new Heartbeat(
                        fields.text("boot"),
                        fields.number("number"),
                        fields.instant("at"),
                        fields.number("uptimeSeconds"),
                        fields.text("software"),
                        fields.text("mode"),
                        configuration(fields.object("configuration")),
                        fields.objects("devices", DEVICES_MAX).stream()
                                .map(Heartbeat::device)
                                .toList(),
                        outbox(fields.object("outbox")),
                        fields.number("lastFiling"),
                        filings(fields.object("filings")),
                        fields.number("certificateDays"),
                        fields.number("diskFreeMegabytes"));
        fields.end();
        return read;
    }

    private static Configuration configuration(Fields fields) {
        var read =
                new Configuration(
                        fields.number("version"), fields.text("digest"), fields.text("state"));
        fields.end();
        return read;
    }

    private static Device device(Fields fields) {
        var read = new Device(fields.text("id"), fields.text("state"), fields.text("code"));
        fields.end();
        return read;
    }

    private static Outbox outbox(Fields fields) {
        var read = new Outbox(fields.number("depth"), fields.number("oldestSeconds"));
        fields.end();
        return read;
    }

    private static RollingHash filings(Fields fields) {
        var read =
                new RollingHash(
                        fields.number("settled"), fields.number("count"), fields.text("hash"));
        fields.end();
        return read;
    }
}
