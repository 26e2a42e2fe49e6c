package de.buergerkiosk.eid.ausweisapp.simulated;

import de.buergerkiosk.eid.MunicipalityKey;
import de.buergerkiosk.eid.ausweisapp.simulated.SimulatedAusweisApp.Session;
import de.buergerkiosk.ports.eid.EidEvent.Compared;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Workflow AUTH: rights, consent, card, PIN, progress, refresh address. */
final class SimulatedAuth extends SimulatedWorkflow {
    private static final String RESULT = "http://www.bsi.bund.de/ecard/api/1.1/result";

    private final String tcTokenUrl;
    private Session session = new Session(Set.of(), Set.of(), Compared.NOTHING);
    private Set<String> granted = Set.of();

    SimulatedAuth(Tools tools, String tcTokenUrl) {
        super(tools);
        this.tcTokenUrl = tcTokenUrl;
    }

    private boolean has(SdkFault fault) {
        return tools().settings().faults().contains(fault);
    }

    @Override
    String name() {
        return "AUTH";
    }

    @Override
    String pinForm() {
        return "[0-9]{6}";
    }

    @Override
    void start() throws IOException {
        if (misbehaves()) {
            return;
        }
        send(SimulatedWorkflows.message("AUTH"));
        status();
        Optional<Session> waits = tools().settings().finish().start(URI.create(tcTokenUrl));
        if (has(SdkFault.SERVER_UNREACHABLE) || waits.isEmpty()) {
            failed("dp#trustedChannelEstablishmentFailed", false);
            return;
        }
        if (has(SdkFault.SERVER_UNTRUSTED)) {
            failed("il/signature#invalidCertificatePath", true);
            return;
        }
        session = waits.get();
        granted = session.optional();
        if (has(SdkFault.PIN_BEFORE_CONSENT)) {
            enter(Waiting.ENTER_PIN, Optional.empty());
        } else if (has(SdkFault.SUCCESS_WITHOUT_CARD)) {
            proved();
        } else {
            waitFor(Waiting.ACCESS_RIGHTS);
            status();
            accessRights(effective());
        }
    }

    private boolean misbehaves() throws IOException {
        if (has(SdkFault.NOT_JSON)) {
            tools().wire().send("Guten Tag");
        } else if (has(SdkFault.NO_MESSAGE)) {
            tools().wire().send("{\"message\":\"AUTH\"}");
        } else if (has(SdkFault.HUGE_MESSAGE)) {
            tools().wire().send("{\"msg\":\"AUTH\",\"error\":\"" + "x".repeat(2_000_000) + "\"}");
        } else if (has(SdkFault.BINARY)) {
            tools().wire().sendBytes();
        } else if (has(SdkFault.FLOOD)) {
            for (int i = 0; i < 10_000; i++) {
                status();
            }
        } else {
            return has(SdkFault.SILENT);
        }
        return true;
    }

    private Set<String> effective() {
        var effective = new TreeSet<>(session.required());
        effective.addAll(granted);
        return effective;
    }

    private void accessRights(Set<String> effective) throws IOException {
        ObjectNode message = SimulatedWorkflows.message("ACCESS_RIGHTS");
        ObjectNode chat = message.putObject("chat");
        all(chat.putArray("effective"), effective);
        all(chat.putArray("optional"), session.optional());
        all(chat.putArray("required"), session.required());
        aux(message.putObject("aux"));
        tools().settings()
                .transactionInfo()
                .ifPresent(text -> message.put("transactionInfo", text));
        send(message);
    }

    private void aux(ObjectNode aux) {
        aux.put("validityDate", "2026-11-21");
        int older = has(SdkFault.OTHER_AGE) ? 1 : 0;
        session.compared()
                .ageOver()
                .ifPresent(years -> aux.put("requiredAge", String.valueOf(years + older)));
        session.compared()
                .placeIs()
                .ifPresent(place -> aux.put("communityId", MunicipalityKey.onCard(place)));
    }

    private static void all(ArrayNode array, Set<String> names) {
        new TreeSet<>(names).forEach(array::add);
    }

    @Override
    boolean command(String command, JsonNode text) throws IOException {
        boolean deciding = waitsFor(Waiting.ACCESS_RIGHTS);
        return switch (command) {
            case "GET_CERTIFICATE" -> {
                certificate();
                yield true;
            }
            case "GET_ACCESS_RIGHTS" -> {
                accessRights(effective());
                yield deciding;
            }
            case "SET_ACCESS_RIGHTS" -> deciding && choose(text.path("chat"));
            case "ACCEPT" -> {
                if (deciding) {
                    accepted();
                }
                yield deciding;
            }
            default -> super.command(command, text);
        };
    }

    private void accepted() throws IOException {
        if (has(SdkFault.INTERNAL_ERROR)) {
            send(SimulatedWorkflows.message("INTERNAL_ERROR").put("error", "Unexpected condition"));
        } else {
            cardPhase();
        }
    }

    private boolean choose(JsonNode chat) throws IOException {
        var wanted = new HashSet<String>();
        chat.forEach(each -> wanted.add(each.asString("")));
        if (!session.optional().containsAll(wanted)) {
            ObjectNode error = SimulatedWorkflows.message("ACCESS_RIGHTS");
            send(error.put("error", "Entry in CHAT data is invalid"));
            return true;
        }
        granted = Set.copyOf(wanted);
        var confirmed = new TreeSet<>(effective());
        if (has(SdkFault.MORE_RIGHTS)) {
            confirmed.addAll(session.optional());
            confirmed.add("PlaceOfBirth");
        }
        accessRights(confirmed);
        return true;
    }

    private void certificate() throws IOException {
        ObjectNode message = SimulatedWorkflows.message("CERTIFICATE");
        message.putObject("description")
                .put("issuerName", "Beispiel-Berechtigungszertifikateanbieter")
                .put("issuerUrl", "https://dvca.example")
                .put("purpose", "Bewohnerparkausweis")
                .put("subjectName", "Stadt Beispiel")
                .put("subjectUrl", "https://eid.beispiel.example")
                .put("termsOfUsage", "Zweck des Auslesevorgangs:\tBewohnerparkausweis");
        message.putObject("validity")
                .put("effectiveDate", "2026-11-20")
                .put("expirationDate", "2026-11-22");
        send(message);
    }

    @Override
    void proved() throws IOException {
        for (int percent = 20; percent <= 100; percent += 20) {
            progress(percent);
            if (percent == 40 && has(SdkFault.STOPS_READING)) {
                waitFor(Waiting.READING);
                return;
            }
        }
        ObjectNode last = SimulatedWorkflows.message("AUTH");
        last.putObject("result").put("major", RESULT + "major#ok");
        if (has(SdkFault.SUCCESS_ELSEWHERE)) {
            last.put("url", "https://elsewhere.example/refresh?ResultMajor=ok");
        } else if (!has(SdkFault.SUCCESS_WITHOUT_URL)) {
            last.put(
                    "url",
                    tools().settings()
                            .finish()
                            .refreshAddress(URI.create(tcTokenUrl), effective())
                            .toString());
        }
        over(last);
    }

    @Override
    void cardChanged() throws IOException {
        if (waitsFor(Waiting.READING) && tools().reader().card().isEmpty()) {
            failed("ifdl#cancellationByUser", true);
        } else {
            super.cardChanged();
        }
    }

    @Override
    void cancelled() throws IOException {
        failed("sal#cancellationByUser", true);
    }

    private void failed(String minor, boolean reached) throws IOException {
        ObjectNode last = SimulatedWorkflows.message("AUTH");
        last.putObject("result")
                .put("description", "The process was ended.")
                .put("language", "en")
                .put("major", RESULT + "major#error")
                .put("message", "The process was ended.")
                .put("minor", RESULT + "minor/" + minor);
        if (reached) {
            last.put(
                    "url",
                    tcTokenUrl
                            + "&ResultMajor=error&ResultMinor="
                            + minor.substring(minor.indexOf('#') + 1));
        }
        over(last);
    }
}
