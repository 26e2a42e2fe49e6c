package de.buergerkiosk.eid.simulated.eac;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Keys of one secure channel between terminal and card, and what is done with them: secure messaging
 * (TR-03110-3, F) and authentication tokens (A.2.4). The counter of messages is the caller's: odd for
 * commands, even for answers, beginning with 1.
 */
public record SessionKeys(Bytes encryption, Bytes authentication) {
    private static final Bytes ZERO_IV = Bytes.of(new byte[Symmetric.BLOCK]);

    /** Keys from a common secret, with the nonce of chip authentication or without. */
    public static SessionKeys derive(Bytes secret, Bytes nonce) {
        return new SessionKeys(
                Symmetric.derive(1, secret, nonce), Symmetric.derive(2, secret, nonce));
    }

    /** PACE's nonce under the key of a password; one block. */
    public static Bytes encryptNonce(Bytes password, Bytes nonce) {
        return Symmetric.encrypt(Symmetric.derive(3, password), ZERO_IV, nonce);
    }

    public static Bytes decryptNonce(Bytes password, Bytes cryptogram) throws Malformed {
        if (cryptogram.length() != Symmetric.BLOCK) {
            throw new Malformed("a nonce of " + cryptogram.length() + " bytes");
        }
        return Symmetric.decrypt(Symmetric.derive(3, password), ZERO_IV, cryptogram);
    }

    /** The token that proves that its maker has these keys. */
    public Bytes token(Bytes protocol, Bytes publicPoint) {
        return Symmetric.mac(
                authentication, Tlv.of(0x7F49, Tlv.of(0x06, protocol), Tlv.of(0x86, publicPoint)));
    }

    private static Bytes counted(long counter) {
        var bytes = new byte[Symmetric.BLOCK];
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[Symmetric.BLOCK - 1 - i] = (byte) (counter >>> (8 * i));
        }
        return Bytes.of(bytes);
    }

    private Bytes iv(long counter) {
        return Symmetric.encrypt(encryption, ZERO_IV, counted(counter));
    }

    public CommandApdu protect(CommandApdu plain, long counter) {
        Bytes objects = Bytes.EMPTY;
        if (!plain.data().isEmpty()) {
            Bytes cryptogram =
                    Symmetric.encrypt(encryption, iv(counter), Symmetric.pad(plain.data()));
            objects =
                    plain.ins() % 2 == 0
                            ? Tlv.of(0x87, Bytes.ofInts(1), cryptogram)
                            : Tlv.of(0x85, cryptogram);
        }
        if (plain.expected().isPresent()) {
            int n = plain.expected().getAsInt();
            objects =
                    objects.and(
                            Tlv.of(
                                    0x97,
                                    plain.extended() ? Bytes.ofInts(n >> 8, n) : Bytes.ofInts(n)));
        }
        int cla = plain.securedCla();
        Bytes mac = mac(counter, Bytes.ofInts(cla, plain.ins(), plain.p1(), plain.p2()), objects);
        Bytes data = objects.and(Tlv.of(0x8E, mac));
        boolean extended = plain.extended() || data.length() > 255;
        int expected = extended ? CommandApdu.EXTENDED_MAX : CommandApdu.SHORT_MAX;
        return new CommandApdu(
                cla, plain.ins(), plain.p1(), plain.p2(), data, OptionalInt.of(expected), extended);
    }

    private Bytes mac(long counter, Bytes header, Bytes objects) {
        Bytes message = counted(counter).and(Symmetric.pad(header));
        return Symmetric.mac(
                authentication, objects.isEmpty() ? message : message.and(Symmetric.pad(objects)));
    }

    /** At the card: the command in a protected one. */
    public CommandApdu unprotect(CommandApdu secured, long counter) throws Malformed {
        List<Tlv> objects = Tlv.parseAll(secured.data());
        Bytes expectedMac = mac(counter, secured.header(), withoutMac(objects));
        if (!Tlv.need(objects, 0x8E).equals(expectedMac)) {
            throw new Malformed("a wrong MAC over a command");
        }
        Bytes data = decrypted(objects, counter, secured.ins() % 2 == 0 ? 0x87 : 0x85);
        var wanted = Tlv.find(objects, 0x97);
        OptionalInt expected = OptionalInt.empty();
        if (wanted.isPresent()) {
            expected = OptionalInt.of(wanted(wanted.get()));
        }
        return new CommandApdu(
                secured.plainCla(),
                secured.ins(),
                secured.p1(),
                secured.p2(),
                data,
                expected,
                secured.extended());
    }

    private static int wanted(Bytes le) throws Malformed {
        if (le.length() == 1) {
            return le.at(0) == 0 ? CommandApdu.SHORT_MAX : le.at(0);
        }
        if (le.length() == 2) {
            int n = le.at(0) << 8 | le.at(1);
            return n == 0 ? CommandApdu.EXTENDED_MAX : n;
        }
        throw new Malformed("an expected length of " + le.length() + " bytes");
    }

    private static Bytes withoutMac(List<Tlv> objects) {
        var kept = new ArrayList<Bytes>();
        for (Tlv object : objects) {
            if (object.tag() != 0x8E) {
                kept.add(object.encode());
            }
        }
        return Bytes.concat(kept.toArray(Bytes[]::new));
    }

    private Bytes decrypted(List<Tlv> objects, long counter, int tag) throws Malformed {
        var cryptogram = Tlv.find(objects, tag);
        if (cryptogram.isEmpty()) {
            return Bytes.EMPTY;
        }
        Bytes blocks = cryptogram.get();
        if (tag == 0x87) {
            if (blocks.isEmpty() || blocks.at(0) != 1) {
                throw new Malformed("a cryptogram with unknown padding");
            }
            blocks = blocks.from(1);
        }
        return Symmetric.unpad(Symmetric.decrypt(encryption, iv(counter), blocks));
    }

    /** At the card: the answer to a protected command. */
    public ResponseApdu protect(ResponseApdu plain, long counter, boolean oddInstruction) {
        Bytes objects = Bytes.EMPTY;
        if (!plain.data().isEmpty()) {
            Bytes cryptogram =
                    Symmetric.encrypt(encryption, iv(counter), Symmetric.pad(plain.data()));
            objects =
                    oddInstruction
                            ? Tlv.of(0x85, cryptogram)
                            : Tlv.of(0x87, Bytes.ofInts(1), cryptogram);
        }
        objects = objects.and(Tlv.of(0x99, Bytes.ofInts(plain.status() >> 8, plain.status())));
        return new ResponseApdu(objects.and(Tlv.of(0x8E, mac(counter, objects))), plain.status());
    }

    private Bytes mac(long counter, Bytes objects) {
        return Symmetric.mac(authentication, counted(counter).and(Symmetric.pad(objects)));
    }

    /**
     * At the terminal: the answer in a protected one.
     *
     * @throws Malformed also when the card answered without protection
     */
    public ResponseApdu unprotect(ResponseApdu secured, long counter) throws Malformed {
        if (secured.data().isEmpty()) {
            throw new Malformed("an answer without protection, status " + secured.word());
        }
        List<Tlv> objects = Tlv.parseAll(secured.data());
        if (!Tlv.need(objects, 0x8E).equals(mac(counter, withoutMac(objects)))) {
            throw new Malformed("a wrong MAC over an answer");
        }
        Bytes status = Tlv.need(objects, 0x99);
        if (status.length() != 2) {
            throw new Malformed("a status of " + status.length() + " bytes");
        }
        Bytes data = decrypted(objects, counter, Tlv.find(objects, 0x85).isPresent() ? 0x85 : 0x87);
        return new ResponseApdu(data, status.at(0) << 8 | status.at(1));
    }

    @Override
    public String toString() {
        return "[keys]";
    }
}
