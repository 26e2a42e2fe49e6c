package de.buergerkiosk.payment.zvt.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;

/**
 * The character set of texts. PA00P015 knows CP437 where nothing else was agreed, UTF-8 (tag 14: FE)
 * and the parts of ISO 8859 by their number. Some terminals always send ISO 8859-15, whatever was
 * agreed: that is a setting of the driver.
 */
public final class TextEncoding {
    static final int UTF_8_CODE = 0xFE;
    static final int CP437_CODE = 0xFF;

    public static final Charset CP437 = Charset.forName("IBM437");

    private static final int CHARACTER_SET = 0x14;

    private TextEncoding() {}

    /** What tag 14 among these objects says, else the usual one. */
    public static Charset of(List<Tlv> objects, Charset usual) {
        for (Tlv object : objects) {
            if (object.tag() == CHARACTER_SET && object.value().length() == 1) {
                return of(object.value().at(0), usual);
            }
        }
        return usual;
    }

    /**
     * Text of a terminal that was asked for UTF-8 and may send what it always sends: what can be UTF-8
     * is, because umlauts of the other sets are never.
     */
    static String text(Octets octets, Charset usual) {
        if (isAscii(octets)) {
            return octets.text(StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toArray()))
                    .toString();
        } catch (CharacterCodingException another) {
            return octets.text(usual);
        }
    }

    private static boolean isAscii(Octets octets) {
        for (int i = 0; i < octets.length(); i++) {
            if (octets.at(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    static Charset of(int code, Charset usual) {
        return switch (code) {
            case UTF_8_CODE -> StandardCharsets.UTF_8;
            case CP437_CODE -> CP437;
            default -> code >= 1 && code <= 16 ? part(code, usual) : usual;
        };
    }

    private static Charset part(int number, Charset usual) {
        try {
            return Charset.forName("ISO-8859-" + number);
        } catch (UnsupportedCharsetException | IllegalCharsetNameException notOnThisMachine) {
            return usual;
        }
    }
}
