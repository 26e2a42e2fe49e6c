package de.buergerkiosk.forms;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads {@code service.json} and puts the definition together. */
record ServiceReader(Source source, List<FeeTable> fees) {
    static final String FILE = "service.json";

    /** What every service says about itself, whatever its file holds. */
    private static final String TITLE = "service.title";

    ServiceDefinition definition(
            FormPlan plan, Optional<DocumentTemplate> document, List<PaperLine> paper) {
        var node = source.document(FILE).orElseThrow();
        return new ServiceDefinition(
                node.path("id").asString(),
                node.path("version").asString(),
                node.path("leikaKey").asString(),
                node.path("regionalKey").asString(),
                node.path("office").asString(),
                text(TITLE),
                text("office.name"),
                text("service.summary"),
                node.path("icon").asString(),
                page(node.path("page")),
                identification(node.path("identification")),
                PaymentPolicy.valueOf(upper(node.path("payment"))),
                payLater(node.path("payLater")),
                OfflinePolicy.valueOf(upper(node.path("offline"))),
                languages(),
                validFrom(),
                validTo(),
                node.path("retentionDays").asInt(),
                document,
                paper,
                plan);
    }

    Set<String> languages() {
        return new LinkedHashSet<>(strings(source.document(FILE).orElseThrow().path("languages")));
    }

    LocalDate validFrom() {
        var node = source.document(FILE).orElseThrow();
        return source.day(FILE, "/validFrom", node.path("validFrom"));
    }

    Optional<LocalDate> validTo() {
        return source.day(FILE, "", source.document(FILE).orElseThrow(), "validTo");
    }

    Map<String, String> prefill() {
        var file = "map/prefill.json";
        var prefill = new HashMap<String, String>();
        source.document(file)
                .ifPresent(document ->
                        Source.strings(document)
                                .forEach((path, attribute) ->
                                        source.field(file, "/" + path, path)
                                                .ifPresent(field -> prefill.put(path, attribute))));
        var needsIdentity =
                source.document(FILE)
                        .orElseThrow()
                        .path("identification")
                        .path("needed")
                        .asBoolean();
        if (!prefill.isEmpty() && !needsIdentity) {
            source.findings()
                    .add(
                            file,
                            "",
                            "there is no ID card to fill fields from",
                            "Remove the file, or ask for identification in " + FILE + ".");
        }
        return prefill;
    }

    /** Own words for what the engine finds: {@code error.<path>.<keyword>}. */
    Map<String, Localized> wordings() {
        var wordings = new HashMap<String, Localized>();
        for (var key : source.texts().keys()) {
            var dot = key.lastIndexOf('.');
            if (key.startsWith("error.") && dot > "error.".length()) {
                var path = key.substring("error.".length(), dot);
                if (source.schema().field(path).isPresent()) {
                    wordings.put(key, source.texts().get(key, FILE, Set.of("min", "max")));
                }
            }
        }
        return wordings;
    }

    private ServicePage page(JsonNode page) {
        var table = new Fees(fees);
        var amounts = new HashSet<String>();
        fees.forEach(fee -> amounts.addAll(table.amounts(fee.validFrom()).keySet()));
        var sentence = source.texts().get("service.fee", FILE, amounts);
        var documents = strings(page.path("documents")).stream().map(this::text).toList();
        return new ServicePage(
                text("service.what"),
                day -> fee(sentence, table, day),
                documents,
                page.path("durationMinutes").asInt(),
                text("service.legalBasis"),
                text("service.hours"));
    }

    private static Localized fee(Localized sentence, Fees fees, LocalDate day) {
        var values = new HashMap<String, Localized>();
        fees.amounts(day)
                .forEach((name, cents) -> {
                    var wordings = new HashMap<String, String>();
                    sentence.byLanguage()
                            .keySet()
                            .forEach(language ->
                                    wordings.put(language, Worded.money(cents, language)));
                    values.put(name, new Localized(wordings));
                });
        return Filling.fill(sentence, values);
    }

    private Optional<PayLater> payLater(JsonNode node) {
        return node.isObject()
                ? Optional.of(
                        new PayLater(
                                PayLater.Offered.valueOf(upper(node.path("offered"))),
                                node.path("dueDays").asInt(),
                                PayLater.Issue.valueOf(upper(node.path("issue"))),
                                text(node.path("notice").asString())))
                : Optional.empty();
    }

    private Identification identification(JsonNode node) {
        if (!node.path("needed").asBoolean()) {
            return new Identification.NotNeeded();
        }
        var required = Set.copyOf(strings(node.path("required")));
        var optional = Set.copyOf(strings(node.path("optional")));
        if (required.stream().anyMatch(optional::contains)) {
            source.findings()
                    .add(
                            FILE,
                            "/identification/optional",
                            "repeats what is required",
                            "Remove it from one of the two lists.");
        }
        paired(node, "ageOver", "AGE_VERIFICATION", required, optional);
        paired(node, "placeIs", "ADDRESS_VERIFICATION", required, optional);
        return new Identification.Needed(
                required,
                optional,
                node.has("ageOver") ? Optional.of(node.path("ageOver").asInt()) : Optional.empty(),
                node.has("placeIs")
                        ? Optional.of(node.path("placeIs").asString())
                        : Optional.empty(),
                text(node.path("purpose").asString()));
    }

    /** A comparison needs the value, and the value means nothing without it. */
    private void paired(
            JsonNode node, String value, String right, Set<String> required, Set<String> optional) {
        var asked = required.contains(right) || optional.contains(right);
        if (asked != node.has(value)) {
            source.findings()
                    .add(
                            FILE,
                            "/identification",
                            asked
                                    ? right + " needs a value to compare with"
                                    : value + " is compared with nothing",
                            asked ? "Add " + value + "." : "Ask for " + right + ".");
        }
    }

    private Localized text(String key) {
        return source.texts().get(key, FILE);
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String upper(JsonNode node) {
        return node.asString().toUpperCase(Locale.ROOT);
    }
}
