package de.buergerkiosk.agent.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityMakesItsOwnBundlesTest {
    @TempDir private Path folder = Path.of("");
    private Path from = Path.of("");
    private Path key = Path.of("");
    private Path root = Path.of("");
    private Path bundle = Path.of("");

    @BeforeEach
    void furnish() throws IOException {
        from = Files.createDirectories(folder.resolve("from"));
        key = folder.resolve("signer.key");
        root = folder.resolve("root.json");
        bundle = folder.resolve("city.bundle");
        Files.createDirectories(from.resolve("texts"));
        Files.writeString(from.resolve("texts/welcome.json"), "{}");
    }

    private Ran sign(Object... more) {
        var words = new Object[more.length + 6];
        System.arraycopy(
                new Object[] {bundle, "--json", "--from", from, "--key", key}, 0, words, 0, 6);
        System.arraycopy(more, 0, words, 6, more.length);
        return Ran.of(new BundleSignCommand(), words);
    }

    private Ran first() {
        return sign("--new-root", "Musterstadt", "--root", root, "--everyone");
    }

    private Ran verify(Object... more) {
        var words = new Object[more.length + 2];
        words[0] = bundle;
        words[1] = "--json";
        System.arraycopy(more, 0, words, 2, more.length);
        return Ran.of(new BundleVerifyCommand(), words);
    }

    private void complains(String expected, Ran ran) {
        assertEquals(2, ran.code(), ran.out() + ran.complaint());
        assertEquals("", ran.out());
        assertTrue(ran.complaint().contains(expected), ran.complaint());
        assertFalse(Files.exists(bundle), "no bundle may be left");
    }

    @Test
    void withNewKeysThatOnlyTheirOwnerReads() throws IOException {
        assertEquals(0, first().code());
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertEquals(0, verify("--root", root).code());
        assertEquals("wrong-root", verify().json().get("reason").stringValue());
    }

    @Test
    void eachOneVersionHigherThanTheOneBefore() {
        first();
        assertEquals(1, verify("--root", root).json().get("version").longValue());
        sign("--root", root, "--everyone", "--known-version", 1);
        assertEquals(
                2, verify("--root", root, "--known-version", 1).json().get("version").longValue());
    }

    @Test
    void andNeverOverOldKeys() throws IOException {
        first();
        var before = Files.readAllBytes(key);
        Files.delete(bundle);
        complains("overwrites nothing", first());
        assertEquals(new String(before, StandardCharsets.UTF_8), Files.readString(key));
    }

    @Test
    void notWithAKeyThatTheRootDoesNotKnow() throws IOException {
        first();
        Files.delete(bundle);
        complains(
                "does not know",
                sign("--everyone", "--root", Ran.HOUSE.resolve("provisioning/fleet/root.json")));
    }

    @Test
    void notWithAKeyThatOthersRead() throws IOException {
        first();
        Files.delete(bundle);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        complains("chmod 600", sign("--everyone"));
    }

    @Test
    void notFromLinksOrStrangeNames() throws IOException {
        var link = Files.createSymbolicLink(from.resolve("texts/link.json"), Path.of("/etc/hosts"));
        complains("is a link", first());
        Files.delete(link);
        var linked = Files.createSymbolicLink(from.resolve("services"), from.resolve("texts"));
        complains("is a link", first());
        Files.delete(linked);
        Files.writeString(from.resolve("README.md"), "");
        complains("README.md", first());
        Files.delete(from.resolve("README.md"));
        Files.writeString(from.resolve("texts/two words.json"), "");
        complains("cannot be in a bundle", first());
    }

    @Test
    void notForNobodyNorForAllAndSome() {
        complains("whom", sign("--new-root", "X", "--root", root));
        complains("whom", sign("--everyone", "--kiosk", "kiosk-1"));
        complains("kiosks", sign("--kiosk", "Not a name"));
    }

    @Test
    void notAfterTheirOwnExpiry() throws IOException {
        first();
        Files.delete(bundle);
        complains(
                "expires",
                sign(
                        "--everyone",
                        "--at",
                        "2027-01-01T00:00:00Z",
                        "--expires",
                        "2026-01-01T00:00:00Z"));
    }

    @Test
    void wrongUseIsToldApartFromARefusal() {
        assertEquals(2, verify().code(), "there is no file");
        first();
        assertEquals(2, verify("--at", "tomorrow").code());
        assertEquals(2, verify("--known-version", "-1").code());
        assertEquals(2, verify("--root", folder.resolve("none.json")).code());
        assertEquals(2, verify("--root", bundle).code());
    }
}
