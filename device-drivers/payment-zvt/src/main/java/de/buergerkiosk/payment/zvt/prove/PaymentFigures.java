package de.buergerkiosk.payment.zvt.prove;

import de.buergerkiosk.payment.zvt.journal.JournalText;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Counts the runs of a proof, and writes their books where somebody wants to compare them. */
final class PaymentFigures {
    private static final int SHOWN_MAX = 20;

    private final CRC32C digest = new CRC32C();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, Integer> moves = new TreeMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();
    private int runs;
    private int inconsistent;
    private int unclear;
    private int booked;
    private int deaths;
    private int onSockets;
    private int killed;

    void add(int run, FaultRun.Result result) {
        runs++;
        unclear += result.unclear();
        deaths += result.deaths();
        if (!result.wrong().isEmpty()) {
            inconsistent++;
            if (findings.size() < SHOWN_MAX) {
                findings.add("run " + run + ": " + String.join("; ", result.wrong()));
            }
        }
        for (PaymentOutcome outcome : result.said().values()) {
            String name = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            outcomes.merge(name, 1, Integer::sum);
        }
        result.plan()
                .payments()
                .forEach(planned -> {
                    planned.line()
                            .forEach(each ->
                                    faults.merge(each.kind().optionName(), 1, Integer::sum));
                    moves.merge(planned.move().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
                    faults.merge("terminal-" + planned.fault().optionName(), 1, Integer::sum);
                });
        booked += (int) ledgerLines(result).stream().filter(l -> l.contains("BOOKED")).count();
        digest.update(JournalText.written(result.journal()).getBytes(StandardCharsets.UTF_8));
        digest.update(String.join("\n", ledgerLines(result)).getBytes(StandardCharsets.UTF_8));
    }

    void addSocket(RealRuns.Result result) {
        onSockets++;
        add(result, "socket run ");
    }

    void addKilled(RealRuns.Result result) {
        killed++;
        add(result, "killed run ");
    }

    private void add(RealRuns.Result result, String kind) {
        unclear += result.unclear();
        booked += result.booked();
        if (!result.wrong().isEmpty()) {
            inconsistent++;
            if (findings.size() < SHOWN_MAX) {
                findings.add(kind + result.name() + ": " + String.join("; ", result.wrong()));
            }
        }
    }

    private static List<String> ledgerLines(FaultRun.Result result) {
        return result.ledger().stream()
                .map(entry -> JsonMapper.shared().writeValueAsString(entry))
                .toList();
    }

    /** {@code DIR/00001/journal.jsonl}, {@code ledger.jsonl} and {@code run.json}. */
    static void write(Path directory, int run, FaultRun.Result result) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("%05d".formatted(run)));
        Files.writeString(folder.resolve("journal.jsonl"), JournalText.written(result.journal()));
        String ledger = String.join("\n", ledgerLines(result));
        Files.writeString(folder.resolve("ledger.jsonl"), ledger.isEmpty() ? "" : ledger + "\n");
        ObjectNode about = JsonMapper.shared().createObjectNode();
        var payments = about.putArray("payments");
        for (RunPlan.Planned planned : result.plan().payments()) {
            ObjectNode payment = payments.addObject();
            payment.put("reference", planned.order().reference());
            payment.put("amountCents", planned.order().amountCents());
            payment.put("terminal", planned.fault().optionName());
            var line = payment.putArray("line");
            planned.line().forEach(each -> line.add(each.text()));
            var deaths = payment.putArray("killedAfter");
            planned.deaths().forEach(deaths::add);
            payment.put("move", planned.move().name());
            payment.put("goods", planned.goods().name());
            payment.put("said", String.valueOf(result.said().get(planned.order().reference())));
        }
        var wrong = about.putArray("inconsistent");
        result.wrong().forEach(wrong::add);
        Files.writeString(
                folder.resolve("run.json"), JsonMapper.shared().writeValueAsString(about));
    }

    boolean isSound() {
        return inconsistent == 0 && unclear == 0;
    }

    ObjectNode json(long seed) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("runs", runs);
        json.put("inconsistent", inconsistent);
        json.put("unclear", unclear);
        json.put("seed", seed);
        json.put("booked", booked);
        json.put("killedInMemory", deaths);
        json.put("onSockets", onSockets);
        json.put("killed", killed);
        ObjectNode all = json.putObject("payments");
        outcomes.forEach(all::put);
        ObjectNode planned = json.putObject("moves");
        moves.forEach(planned::put);
        ObjectNode befallen = json.putObject("faults");
        faults.forEach(befallen::put);
        json.put("digest", "%08x".formatted(digest.getValue()));
        var list = json.putArray("findings");
        findings.forEach(list::add);
        return json;
    }
}
