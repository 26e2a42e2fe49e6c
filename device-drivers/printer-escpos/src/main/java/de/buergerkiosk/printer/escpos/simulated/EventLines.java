package de.buergerkiosk.printer.escpos.simulated;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes what happens to the printer as one JSON object a line. */
final class EventLines {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintStream out;

    EventLines(PrintStream out) {
        this.out = out;
    }

    void started(String host, int port, long processId) {
        write("address", host + ":" + port, "port", port, "pid", processId);
    }

    void tell(PrinterEvent event) {
        switch (event) {
            case PrinterEvent.PaperOut(Paper paper, String png, String text) ->
                    write(
                            "event",
                            "paper",
                            "number",
                            paper.number(),
                            "complete",
                            paper.complete(),
                            "png",
                            png,
                            "text",
                            text);
            case PrinterEvent.Scrap() -> write("event", "scrap");
            case PrinterEvent.Complaint(String about) ->
                    write("event", "complaint", "about", about);
            case PrinterEvent.Host(boolean connected) ->
                    write("event", "host", "connected", connected);
            case PrinterEvent.Cleared() -> write("event", "cleared");
            case PrinterEvent.Status status ->
                    write(
                            "event",
                            "status",
                            "paper",
                            status.paper() ? status.paperLow() ? "low" : "ok" : "out",
                            "coverOpen",
                            status.coverOpen(),
                            "error",
                            status.error(),
                            "online",
                            status.online());
        }
    }

    private synchronized void write(Object... namesAndValues) {
        Map<String, Object> line = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            line.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        out.println(JSON.writeValueAsString(line));
        out.flush();
    }
}
