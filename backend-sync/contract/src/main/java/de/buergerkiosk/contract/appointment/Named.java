package de.buergerkiosk.contract.appointment;

import de.buergerkiosk.contract.json.Checks;
import de.buergerkiosk.contract.json.Fields;
import tools.jackson.databind.node.ObjectNode;

/** What people call something, German and English. */
public record Named(String german, String english) {
    private static final int CHARACTERS_MAX = 120;

    public Named {
        Checks.filled("name.de", german, CHARACTERS_MAX);
        Checks.filled("name.en", english, CHARACTERS_MAX);
    }

    void into(ObjectNode json, String field) {
        json.putObject(field).put("de", german).put("en", english);
    }

    static Named of(Fields fields) {
        var named = new Named(fields.text("de"), fields.text("en"));
        fields.end();
        return named;
    }
}
