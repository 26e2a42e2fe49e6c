package de.buergerkiosk.agent.enrol;

import de.buergerkiosk.agent.DurableFile;
import de.buergerkiosk.contract.fleet.Enrolled;
import de.buergerkiosk.contract.fleet.EnrolmentCode;
import de.buergerkiosk.contract.fleet.EnrolmentRequest;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/**
 * Turns a machine into a kiosk of the city. Whatever breaks in the middle, the same command goes on
 * where it stopped: the key lies in the folder before the code is sent, and the centre gives the
 * same key the same certificate.
 */
public final class Enrolling {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final Duration EXCHANGE_MAX = Duration.ofSeconds(30);

    private final Path folder;
    private final InstantSource clock;
    private final SecureRandom chance;

    /**
     * Works in the folder that the kiosk will have as {@code kiosk.data}.
     *
     * @param folder made where it is missing
     */
    public Enrolling(Path folder, InstantSource clock, SecureRandom chance) {
        this.folder = folder;
        this.clock = clock;
        this.chance = chance;
    }

    /** What a kiosk has after it. */
    public record Done(String kiosk, Path kit, Path config, Instant certificateUntil) {}

    /**
     * Sends the code and keeps the kit.
     *
     * @throws EnrolTrouble with the failure code and the cure
     */
    public Done enrol(URI centre, EnrolmentCode code) throws EnrolTrouble, InterruptedException {
        try {
            DurableFile.folder(folder);
            var key = key();
            var request = EnrolmentRequest.of(Optional.of(code), key.request(), clock.instant());
            var kit = ask(centre, code, request);
            var certificate = new KitFolder(folder.resolve("kit")).write(kit, key.pair(), chance);
            var config = config();
            Files.deleteIfExists(keyFile());
            return new Done(
                    kit.kioskId(),
                    folder.resolve("kit"),
                    config,
                    certificate.getNotAfter().toInstant());
        } catch (IOException e) {
            throw new EnrolTrouble(
                    "ENR-FOLDER",
                    folder
                            + " cannot be written ("
                            + e
                            + "); choose a folder of this user with --data, or check the disk");
        } catch (GeneralSecurityException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Path keyFile() {
        return folder.resolve("enrolling.key");
    }

    /** The key of an enrolment that was broken off, or a new one. */
    private OwnKey key() throws IOException {
        try {
            return OwnKey.of(Files.readAllBytes(keyFile()));
        } catch (NoSuchFileException | GeneralSecurityException e) {
            var made = OwnKey.generate();
            DurableFile.write(keyFile(), made.bytes());
            return made;
        }
    }

    private Enrolled ask(URI centre, EnrolmentCode code, EnrolmentRequest request)
            throws EnrolTrouble, InterruptedException, GeneralSecurityException {
        var trust = new PinnedTrust(code, clock.instant());
        var tls = SSLContext.getInstance("TLSv1.3");
        tls.init(null, new TrustManager[] {trust}, null);
        try (var client =
                HttpClient.newBuilder()
                        .sslContext(tls)
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(CONNECT_MAX)
                        .build()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(centre.resolve("/v1/enrolments"))
                                    .timeout(EXCHANGE_MAX)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofByteArray(request.json()))
                                    .build(),
                            BodyHandlers.limiting(BodyHandlers.ofByteArray(), Enrolled.BYTES_MAX));
            return kit(answer);
        } catch (IOException e) {
            throw trust.trouble().orElseGet(() -> unreachable(centre, e));
        }
    }

    private static EnrolTrouble unreachable(URI centre, IOException e) {
        var why =
                switch (e) {
                    case ConnectException _ -> "nobody listens there";
                    case SSLException tls ->
                            "TLS: "
                                    + tls.getMessage()
                                    + "; is it the address for enrolment, which the desk shows"
                                    + " beside the code, and not that of the device door?";
                    default -> e.toString();
                };
        return new EnrolTrouble(
                "ENR-CENTRE-UNREACHABLE",
                centre
                        + " does not answer as a centre ("
                        + why
                        + "). Check address and network;"
                        + " the code still counts");
    }

    private Enrolled kit(HttpResponse<byte[]> answer) throws EnrolTrouble {
        if (answer.statusCode() == 200 || answer.statusCode() == 201) {
            try {
                return Enrolled.parse(answer.body());
            } catch (MalformedDocument e) {
                throw unreadable(e.getMessage());
            }
        }
        var problem = problem(answer.body());
        var code =
                switch (problem.title()) {
                    case "unknown-code" -> "ENR-CODE-UNKNOWN";
                    case "code-used" -> "ENR-CODE-USED";
                    case "code-over" -> "ENR-CODE-OVER";
                    case "clock-off" -> "ENR-CLOCK-OFF";
                    case "too-many-codes" -> "ENR-LATER";
                    default -> "ENR-REFUSED";
                };
        var wait = answer.headers().firstValue("Retry-After").map(s -> " " + s + " s").orElse("");
        var own =
                code.equals("ENR-CLOCK-OFF") ? "this machine's clock says " + clock.instant() : "";
        throw new EnrolTrouble(code, (own.isEmpty() ? "" : own + ", ") + problem.detail() + wait);
    }

    private record Problem(String title, String detail) {}

    private static Problem problem(byte[] body) {
        try {
            var fields = Fields.of(CanonicalJson.read(body, Enrolled.BYTES_MAX));
            return new Problem(fields.text("title"), fields.text("detail"));
        } catch (MalformedDocument e) {
            return new Problem(
                    "", "the centre refuses and does not say why; look into the centre's log");
        }
    }

    private static EnrolTrouble unreadable(String why) {
        return new EnrolTrouble(
                "ENR-REFUSED",
                "the centre's answer cannot be used ("
                        + why
                        + "); kiosk and centre must be of versions that fit together");
    }

    /** Settings to start with; what is there stays. */
    private Path config() throws IOException {
        var file = folder.resolve("kiosk.yaml");
        if (Files.notExists(file)) {
            var text =
                    """
                    # Made when this kiosk was enrolled. All settings: ./kiosk run --print-config
                    kiosk:
                      data: "%s"
                    centre:
                      kit: "%s"
                    """
                            .formatted(
                                    folder.toAbsolutePath(),
                                    folder.resolve("kit").toAbsolutePath());
            DurableFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
