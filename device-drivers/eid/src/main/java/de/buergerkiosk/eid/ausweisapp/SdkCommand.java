package de.buergerkiosk.eid.ausweisapp;

import de.buergerkiosk.eid.ausweisapp.SdkMessage.Secret;
import java.net.URI;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A command to AusweisApp (its SDK documentation, chapter Commands). Its text can hold a PIN: it is
 * kept as characters that are wiped once they are sent, and it is never printed.
 */
final class SdkCommand {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final char[] text;

    private SdkCommand(String name, char[] text) {
        this.name = name;
        this.text = text;
    }

    private static SdkCommand of(String name, Map<String, ?> parameters) {
        var all = new LinkedHashMap<String, Object>();
        all.put("cmd", name);
        all.putAll(parameters);
        return new SdkCommand(name, JSON.writeValueAsString(all).toCharArray());
    }

    static SdkCommand plain(String name) {
        return of(name, Map.of());
    }

    static SdkCommand apiLevel(int level) {
        return of("SET_API_LEVEL", Map.of("level", level));
    }

    static SdkCommand reader(String name) {
        return of("GET_READER", Map.of("name", name));
    }

    /** With STATUS messages; never in developer mode, which relaxes checks. */
    static SdkCommand runAuth(URI tcTokenUrl) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("tcTokenURL", tcTokenUrl.toString());
        parameters.put("developerMode", false);
        parameters.put("status", true);
        return of("RUN_AUTH", parameters);
    }

    static SdkCommand runChangePin() {
        return of("RUN_CHANGE_PIN", Map.of("status", true));
    }

    static SdkCommand accessRights(Collection<String> optional) {
        return of("SET_ACCESS_RIGHTS", Map.of("chat", optional));
    }

    /** Puts the virtual card into AusweisApp's own simulated reader. */
    static SdkCommand virtualCard(String reader) {
        return of("SET_CARD", Map.of("name", reader));
    }

    /** The citizen types at the reader: AusweisApp takes no value then. */
    static SdkCommand typedAtReader(Secret secret) {
        return plain("SET_" + secret.name());
    }

    /**
     * Digits from the screen; only digits, so that nothing has to be escaped.
     *
     * @throws IllegalArgumentException if there is something else among them
     */
    static SdkCommand digits(Secret secret, char[] digits) {
        for (char digit : digits) {
            if (digit < '0' || digit > '9') {
                throw new IllegalArgumentException("only digits can be a " + secret);
            }
        }
        String name = "SET_" + secret.name();
        char[] head = ("{\"cmd\":\"" + name + "\",\"value\":\"").toCharArray();
        char[] tail = "\"}".toCharArray();
        var text = new char[head.length + digits.length + tail.length];
        System.arraycopy(head, 0, text, 0, head.length);
        System.arraycopy(digits, 0, text, head.length, digits.length);
        System.arraycopy(tail, 0, text, head.length + digits.length, tail.length);
        return new SdkCommand(name, text);
    }

    String name() {
        return name;
    }

    CharSequence text() {
        return CharBuffer.wrap(text).asReadOnlyBuffer();
    }

    /** Leaves nothing of it in memory; called when it is sent or never will be. */
    void wipe() {
        Arrays.fill(text, '\0');
    }

    @Override
    public String toString() {
        return name;
    }
}
