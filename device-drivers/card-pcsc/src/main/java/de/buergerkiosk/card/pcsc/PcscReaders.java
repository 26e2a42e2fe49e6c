package de.buergerkiosk.card.pcsc;

import de.buergerkiosk.ports.eid.CardGlance;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import javax.smartcardio.TerminalFactory;

/**
 * The readers of this machine. A look asks the service only whether something lies there. A probe
 * asks a card what it is, unless anybody else has it open: then it gets not one byte, so a probe
 * does not disturb an identification, not even that of another program. Whoever opens the card
 * between the question and the probe, which is milliseconds, waits until the probe is over.
 */
public final class PcscReaders implements CardGlance {
    /** A probe of a slow card takes two seconds; a look takes none. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(8);

    private static final int FILE_MAX = 4096;
    private static final int CHUNK = 0xDF;
    private static final int OK = 0x9000;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Application of German online identification (TR-03110 part 4). */
    private static final CommandAPDU SELECT_EID =
            new CommandAPDU(0x00, 0xA4, 0x04, 0x0C, HexFormat.of().parseHex("E80704007F00070302"));

    private static final CommandAPDU SELECT_MASTER_FILE =
            new CommandAPDU(0x00, 0xA4, 0x00, 0x0C, new byte[] {0x3F, 0x00});

    private final PatientAsking asking = new PatientAsking(ANSWER_MAX);

    /** What is plugged in and whether something lies in it; no card is touched. */
    public ReaderLook.All look() {
        return readers(false);
    }

    /** What the readers can do and what the cards are, as far as nobody else works with them. */
    public ReaderLook.All probe() {
        return readers(true);
    }

    @Override
    public Lying look(Optional<String> reader) {
        return switch (look().only(reader)) {
            case ReaderLook.All.Unavailable _ -> Lying.UNKNOWN;
            case ReaderLook.All.Seen(var citizens) when citizens.isEmpty() -> Lying.UNKNOWN;
            case ReaderLook.All.Seen(var citizens) ->
                    citizens.stream().anyMatch(ReaderLook::holdsCard)
                            ? Lying.PRESENT
                            : Lying.ABSENT;
        };
    }

    private ReaderLook.All readers(boolean probing) {
        return asking.ask(() -> asked(probing))
                .orElseGet(() ->
                        new ReaderLook.All.Unavailable(
                                CardTrouble.DAEMON_DOWN.fault("it takes the question, no more")));
    }

    private static ReaderLook.All asked(boolean probing) {
        return switch (SlotStates.ask()) {
            case SlotStates.Answer.None(var observed) ->
                    new ReaderLook.All.Unavailable(CardTrouble.DAEMON_DOWN.fault(observed));
            case SlotStates.Answer.Slots(var slots) ->
                    new ReaderLook.All.Seen(
                            slots.stream().map(slot -> look(slot, probing)).toList());
        };
    }

    private static ReaderLook look(SlotStates.Slot slot, boolean probing) {
        if (!slot.present()) {
            return new ReaderLook(
                    slot.reader(),
                    new CardLook.Empty(),
                    probing ? abilities(slot.reader()) : ReaderAbilities.none());
        }
        if (slot.mute()) {
            return new ReaderLook(slot.reader(), new CardLook.Mute(), ReaderAbilities.none());
        }
        // whoever has it open may be in the middle of a secure channel: not one byte to it
        if (slot.inUse()) {
            return new ReaderLook(slot.reader(), new CardLook.InUse(), ReaderAbilities.none());
        }
        return probing
                ? new ReaderLook(slot.reader(), card(slot.reader()), abilities(slot.reader()))
                : new ReaderLook(slot.reader(), new CardLook.Untouched(), ReaderAbilities.none());
    }

    /** Java's own way to the reader; empty when the service was restarted under its feet. */
    private static Optional<CardTerminal> terminal(String reader) {
        try {
            // Java's provider takes no parameters, and says so to anything but null
            return TerminalFactory.getInstance("PC/SC", null).terminals().list().stream()
                    .filter(each -> each.getName().equals(reader))
                    .findFirst();
        } catch (NoSuchAlgorithmException | CardException e) {
            return Optional.empty();
        }
    }

    private static CardLook card(String reader) {
        Optional<CardTerminal> terminal = terminal(reader);
        if (terminal.isEmpty()) {
            return new CardLook.Untouched();
        }
        Card card;
        try {
            card = terminal.get().connect("*");
        } catch (CardException e) {
            return switch (Pcsc.code(e).orElse("")) {
                case "SCARD_E_SHARING_VIOLATION" -> new CardLook.InUse();
                case "SCARD_E_NO_SMARTCARD", "SCARD_W_REMOVED_CARD" -> new CardLook.Empty();
                default -> new CardLook.Mute();
            };
        }
        try {
            card.beginExclusive();
            return told(card);
        } catch (CardException | IllegalStateException e) {
            return new CardLook.Mute();
        } finally {
            leave(card);
        }
    }

    private static CardLook told(Card card) throws CardException {
        String atr = HEX.formatHex(card.getATR().getBytes());
        CardChannel channel = card.getBasicChannel();
        ResponseAPDU application = channel.transmit(SELECT_EID);
        if (application.getSW() != OK) {
            return new CardLook.Foreign(
                    atr, Optional.of("no eID application, %04X".formatted(application.getSW())));
        }
        Optional<CardAccess> access = cardAccess(channel);
        return access.filter(CardAccess::isEid)
                .<CardLook>map(known ->
                        new CardLook.Eid(
                                atr,
                                known.protocols().stream()
                                        .filter(each -> each.startsWith(CardAccess.PACE))
                                        .toList()))
                .orElseGet(() -> new CardLook.Foreign(atr, Optional.of("no usable EF.CardAccess")));
    }

    /** READ BINARY with short file identifier 1C, then by offset. */
    private static Optional<CardAccess> cardAccess(CardChannel channel) throws CardException {
        channel.transmit(SELECT_MASTER_FILE);
        byte[] file = channel.transmit(new CommandAPDU(0x00, 0xB0, 0x9C, 0x00, CHUNK)).getData();
        Optional<Integer> length = CardAccess.length(file).filter(whole -> whole <= FILE_MAX);
        while (length.isPresent() && file.length < length.get()) {
            int rest = Math.min(CHUNK, length.get() - file.length);
            byte[] more =
                    channel.transmit(
                                    new CommandAPDU(
                                            0x00, 0xB0, file.length >> 8, file.length & 0xFF, rest))
                            .getData();
            if (more.length == 0) {
                return Optional.empty();
            }
            byte[] longer = java.util.Arrays.copyOf(file, file.length + more.length);
            System.arraycopy(more, 0, longer, file.length, more.length);
            file = longer;
        }
        return CardAccess.parse(file);
    }

    /** Talks to the reader itself, not to a card. */
    private static ReaderAbilities abilities(String name) {
        Optional<CardTerminal> terminal = terminal(name);
        if (terminal.isEmpty()) {
            return ReaderAbilities.none();
        }
        Card reader;
        try {
            reader = terminal.get().connect("DIRECT");
        } catch (CardException e) {
            return ReaderAbilities.none();
        }
        try {
            Map<Integer, Integer> features =
                    ReaderAbilities.features(
                                    reader.transmitControlCommand(
                                            ReaderAbilities.FEATURE_REQUEST, new byte[0]))
                            .orElse(Map.of());
            Integer pace = features.get(ReaderAbilities.EXECUTE_PACE);
            Set<ReaderAbilities.Pace> capabilities =
                    pace == null
                            ? Set.of()
                            : ReaderAbilities.paceCapabilities(
                                    reader.transmitControlCommand(
                                            pace, ReaderAbilities.PACE_CAPABILITIES));
            return new ReaderAbilities(
                    features.containsKey(ReaderAbilities.VERIFY_PIN_DIRECT), capabilities);
        } catch (CardException | IllegalStateException e) {
            // readers without any feature refuse the question itself
            return ReaderAbilities.none();
        } finally {
            leave(reader);
        }
    }

    private static void leave(Card card) {
        try {
            card.disconnect(false);
        } catch (CardException e) {
            // gone with its card or its reader
        }
    }
}
