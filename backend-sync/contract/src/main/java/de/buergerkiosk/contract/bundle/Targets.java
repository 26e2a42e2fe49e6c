package de.buergerkiosk.contract.bundle;

import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The signed document of a bundle (after TUF's targets, chapter 4.5): its version, how long it may
 * be applied, whom it is for, and length and SHA-256 of each file.
 *
 * @param version 1 or more; a kiosk never goes back to a smaller one
 * @param expires from this moment on it is not applied any more
 * @param files in ascending order of their paths, which is the order of their bytes
 */
public record Targets(
        long version, Instant issued, Instant expires, Audience audience, List<Entry> files) {
    static final int FILES_MAX = 5_000;
    static final int FILE_BYTES_MAX = 16 << 20;

    /** Every JSON reader holds whole numbers exactly up to here. */
    static final long VERSION_MAX = (1L << 53) - 1;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * One file.
     *
     * @param bytes its length
     * @param sha256 in 64 lower-case hexadecimal digits
     */
    public record Entry(BundlePath path, int bytes, String sha256) {
        public Entry {
            Checks.between("length", bytes, 0, FILE_BYTES_MAX);
            Checks.matching("sha256", SHA256, sha256);
        }
    }

    public Targets {
        Checks.between("version", version, 1, VERSION_MAX);
        if (!expires.isAfter(issued)) {
            throw new MalformedDocument("expires", "must be later than issued");
        }
        if (files.size() > FILES_MAX) {
            throw new MalformedDocument("files", "has more than " + FILES_MAX + " items");
        }
        files = List.copyOf(files);
        inOrder(files);
    }

    /** Bytes of all files together. */
    long bytes() {
        return files.stream().mapToLong(Entry::bytes).sum();
    }

    byte[] json() {
        var json = CanonicalJson.object();
        json.put("v", 1).put("kind", "bundle").put("version", version);
        json.put("issued", CanonicalJson.time(issued)).put("expires", CanonicalJson.time(expires));
        var whom = json.putObject("for").put("everyone", audience.everyone());
        var kiosks = whom.putArray("kiosks");
        audience.kiosks().forEach(kiosks::add);
        var sites = whom.putArray("sites");
        audience.sites().forEach(sites::add);
        var array = json.putArray("files");
        for (var file : files) {
            array.addObject()
                    .put("path", file.path().text())
                    .put("length", file.bytes())
                    .put("sha256", file.sha256());
        }
        return CanonicalJson.bytes(json);
    }

    /**
     * Reads strictly.
     *
     * @throws MalformedDocument naming the field
     */
    static Targets parse(byte[] json) {
        var fields = Fields.of(CanonicalJson.read(json, Container.TARGETS_BYTES_MAX)).version(1);
        if (!fields.text("kind").equals("bundle")) {
            throw new MalformedDocument("kind", "must be bundle");
        }
        var whom = fields.object("for");
        var audience =
                new Audience(whom.flag("everyone"), whom.texts("kiosks"), whom.texts("sites"));
        whom.end();
        var files = fields.objects("files", FILES_MAX).stream().map(Targets::entry).toList();
        var targets =
                new Targets(
                        fields.number("version"),
                        fields.instant("issued"),
                        fields.instant("expires"),
                        audience,
                        files);
        fields.end();
        return targets;
    }

    private static Entry entry(Fields fields) {
        var entry =
                new Entry(
                        new BundlePath(fields.text("path")),
                        fields.smallNumber("length"),
                        fields.text("sha256"));
        fields.end();
        return entry;
    }

    /** Ascending, no two that a file system could take for one, no file that is also a folder. */
    private static void inOrder(List<Entry> files) {
        var taken = new HashSet<String>();
        for (int i = 0; i < files.size(); i++) {
            var path = files.get(i).path();
            if (i > 0 && files.get(i - 1).path().compareTo(path) >= 0) {
                throw new MalformedDocument(
                        "files", "must be in ascending order of path, each path once");
            }
            if (!taken.add(path.key())) {
                throw new MalformedDocument("files", "has two paths that differ in case only");
            }
        }
        for (var file : files) {
            var key = file.path().key();
            for (int at = key.indexOf('/'); at > 0; at = key.indexOf('/', at + 1)) {
                if (taken.contains(key.substring(0, at))) {
                    throw new MalformedDocument("files", "has a path that is file and folder");
                }
            }
        }
    }
}
