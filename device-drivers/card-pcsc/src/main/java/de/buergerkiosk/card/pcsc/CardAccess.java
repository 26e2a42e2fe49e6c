package de.buergerkiosk.card.pcsc;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * EF.CardAccess: which protocols the chip speaks (TR-03110 part 3, A.1). Readable by anybody, without
 * a word about the holder.
 *
 * @param protocols object identifiers with dots, in their order
 */
public record CardAccess(Set<String> protocols) {
    static final String PACE = "0.4.0.127.0.7.2.2.4.";
    static final String TERMINAL_AUTHENTICATION = "0.4.0.127.0.7.2.2.2";
    static final String CHIP_AUTHENTICATION = "0.4.0.127.0.7.2.2.3.";
    private static final int SET = 0x31;
    private static final int SEQUENCE = 0x30;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int LONG_FORM = 0x80;

    public CardAccess {
        protocols = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(protocols));
    }

    /** PACE, terminal and chip authentication: what every German eID document has. */
    public boolean isEid() {
        return has(PACE) && has(TERMINAL_AUTHENTICATION) && has(CHIP_AUTHENTICATION);
    }

    private boolean has(String prefix) {
        return protocols.stream().anyMatch(each -> each.startsWith(prefix));
    }

    /** The file: a SET OF SEQUENCE, each beginning with an identifier; empty if it is none. */
    public static Optional<CardAccess> parse(byte[] file) {
        try {
            var all = new Element(file, 0);
            if (all.tag() != SET) {
                return Optional.empty();
            }
            var protocols = new LinkedHashSet<String>();
            for (int at = all.from(); at < all.to(); ) {
                var entry = new Element(file, at);
                if (entry.tag() != SEQUENCE || entry.to() > all.to()) {
                    return Optional.empty();
                }
                var identifier = new Element(file, entry.from());
                if (identifier.tag() != OBJECT_IDENTIFIER || identifier.to() > entry.to()) {
                    return Optional.empty();
                }
                protocols.add(dotted(Arrays.copyOfRange(file, identifier.from(), identifier.to())));
                at = entry.to();
            }
            return Optional.of(new CardAccess(protocols));
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            // a card may answer with anything
            return Optional.empty();
        }
    }

    /** Length of the whole file, by its first bytes; empty if they cannot tell. */
    static Optional<Integer> length(byte[] beginning) {
        try {
            var all = new Element(beginning, 0, false);
            return all.tag() == SET ? Optional.of(all.to()) : Optional.empty();
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static String dotted(byte[] identifier) {
        if (identifier.length == 0 || (identifier[identifier.length - 1] & LONG_FORM) != 0) {
            throw new IndexOutOfBoundsException("an identifier without end");
        }
        var text = new StringBuilder();
        long value = 0;
        for (byte each : identifier) {
            value = Math.addExact(Math.multiplyExact(value, 128L), each & 0x7F);
            if ((each & LONG_FORM) == 0) {
                if (text.isEmpty()) {
                    long first = Math.min(value / 40, 2);
                    text.append(first).append('.').append(value - 40 * first);
                } else {
                    text.append('.').append(value);
                }
                value = 0;
            }
        }
        return text.toString();
    }

    /** A piece of DER: its tag, and where its content lies. */
    private record Element(int tag, int from, int to) {
        Element(byte[] data, int at) {
            this(data, at, true);
        }

        Element(byte[] data, int at, boolean whole) {
            int first = data[at + 1] & 0xFF;
            int more = first < LONG_FORM ? 0 : first & 0x7F;
            if (more > 2) {
                throw new IndexOutOfBoundsException("longer than a card can be");
            }
            int length = first < LONG_FORM ? first : 0;
            for (int i = 0; i < more; i++) {
                length = (length << 8) | (data[at + 2 + i] & 0xFF);
            }
            int from = at + 2 + more;
            if (whole && from + length > data.length) {
                throw new IndexOutOfBoundsException("cut off");
            }
            this(data[at] & 0xFF, from, from + length);
        }
    }
}
