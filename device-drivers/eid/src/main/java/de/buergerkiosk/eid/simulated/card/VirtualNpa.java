package de.buergerkiosk.eid.simulated.card;

import de.buergerkiosk.eid.simulated.eac.Bytes;
import de.buergerkiosk.eid.simulated.eac.CommandApdu;
import de.buergerkiosk.eid.simulated.eac.Malformed;
import de.buergerkiosk.eid.simulated.eac.ResponseApdu;
import de.buergerkiosk.eid.simulated.eac.SessionKeys;
import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A virtual German ID card: takes commands and answers as the chip does. This layer knows commands,
 * chaining and secure messaging; what the commands do is in {@link EidApplication}.
 */
public final class VirtualNpa implements Chip {
    /** Answer to reset of a contactless card of this kind, as a PC/SC reader reports it. */
    public static final Bytes ATR = Bytes.literal("3B8A80018031F873F741E082900075");

    /** So much plain data fits, protected, into an answer of 256 bytes. */
    private static final int SHORT_SECURED_MAX = 223;

    private static final int CHAINED_BYTES_MAX = 8192;
    private static final int CHAINED = 0x10;
    private static final int GENERAL_AUTHENTICATE = 0x86;

    /** Comparisons are the one command of a class of its own (TR-03110-3, C.4.5). */
    private static final int VERIFY = 0x20;

    private static final int PROPRIETARY = 0x80;

    /** Bits of the class byte (ISO 7816-4, 5.4.1): not of the first interindustry values, channel. */
    private static final int OTHER_CLASS = 0xE0;

    private static final int CHANNEL = 0x03;
    private static final int SECURED = 0x0C;

    private final EidApplication application;
    private Optional<Channel> channel = Optional.empty();
    private Bytes chain = Bytes.EMPTY;

    public VirtualNpa(Personalisation chip, PinMemory memory, RandomGenerator chance) {
        this.application = new EidApplication(chip, memory, chance);
    }

    private static final class Channel {
        private final SessionKeys keys;
        private long counter;

        Channel(SessionKeys keys) {
            this.keys = keys;
        }

        CommandApdu unprotect(CommandApdu secured) throws Malformed {
            return keys.unprotect(secured, ++counter);
        }

        ResponseApdu protect(ResponseApdu plain, CommandApdu command) {
            return keys.protect(plain, ++counter, command.ins() % 2 != 0);
        }
    }

    @Override
    public synchronized void reset() {
        leaveChannel();
        application.powerOff();
    }

    private void leaveChannel() {
        channel = Optional.empty();
        chain = Bytes.EMPTY;
        application.forget();
    }

    @Override
    public synchronized Bytes transmit(Bytes encoded) throws IOException, InterruptedException {
        CommandApdu command;
        try {
            command = CommandApdu.parse(encoded);
        } catch (Malformed e) {
            return Status.answer(Status.WRONG_LENGTH).encode();
        }
        Optional<Integer> refusal = refusal(command);
        if (refusal.isPresent()) {
            leaveChannel();
            return Status.answer(refusal.get()).encode();
        }
        return (command.isSecured() ? secured(command) : open(command)).encode();
    }

    /** The chip has one channel, and one kind of secure messaging. */
    private static Optional<Integer> refusal(CommandApdu command) {
        int cla = command.cla();
        int known = command.ins() == VERIFY ? OTHER_CLASS & ~PROPRIETARY : OTHER_CLASS;
        if ((cla & known) != 0) {
            return Optional.of(Status.UNKNOWN_CLASS);
        }
        if ((cla & CHANNEL) != 0) {
            return Optional.of(Status.OTHER_CHANNEL);
        }
        int security = cla & SECURED;
        return security == 0 || security == SECURED
                ? Optional.empty()
                : Optional.of(Status.OTHER_SECURITY);
    }

    private ResponseApdu open(CommandApdu command) throws IOException, InterruptedException {
        if (channel.isPresent()) {
            // a command in the clear ends what was agreed
            leaveChannel();
        }
        return execute(
                command, command.extended() ? CommandApdu.EXTENDED_MAX : CommandApdu.SHORT_MAX);
    }

    private ResponseApdu secured(CommandApdu command) throws IOException, InterruptedException {
        if (channel.isEmpty()) {
            return Status.answer(Status.SECURITY_MISSING);
        }
        // the answer still goes through the channel that the command came by
        Channel via = channel.get();
        CommandApdu plain;
        try {
            plain = via.unprotect(command);
        } catch (Malformed e) {
            leaveChannel();
            return Status.answer(Status.SECURITY_WRONG);
        }
        int most = command.extended() ? CommandApdu.EXTENDED_MAX : SHORT_SECURED_MAX;
        return via.protect(execute(plain, most), command);
    }

    private ResponseApdu execute(CommandApdu command, int bytesMax)
            throws IOException, InterruptedException {
        try {
            if ((command.cla() & CHAINED) != 0 && command.ins() != GENERAL_AUTHENTICATE) {
                chain = chain.and(command.data());
                if (chain.length() > CHAINED_BYTES_MAX) {
                    throw new Malformed("a chain without an end");
                }
                return Status.ok();
            }
            CommandApdu whole = joined(command);
            EidApplication.Turn turn = application.execute(whole, bytesMax);
            turn.newKeys().ifPresent(keys -> channel = Optional.of(new Channel(keys)));
            return turn.answer();
        } catch (Malformed e) {
            chain = Bytes.EMPTY;
            return Status.answer(Status.WRONG_DATA);
        } catch (Refused e) {
            chain = Bytes.EMPTY;
            return e.answer();
        }
    }

    private CommandApdu joined(CommandApdu last) {
        Bytes data = chain.and(last.data());
        chain = Bytes.EMPTY;
        return new CommandApdu(last.cla(), last.ins(), last.p1(), last.p2(), data, last.expected());
    }
}
