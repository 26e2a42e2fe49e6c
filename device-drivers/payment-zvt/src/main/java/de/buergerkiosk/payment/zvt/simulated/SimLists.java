package de.buergerkiosk.payment.zvt.simulated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Prints what the simulated terminal can do wrong. */
record SimLists(boolean json) {
    void print() {
        var faults = new ArrayList<Map<String, String>>();
        for (TerminalFault each : TerminalFault.values()) {
            faults.add(named(each.optionName(), each.description()));
        }
        var line = new ArrayList<Map<String, String>>();
        for (LineFault.Kind each : LineFault.Kind.values()) {
            line.add(named(each.optionName(), each.description()));
        }
        var quirks = new ArrayList<Map<String, String>>();
        for (Quirk each : Quirk.values()) {
            quirks.add(named(each.optionName(), each.description()));
        }
        if (json) {
            var all = new LinkedHashMap<String, List<Map<String, String>>>();
            all.put("faults", faults);
            all.put("line", line);
            all.put("quirks", quirks);
            System.out.println(JsonMapper.shared().writeValueAsString(all));
            return;
        }
        print("--fault NAME: what the terminal does wrong", faults);
        print("--line KIND@MESSAGE: what befalls one message", line);
        print("--quirk NAME: what terminals of some vendors do otherwise", quirks);
    }

    private static Map<String, String> named(String name, String description) {
        var each = new LinkedHashMap<String, String>();
        each.put("name", name);
        each.put("description", description);
        return each;
    }

    private static void print(String title, List<Map<String, String>> all) {
        System.out.println(title);
        for (Map<String, String> each : all) {
            System.out.printf(
                    Locale.ROOT, "  %-36s%s%n", each.get("name"), each.get("description"));
        }
    }
}
