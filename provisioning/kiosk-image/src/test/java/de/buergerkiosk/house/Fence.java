package de.buergerkiosk.house;

import java.util.List;
import java.util.stream.Stream;

/** A library and who may know it; {@code .*} is all below, {@code **} any part, {@code #} an end. */
record Fence(String library, List<String> packages, List<String> allowed) {
    static Stream<Fence> all() {
        return Stream.concat(around(), within());
    }

    /** Around screen, store, devices and rules. */
    private static Stream<Fence> around() {
        return Stream.of(
                new Fence(
                        "JavaFX",
                        List.of("javafx"),
                        List.of("screen.*", "demo.window.*", "bench.*")),
                new Fence(
                        "SQL",
                        List.of("java.sql", "javax.sql", "org.springframework.jdbc", "org.sqlite"),
                        // The centre's root makes the pool and hands it to the stores.
                        List.of("**store", "central.database.*", "central.main", "bench.*")),
                new Fence(
                        "Flyway", List.of("org.flywaydb"), List.of("store", "central.database.*")),
                new Fence("picocli", List.of("picocli"), List.of("launch", "#Command")),
                new Fence(
                        "escpos-coffee",
                        List.of("com.github.anastaciocintra"),
                        List.of("printer.escpos")),
                new Fence(
                        "jSerialComm",
                        List.of("com.fazecast"),
                        List.of("payment.zvt.transport", "scanner.line")),
                new Fence(
                        "Nimbus JOSE",
                        List.of("com.nimbusds"),
                        List.of("contract.*", "central.trust")),
                new Fence("smart cards", List.of("javax.smartcardio"), List.of("card.pcsc")),
                new Fence("FEEL", List.of("org.camunda"), List.of("forms.feel")),
                new Fence(
                        "JSON Schema",
                        List.of("com.networknt"),
                        List.of("forms", "central.settings")));
    }

    /** Within the centre, on paper and in files. */
    private static Stream<Fence> within() {
        return Stream.of(
                new Fence(
                        "Bouncy Castle",
                        List.of("org.bouncycastle"),
                        List.of("central.trust", "central.people", "eid.simulated.*")),
                new Fence(
                        "Spring",
                        List.of("org.springframework", "jakarta"),
                        List.of(
                                "central.main",
                                "central.mail.smtp",
                                "**device",
                                "**citizen",
                                "**console",
                                "**desk",
                                "**store")),
                new Fence(
                        "ZXing",
                        List.of("com.google.zxing"),
                        List.of("printer.escpos.*", "journey.print", "central.desk")),
                new Fence(
                        "openhtmltopdf and PDFBox",
                        List.of("com.openhtmltopdf", "org.apache.pdfbox", "org.apache.xmpbox"),
                        List.of("journey.print", "demo")),
                new Fence("YAML", List.of("tools.jackson.dataformat"), List.of("main")),
                new Fence(
                        "tar and xz",
                        List.of("org.apache.commons.compress", "org.tukaani"),
                        List.of("central.database")),
                new Fence(
                        "java.util.Date (X.509 certificates take nothing else)",
                        List.of("java.util.Date"),
                        List.of(
                                "central.trust",
                                "central.device",
                                "eid.simulated.pki",
                                "agent.enrol")));
    }

    @Override
    public String toString() {
        return library;
    }
}
