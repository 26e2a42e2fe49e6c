package de.buergerkiosk.central.oidc.simulated;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the simulated provider remembers: sign-ins under way, codes, access tokens, sessions. */
final class Grants {
    private static final Duration PAGE_LIFE = Duration.ofMinutes(10);
    private static final Duration CODE_LIFE = Duration.ofSeconds(60);
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);
    private static final Duration SESSION_LIFE = Duration.ofHours(8);
    private static final int EACH_MAX = 1000;

    private final SecureRandom chance;
    private final InstantSource clock;
    private final Map<String, Kept<Wish>> pages = new LinkedHashMap<>();
    private final Map<String, Kept<Grant>> codes = new LinkedHashMap<>();
    private final Map<String, Kept<ExamplePerson>> tokens = new LinkedHashMap<>();
    private final Map<String, Kept<ExamplePerson>> sessions = new LinkedHashMap<>();

    Grants(SecureRandom chance, InstantSource clock) {
        this.chance = chance;
        this.clock = clock;
    }

    /** What a client asked for. */
    record Wish(String client, String redirect, String state, String nonce, String challenge) {}

    /** A code stands for it, once. */
    record Grant(Wish wish, ExamplePerson person) {
        /** Whether the verifier belongs to the challenge (RFC 7636, 4.6). */
        boolean proves(String verifier) {
            try {
                var hash = MessageDigest.getInstance("SHA-256");
                var made =
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(hash.digest(verifier.getBytes(US_ASCII)));
                return MessageDigest.isEqual(
                        made.getBytes(US_ASCII), wish.challenge().getBytes(US_ASCII));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    private record Kept<T>(T what, Instant until) {}

    synchronized String page(Wish wish) {
        return keep(pages, wish, PAGE_LIFE);
    }

    synchronized Optional<Wish> page(String id) {
        return take(pages, id);
    }

    synchronized String code(Wish wish, ExamplePerson person) {
        return keep(codes, new Grant(wish, person), CODE_LIFE);
    }

    /** Counts once. */
    synchronized Optional<Grant> code(String code) {
        return take(codes, code);
    }

    synchronized String token(ExamplePerson person) {
        return keep(tokens, person, TOKEN_LIFE);
    }

    synchronized Optional<ExamplePerson> token(String token) {
        return look(tokens, token);
    }

    synchronized String session(ExamplePerson person) {
        return keep(sessions, person, SESSION_LIFE);
    }

    synchronized Optional<ExamplePerson> session(String id) {
        return look(sessions, id);
    }

    synchronized void endSession(String id) {
        sessions.remove(id);
    }

    private <T> String keep(Map<String, Kept<T>> in, T what, Duration life) {
        var bytes = new byte[24];
        chance.nextBytes(bytes);
        var id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        in.put(id, new Kept<>(what, clock.instant().plus(life)));
        if (in.size() > EACH_MAX) {
            in.remove(in.keySet().iterator().next());
        }
        return id;
    }

    private <T> Optional<T> take(Map<String, Kept<T>> from, String id) {
        var found = look(from, id);
        from.remove(id);
        return found;
    }

    private <T> Optional<T> look(Map<String, Kept<T>> from, String id) {
        return Optional.ofNullable(from.get(id))
                .filter(kept -> clock.instant().isBefore(kept.until()))
                .map(Kept::what);
    }
}
