package de.buergerkiosk.central.identity;

import de.buergerkiosk.contract.identity.IdentityOffer.Asked;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * One session at the eID server, from the tcTokenURL to the one delivery. It never holds an identity.
 * Safe for several threads.
 */
final class EidSession {
    private static final int SECRET_BYTES = 16;

    private final UUID id;
    private final Asked asked;
    private final String tokenSecret;
    private final String proof;
    private final Instant expires;
    private final EidServer.UseId.Opened opened;
    private boolean tokenGiven;
    private int counter;
    private Stage stage = Stage.WAITING;

    /** How far it is. */
    enum Stage {
        WAITING,
        /** Somebody is fetching the result just now. */
        FETCHING,
        /** There is nothing more to be had. */
        OVER
    }

    EidSession(Asked asked, EidServer.UseId.Opened opened, Instant expires, SecureRandom chance) {
        this.id = new UUID(chance.nextLong(), chance.nextLong());
        this.asked = asked;
        this.opened = opened;
        this.expires = expires;
        this.tokenSecret = secret(chance);
        this.proof = secret(chance);
    }

    private static String secret(SecureRandom chance) {
        var bytes = new byte[SECRET_BYTES];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    UUID id() {
        return id;
    }

    Asked asked() {
        return asked;
    }

    Instant expires() {
        return expires;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }

    /** For one client, once: whoever comes later with the address finds nothing. */
    URI tcTokenUrl(URI base) {
        return base.resolve("/eid/token?s=" + tokenSecret);
    }

    boolean hasTokenSecret(String candidate) {
        return same(tokenSecret, candidate);
    }

    /** Only the client that went to the end, and whoever it tells, knows the proof. */
    boolean proves(String candidate) {
        return same(proof, candidate);
    }

    private static boolean same(String secret, String candidate) {
        return MessageDigest.isEqual(
                secret.getBytes(StandardCharsets.US_ASCII),
                candidate.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The TCToken; empty the second time.
     *
     * @param donePath where the client goes when it is done
     */
    synchronized Optional<String> token(URI base, String donePath) {
        if (tokenGiven || stage == Stage.OVER) {
            return Optional.empty();
        }
        tokenGiven = true;
        return Optional.of(
                TcTokenXml.of(
                        opened,
                        base.resolve(donePath + "?id=" + id + "&proof=" + proof),
                        base.resolve("/eid/trouble")));
    }

    /** Whether a client has come for it. */
    synchronized boolean isStarted() {
        return tokenGiven;
    }

    /** Takes the right to fetch the result; gives the stage that was found. */
    synchronized Stage begin() {
        var found = stage;
        if (found == Stage.WAITING) {
            stage = Stage.FETCHING;
        }
        return found;
    }

    /** Gives the right back, because there was no result yet. */
    synchronized void again() {
        stage = Stage.WAITING;
    }

    synchronized boolean isOver() {
        return stage == Stage.OVER;
    }

    synchronized void over() {
        stage = Stage.OVER;
    }

    String session() {
        return opened.session();
    }

    /** Higher each time, as getResult wants it. */
    synchronized int nextCounter() {
        counter++;
        return counter;
    }

    @Override
    public String toString() {
        return "EidSession[" + id + "]";
    }
}
