package de.buergerkiosk.eid.ausweisapp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The home of one AusweisApp: nobody else may read it, and nothing of it is shared. */
final class AusweisAppFolder {
    private static final Set<PosixFilePermission> PRIVATE =
            PosixFilePermissions.fromString("rwx------");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Test systems speak TLS 1.2 (TR-03116 part 4, as AusweisApp's own settings ask of servers). */
    private static final String PROTOCOL = "TlsV1_2";

    private static final List<String> CIPHERS =
            List.of(
                    "ECDHE-ECDSA-AES256-GCM-SHA384",
                    "ECDHE-RSA-AES256-GCM-SHA384",
                    "ECDHE-ECDSA-AES128-GCM-SHA256",
                    "ECDHE-RSA-AES128-GCM-SHA256",
                    "DHE-RSA-AES256-GCM-SHA384",
                    "DHE-RSA-AES128-GCM-SHA256");
    private static final List<String> PSK_CIPHERS =
            List.of(
                    "RSA-PSK-AES256-GCM-SHA384",
                    "RSA-PSK-AES128-GCM-SHA256",
                    "RSA-PSK-AES256-CBC-SHA384",
                    "RSA-PSK-AES128-CBC-SHA256");
    private static final List<String> CURVES =
            List.of("brainpoolP384r1", "brainpoolP256r1", "prime256v1", "secp384r1", "secp521r1");
    private static final List<String> SIGNATURES =
            List.of(
                    "RSA+SHA512",
                    "RSA+SHA384",
                    "RSA+SHA256",
                    "ECDSA+SHA512",
                    "ECDSA+SHA384",
                    "ECDSA+SHA256");

    private final Path root;

    AusweisAppFolder(Path root) {
        this.root = root;
    }

    /** Makes it, and the settings in it. */
    void prepare(List<String> testAnchors) throws IOException {
        for (Path each : List.of(root, runtime(), temporary())) {
            Files.createDirectories(each);
            Files.setPosixFilePermissions(each, PRIVATE);
        }
        try (var leftovers = Files.newDirectoryStream(temporary(), "*.port")) {
            for (Path old : leftovers) {
                Files.deleteIfExists(old);
            }
        }
        Path config = root.resolve(".local/share/AusweisApp2/config.json");
        if (testAnchors.isEmpty()) {
            Files.deleteIfExists(config);
        } else {
            Files.createDirectories(config.getParent());
            Files.writeString(config, JSON.writeValueAsString(trusting(testAnchors)));
        }
    }

    /** The parts of AusweisApp's config.json that an authentication needs (its SecureStorage). */
    private static Map<String, Object> trusting(List<String> anchors) {
        var config = new LinkedHashMap<String, Object>();
        config.put("vendor", "test system");
        config.put("cvRootCertificates", List.of());
        config.put("cvRootCertificatesTest", anchors);
        config.put("updateCertificates", List.of());
        config.put("tlsSettings", tls(CIPHERS));
        config.put("tlsSettingsPsk", tls(PSK_CIPHERS));
        config.put("minStaticKeySizes", Map.of("Rsa", 2000, "Dsa", 2000, "Dh", 2000, "Ec", 224));
        config.put("minKeySizes", Map.of("Rsa", 2000, "Dsa", 2000, "Dh", 2000, "Ec", 224));
        config.put("minEphemeralKeySizes", Map.of("Rsa", 2000, "Dsa", 2000, "Dh", 2000, "Ec", 224));
        return config;
    }

    private static Map<String, Object> tls(List<String> ciphers) {
        return Map.of(
                "protocolVersion",
                PROTOCOL,
                "ocspStapling",
                false,
                "ciphers",
                ciphers,
                "ellipticCurves",
                CURVES,
                "signatureAlgorithms",
                SIGNATURES);
    }

    /** The whole environment of the process; what the kiosk's own holds is nothing for it. */
    Map<String, String> environment(String path) {
        return Map.of(
                "HOME",
                root.toString(),
                "XDG_RUNTIME_DIR",
                runtime().toString(),
                "TMPDIR",
                temporary().toString(),
                "QT_QPA_PLATFORM",
                "offscreen",
                "LANG",
                "C.UTF-8",
                "PATH",
                path);
    }

    private Path runtime() {
        return root.resolve("run");
    }

    private Path temporary() {
        return root.resolve("tmp");
    }

    /** The port that AusweisApp chose for itself; empty until it has written it down. */
    Optional<Integer> port(long pid) throws IOException {
        try (var files = Files.newDirectoryStream(temporary(), "*." + pid + ".port")) {
            for (Path file : files) {
                String text = Files.readString(file).strip();
                if (text.matches("[0-9]{1,5}")) {
                    return Optional.of(Integer.parseInt(text)).filter(port -> port > 0);
                }
            }
        }
        return Optional.empty();
    }

    void remember(ProcessHandle process) throws IOException {
        var started = process.info().startInstant();
        if (started.isPresent()) {
            var id = Map.of("pid", process.pid(), "started", started.get().toString());
            Files.writeString(root.resolve("process.json"), JSON.writeValueAsString(id));
        }
    }

    /** The process that a kiosk which was killed has left behind, if it is still that one. */
    Optional<ProcessHandle> leftOver() throws IOException {
        Path file = root.resolve("process.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode id = JSON.readTree(Files.readString(file));
            String started = id.path("started").asString("");
            return ProcessHandle.of(id.path("pid").asLong(-1))
                    .filter(handle ->
                            handle.info()
                                    .startInstant()
                                    .map(Instant::toString)
                                    .filter(started::equals)
                                    .isPresent());
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void forget() throws IOException {
        Files.deleteIfExists(root.resolve("process.json"));
    }
}
