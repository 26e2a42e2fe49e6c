package de.buergerkiosk.forms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The files of a service folder as text. Takes only the names a service may have, plain files
 * only (no links, so nothing outside the folder is read), and only so much of them.
 */
record FolderFiles(SortedMap<String, String> textByName) {
    private static final int FILES_MAX = 200;
    private static final long BYTES_MAX = 512 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern NAMES =
            Pattern.compile(
                    "service\\.json|data\\.schema\\.json|pages\\.json|rules\\.feel\\.json|fees\\.json"
                        + "|README\\.md|map/prefill\\.json|templates/receipt\\.json"
                        + "|templates/permit\\.html|(texts|tables|tests)/[a-z][a-z0-9-]{0,59}\\.json");
    private static final Pattern FOLDERS = Pattern.compile("map|templates|texts|tables|tests");

    static FolderFiles read(Path folder, Findings findings) {
        var texts = new TreeMap<String, String>();
        readInto(texts, folder, "", findings);
        return new FolderFiles(texts);
    }

    private static void readInto(
            SortedMap<String, String> texts, Path folder, String prefix, Findings findings) {
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                if (texts.size() >= FILES_MAX) {
                    findings.add("", "", "more than " + FILES_MAX + " files", "Remove files.");
                    return;
                }
                readEntry(texts, entry, prefix + entry.getFileName(), findings);
            }
        } catch (IOException unreadable) {
            findings.add(prefix, "", "the folder cannot be read", "Check its access rights.");
        }
    }

    private static void readEntry(
            SortedMap<String, String> texts, Path entry, String name, Findings findings) {
        if (Files.isSymbolicLink(entry)) {
            findings.add(name, "", "a link instead of a file", "Put the file itself here.");
        } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            if (FOLDERS.matcher(name).matches()) {
                readInto(texts, entry, name + "/", findings);
            } else {
                findings.add(name, "", "a folder that no service has", "Remove it.");
            }
        } else if (!NAMES.matcher(name).matches()) {
            findings.add(name, "", "a file that no service has", "Remove or rename it.");
        } else if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
            findings.add(name, "", "a pipe or device instead of a file", "Put a file here.");
        } else {
            readFile(texts, entry, name, findings);
        }
    }

    private static void readFile(
            SortedMap<String, String> texts, Path file, String name, Findings findings) {
        byte[] bytes;
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes((int) BYTES_MAX + 1);
        } catch (IOException unreadable) {
            findings.add(name, "", "the file cannot be read", "Check its access rights.");
            return;
        }
        if (bytes.length > BYTES_MAX) {
            findings.add(name, "", "larger than " + BYTES_MAX + " bytes", "Make it smaller.");
            return;
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
                findings.add(
                        name, "", "begins with a byte order mark", "Save it as UTF-8 without BOM.");
                return;
            }
            texts.put(name, text.toString());
        } catch (CharacterCodingException notText) {
            findings.add(name, "", "not UTF-8", "Save the file as UTF-8.");
        }
    }
}
