package de.buergerkiosk.booking;

import de.buergerkiosk.contract.appointment.AppointmentCode;
import de.buergerkiosk.contract.appointment.AppointmentWish;
import de.buergerkiosk.contract.appointment.CheckInReport;
import de.buergerkiosk.contract.appointment.KeptAppointment;
import de.buergerkiosk.contract.appointment.LentNumbers;
import de.buergerkiosk.contract.appointment.TicketReport;
import de.buergerkiosk.contract.appointment.VenueList;
import de.buergerkiosk.contract.json.CanonicalJson;
import de.buergerkiosk.contract.json.Fields;
import de.buergerkiosk.contract.json.MalformedDocument;
import de.buergerkiosk.courier.CentreDoor;
import de.buergerkiosk.journey.appointment.AppointmentLine;
import de.buergerkiosk.ports.Personal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The centre's appointments over mutual TLS. Codes and addresses stand in bodies, never in a log. */
public final class CentreBookings implements AppointmentLine, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CentreBookings.class);
    private static final Duration CONNECT_MAX = Duration.ofSeconds(3);

    /** A citizen waits in front of the page. */
    private static final Duration EXCHANGE_MAX = Duration.ofSeconds(8);

    private final CentreDoor door;

    public CentreBookings(URI deviceDoor, SSLContext tls, Executor threads) {
        this(deviceDoor, tls, threads, CONNECT_MAX, EXCHANGE_MAX);
    }

    /** Waits no longer than that. */
    CentreBookings(
            URI deviceDoor,
            SSLContext tls,
            Executor threads,
            Duration connectMax,
            Duration exchangeMax) {
        this.door =
                new CentreDoor(
                        deviceDoor, tls, threads, connectMax, exchangeMax, VenueList.BYTES_MAX);
    }

    @Override
    public Reply<VenueList> venues() throws InterruptedException {
        return understood(door.get("/v1/venues"), VenueList::parse);
    }

    @Override
    public Reply<List<Instant>> free(String venue, String service, LocalDate from, int days)
            throws InterruptedException {
        // venue and service are slugs, so nothing has to be escaped
        return understood(
                door.get(
                        "/v1/appointments/free?venue=%s&service=%s&from=%s&days=%d"
                                .formatted(venue, service, from, days)),
                CentreBookings::starts);
    }

    private static List<Instant> starts(byte[] json) {
        var fields = Fields.of(CanonicalJson.read(json, VenueList.BYTES_MAX)).version(1);
        var starts = fields.texts("free").stream().map(Instant::parse).toList();
        fields.end();
        return starts;
    }

    @Override
    public Reply<KeptAppointment> hold(UUID number, AppointmentWish wish)
            throws InterruptedException {
        return understood(
                door.put("/v1/appointments/" + number, wish.json()), KeptAppointment::parse);
    }

    @Override
    public Reply<KeptAppointment> confirm(AppointmentCode code, Optional<Personal<String>> mail)
            throws InterruptedException {
        var json = by(code);
        mail.ifPresent(address -> json.put("mail", address.reveal()));
        return byCode("confirm", json);
    }

    @Override
    public Reply<KeptAppointment> move(AppointmentCode code, Instant start)
            throws InterruptedException {
        return byCode("move", by(code).put("start", CanonicalJson.time(start)));
    }

    @Override
    public Reply<KeptAppointment> cancel(AppointmentCode code) throws InterruptedException {
        return byCode("cancel", by(code));
    }

    @Override
    public Reply<KeptAppointment> show(AppointmentCode code) throws InterruptedException {
        return byCode("show", by(code));
    }

    private static ObjectNode by(AppointmentCode code) {
        return CanonicalJson.object().put("v", 1).put("code", code.printed());
    }

    private Reply<KeptAppointment> byCode(String what, ObjectNode json)
            throws InterruptedException {
        return understood(
                door.post("/v1/appointments/" + what, CanonicalJson.bytes(json)),
                KeptAppointment::parse);
    }

    @Override
    public Reply<LentNumbers> lend(UUID request, String venue, LocalDate day)
            throws InterruptedException {
        return understood(
                door.put("/v1/number-blocks/" + request, LentNumbers.wish(venue, day)),
                LentNumbers::parse);
    }

    @Override
    public Reply<Integer> ticket(UUID number, TicketReport report) throws InterruptedException {
        return understood(door.put("/v1/tickets/" + number, report.json()), _ -> report.number());
    }

    @Override
    public Reply<KeptAppointment> checkIn(UUID number, CheckInReport report)
            throws InterruptedException {
        return understood(
                door.put("/v1/check-ins/" + number, report.json()), KeptAppointment::parse);
    }

    private static <T> Reply<T> understood(CentreDoor.Reply reply, Function<byte[], T> reading) {
        return switch (reply) {
            case CentreDoor.Reply.Fine(var body) -> {
                try {
                    yield new Reply.Got<>(reading.apply(body.bytes()));
                } catch (MalformedDocument e) {
                    LOG.error("APT-CENTRE-STRANGE the centre's answer: {}", e.field());
                    yield new Reply.Away<>("strange " + e.field());
                } catch (DateTimeException e) {
                    LOG.error("APT-CENTRE-STRANGE the centre's answer has a time that is none");
                    yield new Reply.Away<>("strange time");
                }
            }
            case CentreDoor.Reply.Unreachable(var why) -> new Reply.Away<>(why);
            // a centre that cannot now will be able to later; so will a certificate be renewed
            case CentreDoor.Reply.Problem problem
                    when problem.status() >= 500 || problem.status() == 403 ->
                    new Reply.Away<>("status " + problem.status());
            case CentreDoor.Reply.Problem problem -> refused(problem);
        };
    }

    private static <T> Reply<T> refused(CentreDoor.Reply.Problem problem) {
        var why =
                switch (problem.name()) {
                    case "unknown-code" -> Refusal.UNKNOWN;
                    case "too-many-codes" -> Refusal.TOO_MANY;
                    case "not-possible" -> Refusal.NOT_POSSIBLE;
                    case "past" -> Refusal.PAST;
                    case "too-early" -> Refusal.TOO_EARLY;
                    case "elsewhere" -> Refusal.ELSEWHERE;
                    case "taken" -> Refusal.TAKEN;
                    default -> Refusal.OTHER;
                };
        if (why == Refusal.OTHER) {
            LOG.error("APT-REFUSED the centre answers {} {}", problem.status(), problem.name());
        }
        return new Reply.Refused<>(why, standing(problem), problem.pause());
    }

    private static Optional<Standing> standing(CentreDoor.Reply.Problem problem) {
        try {
            var json = CanonicalJson.read(problem.body().bytes(), VenueList.BYTES_MAX);
            var start = json.path("start");
            return start.isString()
                    ? Optional.of(
                            new Standing(
                                    text(json.path("state")),
                                    text(json.path("venue")),
                                    Instant.parse(start.stringValue())))
                    : Optional.empty();
        } catch (MalformedDocument | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }

    @Override
    public void close() {
        door.close();
    }
}
