package de.buergerkiosk.central.database;

import de.buergerkiosk.central.CentreTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The account that runs PostgreSQL. It refuses to run as root, so root hands it to an account
 * without privileges; everybody else runs it as themselves.
 */
public final class ServerAccount {
    private static final List<String> CANDIDATES = List.of("postgres", "nobody");
    private static final long CHECK_SECONDS_MAX = 10;

    private final Optional<String> name;
    private final List<String> prefix;

    private ServerAccount(Optional<String> name, List<String> prefix) {
        this.name = name;
        this.prefix = List.copyOf(prefix);
    }

    /**
     * Finds out what works on this machine.
     *
     * @throws CentreTrouble when we are root and no way to drop privileges works
     */
    public static ServerAccount choose() throws CentreTrouble, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new ServerAccount(Optional.empty(), List.of());
        }
        for (var candidate : CANDIDATES) {
            for (var way : ways(candidate)) {
                var account = new ServerAccount(Optional.of(candidate), way);
                if (account.succeeds("true")) {
                    return account;
                }
            }
        }
        throw new CentreTrouble(
                "CEN-DB-START",
                "PostgreSQL does not run as root, and neither setpriv nor runuser can start it as"
                        + " postgres or nobody; start the centre as another user, or give it a"
                        + " database with --database-url");
    }

    private static List<List<String>> ways(String user) {
        return List.of(
                List.of(
                        "setpriv",
                        "--reuid=" + user,
                        "--regid=" + user,
                        "--clear-groups",
                        "--no-new-privs",
                        "--"),
                // nobody's group is nogroup on Debian
                List.of(
                        "setpriv",
                        "--reuid=" + user,
                        "--regid=nogroup",
                        "--clear-groups",
                        "--no-new-privs",
                        "--"),
                List.of("runuser", "-u", user, "--"));
    }

    /** The command as this account runs it. */
    List<String> command(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Whether this account can enter the folder. */
    boolean enters(Path folder) throws InterruptedException {
        return succeeds("test", "-x", folder.toString());
    }

    /** Makes a folder for this account alone. */
    void makeOwnFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        give(folder);
    }

    void give(Path path) throws IOException {
        if (name.isPresent()) {
            UserPrincipal owner =
                    path.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(name.get());
            Files.setOwner(path, owner);
        }
    }

    private boolean succeeds(String... command) throws InterruptedException {
        try {
            var process =
                    new ProcessBuilder(command(List.of(command)))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (process.waitFor(CHECK_SECONDS_MAX, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return name.orElse(System.getProperty("user.name"));
    }
}
