package de.buergerkiosk.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** What the payment page of a house says when it is ready. */
record PaymentPage(String api, String tokens, String returnTo, String client, Path secretFile) {
    static PaymentPage of(JsonNode ready, Path secretFile) throws IOException {
        Files.writeString(secretFile, ready.path("secret").asString());
        return new PaymentPage(
                ready.path("api").asString(),
                ready.path("tokens").asString(),
                ready.path("returnTo").asString(),
                ready.path("client").asString(),
                secretFile);
    }
}
