package de.buergerkiosk.central.oidc.simulated;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.buergerkiosk.central.oidc.simulated.Grants.Grant;
import de.buergerkiosk.central.oidc.simulated.Grants.Wish;
import de.buergerkiosk.central.people.Person.Role;
import de.buergerkiosk.central.trust.SecretFile;
import de.buergerkiosk.contract.json.CanonicalJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenID provider (OpenID Connect Core 1.0, Discovery 1.0, RP-Initiated Logout 1.0) with one
 * client, the desk of this machine, and example people without passwords. It listens on loopback
 * only, demands PKCE and nonce, takes each code once, and says in every token that it is simulated.
 */
public final class SimulatedProvider implements AutoCloseable {
    public static final String CLIENT = "buergerkiosk-desk";

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedProvider.class);
    private static final String CALLBACK = "/login/oauth2/code/city";
    private static final String CHALLENGE = "[A-Za-z0-9_-]{43}";
    private static final String VERIFIER = "[A-Za-z0-9._~-]{43,128}";
    private static final String OPAQUE = "[\\x20-\\x7e]{1,500}";

    private final HttpServer server;
    private final ExecutorService threads;
    private final String issuer;
    private final String secret;
    private final Tokens tokens;
    private final Grants grants;
    private volatile OidcFault fault;

    private SimulatedProvider(
            HttpServer server,
            OidcFault fault,
            InstantSource clock,
            SecureRandom chance,
            ThreadFactory threads) {
        this.server = server;
        this.fault = fault;
        this.threads = Executors.newThreadPerTaskExecutor(threads);
        this.issuer = "http://localhost:" + server.getAddress().getPort();
        var bytes = new byte[24];
        chance.nextBytes(bytes);
        this.secret = HexFormat.of().formatHex(bytes);
        this.tokens = new Tokens(issuer, clock);
        this.grants = new Grants(chance, clock);
    }

    private interface Answering {
        void answer(Exchange exchange) throws IOException;
    }

    /**
     * Listens on loopback.
     *
     * @param port 0 for a free one
     */
    public static SimulatedProvider start(
            int port,
            OidcFault fault,
            InstantSource clock,
            SecureRandom chance,
            ThreadFactory threads)
            throws IOException {
        var server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getByName("localhost"), port), 50);
        var provider = new SimulatedProvider(server, fault, clock, chance, threads);
        server.setExecutor(provider.threads);
        provider.on("/.well-known/openid-configuration", provider::discovery);
        provider.on("/keys", provider::keys);
        provider.on("/authorize", provider::authorize);
        provider.on("/token", provider::token);
        provider.on("/userinfo", provider::userInfo);
        provider.on("/end-session", provider::endSession);
        server.start();
        return provider;
    }

    public String issuer() {
        return issuer;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** From now on it does that wrong. */
    public void misbehave(OidcFault wrong) {
        fault = wrong;
    }

    /** The client's secret; made anew at each start. */
    public String secret() {
        return secret;
    }

    /** Settings of a centre that believes this provider: what {@code --oidc} takes. */
    public byte[] settings() {
        var json = CanonicalJson.object().put("v", 1).put("issuer", issuer).put("clientId", CLIENT);
        json.put("secretFile", "oidc.secret")
                .put("contact", "Vorführung: niemand; starten Sie sie neu")
                .put("passwords", true)
                .put("demo", true);
        var roles = json.putObject("roles");
        roles.putArray(Role.ADMIN.word()).add(ExamplePerson.ADMIN);
        roles.putArray(Role.CLERK.word()).add(ExamplePerson.CLERK);
        roles.putArray(Role.TECHNICIAN.word()).add(ExamplePerson.TECHNICIAN);
        return CanonicalJson.bytes(json);
    }

    /** Writes {@code oidc.json} and {@code oidc.secret} into that folder; returns the first. */
    public Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        SecretFile.write(folder.resolve("oidc.secret"), secret);
        var file = folder.resolve("oidc.json");
        SecretFile.write(file, settings());
        return file.toAbsolutePath();
    }

    private void on(String path, Answering answering) {
        server.createContext(
                path,
                http -> {
                    try (http) {
                        if (http.getRequestURI().getPath().equals(path)) {
                            answering.answer(new Exchange(http));
                        } else {
                            new Exchange(http).error(404, "not_found");
                        }
                    } catch (RuntimeException e) {
                        LOG.error("the simulated provider stumbled", e);
                        fail(http);
                    }
                });
    }

    private static void fail(HttpExchange http) throws IOException {
        if (http.getResponseCode() < 0) {
            new Exchange(http).error(500, "server_error");
        }
    }

    private void discovery(Exchange exchange) throws IOException {
        var json = CanonicalJson.object().put("issuer", issuer);
        json.put("authorization_endpoint", issuer + "/authorize")
                .put("token_endpoint", issuer + "/token")
                .put("userinfo_endpoint", issuer + "/userinfo")
                .put("jwks_uri", issuer + "/keys")
                .put("end_session_endpoint", issuer + "/end-session")
                .put("authorization_response_iss_parameter_supported", true);
        json.putArray("response_types_supported").add("code");
        json.putArray("grant_types_supported").add("authorization_code");
        json.putArray("subject_types_supported").add("public");
        json.putArray("id_token_signing_alg_values_supported").add("RS256");
        json.putArray("token_endpoint_auth_methods_supported").add("client_secret_basic");
        json.putArray("code_challenge_methods_supported").add("S256");
        json.putArray("scopes_supported").add("openid").add("profile");
        exchange.json(200, json);
    }

    private void keys(Exchange exchange) throws IOException {
        if (fault == OidcFault.KEYS_DOWN) {
            exchange.error(500, "server_error");
        } else {
            exchange.json(200, tokens.keys());
        }
    }

    private void authorize(Exchange exchange) throws IOException {
        if (exchange.isPost()) {
            chosen(exchange, exchange.form());
            return;
        }
        var asked = exchange.query();
        var redirect = asked.getOrDefault("redirect_uri", "");
        // whoever is not known gets no redirect: it could lead anywhere
        if (!CLIENT.equals(asked.get("client_id")) || !isDesk(redirect, CALLBACK)) {
            exchange.page(400, ProviderHtml.refused("Unbekannte Anwendung oder Adresse."));
            return;
        }
        var state = asked.getOrDefault("state", "");
        var wrong = wrong(asked);
        if (wrong.isPresent()) {
            exchange.redirect(answer(redirect, state, "error", wrong.get()));
            return;
        }
        var wish =
                new Wish(
                        CLIENT,
                        redirect,
                        state,
                        asked.getOrDefault("nonce", ""),
                        asked.getOrDefault("code_challenge", ""));
        var known =
                asked.getOrDefault("prompt", "").equals("login")
                        ? Optional.<ExamplePerson>empty()
                        : grants.session(exchange.session());
        if (known.isPresent()) {
            exchange.redirect(answer(redirect, state, "code", grants.code(wish, known.get())));
        } else {
            exchange.page(200, ProviderHtml.choice(grants.page(wish), ExamplePerson.ALL));
        }
    }

    private static Optional<String> wrong(Map<String, String> asked) {
        if (!"code".equals(asked.get("response_type"))) {
            return Optional.of("unsupported_response_type");
        }
        if (!(" " + asked.getOrDefault("scope", "") + " ").contains(" openid ")) {
            return Optional.of("invalid_scope");
        }
        var proper =
                "S256".equals(asked.get("code_challenge_method"))
                        && asked.getOrDefault("code_challenge", "").matches(CHALLENGE)
                        && asked.getOrDefault("state", "").matches(OPAQUE)
                        && asked.getOrDefault("nonce", "").matches(OPAQUE);
        return proper ? Optional.empty() : Optional.of("invalid_request");
    }

    private void chosen(Exchange exchange, Map<String, String> form) throws IOException {
        var wish = grants.page(form.getOrDefault("page", ""));
        var person = ExamplePerson.named(form.getOrDefault("login", ""));
        if (wish.isEmpty()) {
            exchange.page(400, ProviderHtml.refused("Diese Seite ist abgelaufen."));
        } else if (person.isEmpty()) {
            exchange.redirect(
                    answer(wish.get().redirect(), wish.get().state(), "error", "access_denied"));
        } else {
            exchange.giveSession(grants.session(person.get()));
            exchange.redirect(
                    answer(
                            wish.get().redirect(),
                            wish.get().state(),
                            "code",
                            grants.code(wish.get(), person.get())));
        }
    }

    private String answer(String redirect, String state, String name, String value) {
        return redirect
                + "?"
                + name
                + "="
                + Exchange.encoded(value)
                + "&state="
                + Exchange.encoded(state)
                + "&iss="
                + Exchange.encoded(issuer);
    }

    private void token(Exchange exchange) throws IOException {
        if (fault == OidcFault.TOKEN_DOWN) {
            exchange.error(500, "server_error");
        } else if (!exchange.isPost()) {
            exchange.error(405, "invalid_request");
        } else if (!isClient(exchange.header("Authorization"))) {
            exchange.error(401, "invalid_client");
        } else {
            token(exchange, exchange.form());
        }
    }

    private void token(Exchange exchange, Map<String, String> form) throws IOException {
        if (!"authorization_code".equals(form.get("grant_type"))) {
            exchange.error(400, "unsupported_grant_type");
            return;
        }
        var verifier = form.getOrDefault("code_verifier", "");
        var grant =
                grants.code(form.getOrDefault("code", ""))
                        .filter(g -> g.wish().redirect().equals(form.get("redirect_uri")))
                        .filter(g -> verifier.matches(VERIFIER) && g.proves(verifier));
        if (grant.isEmpty()) {
            exchange.error(400, "invalid_grant");
        } else {
            exchange.json(200, granted(grant.get()));
        }
    }

    private ObjectNode granted(Grant grant) {
        var json = CanonicalJson.object().put("access_token", grants.token(grant.person()));
        json.put("token_type", "Bearer").put("expires_in", Tokens.LIFE.toSeconds());
        return json.put(
                "id_token", tokens.idToken(grant.person(), CLIENT, grant.wish().nonce(), fault));
    }

    /** HTTP Basic with name and secret form-encoded (RFC 6749, 2.3.1). */
    private boolean isClient(String header) {
        var right =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((CLIENT + ":" + secret).getBytes(US_ASCII));
        return MessageDigest.isEqual(right.getBytes(UTF_8), header.getBytes(UTF_8));
    }

    private void userInfo(Exchange exchange) throws IOException {
        var header = exchange.header("Authorization");
        var person =
                header.startsWith("Bearer ")
                        ? grants.token(header.substring(7))
                        : Optional.<ExamplePerson>empty();
        if (person.isEmpty()) {
            exchange.error(401, "invalid_token");
        } else {
            exchange.json(200, Tokens.claims(person.get(), true));
        }
    }

    private void endSession(Exchange exchange) throws IOException {
        var asked = exchange.isPost() ? exchange.form() : exchange.query();
        var back = asked.getOrDefault("post_logout_redirect_uri", "");
        if (!tokens.isOurs(asked.getOrDefault("id_token_hint", ""))) {
            exchange.page(400, ProviderHtml.refused("Die Abmeldung nennt keine Anmeldung."));
            return;
        }
        grants.endSession(exchange.session());
        exchange.takeSession();
        if (isDesk(back, "/login")) {
            exchange.redirect(back);
        } else {
            exchange.page(200, ProviderHtml.bye());
        }
    }

    /** The desk of this machine, at whatever port (RFC 8252, 7.3). */
    private static boolean isDesk(String address, String path) {
        try {
            var uri = URI.create(address);
            return "http".equals(uri.getScheme())
                    && ("localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost()))
                    && path.equals(uri.getPath())
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
