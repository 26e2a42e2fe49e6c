package de.buergerkiosk.payment.zvt.pay;

import de.buergerkiosk.payment.zvt.Move;
import de.buergerkiosk.payment.zvt.Pause;
import de.buergerkiosk.payment.zvt.ZvtSettings;
import de.buergerkiosk.payment.zvt.ZvtTerminal;
import de.buergerkiosk.payment.zvt.journal.FileJournal;
import de.buergerkiosk.payment.zvt.journal.JournalException;
import de.buergerkiosk.payment.zvt.journal.JournalText;
import de.buergerkiosk.payment.zvt.transport.SerialWire;
import de.buergerkiosk.payment.zvt.transport.TcpWire;
import de.buergerkiosk.payment.zvt.transport.WireOpener;
import de.buergerkiosk.ports.Fault;
import de.buergerkiosk.ports.payment.PaymentOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./kiosk pay}: one payment at a terminal, with a journal that settles every break. */
@Command(
        name = "pay",
        mixinStandardHelpOptions = true,
        description = {
            "Takes one card payment. Whatever breaks, the answer is what the terminal booked.",
            "A reference that is paid is never charged again; what an earlier run left open is"
                    + " settled first.",
            "Also: --recover settles what an earlier run left open; --close-day closes the"
                    + " terminal's day; --show-journal FILE prints the journal.",
            "Exit code: 0 approved (or nothing left to recover), 1 every other outcome, 2 wrong"
                    + " use."
        })
public final class PayCommand implements Callable<Integer> {
    /** With the last attempt's own time this stays within half a minute. */
    private static final Duration SETTLE_MAX = Duration.ofSeconds(26);

    @Spec @Nullable CommandSpec spec;

    @Option(
            names = "--terminal",
            paramLabel = "ADDRESS",
            description = "tcp://HOST:PORT (port 20007 where none is said) or serial:PATH")
    @Nullable String terminal;

    @Option(names = "--amount-cents", paramLabel = "N", description = "1 to 999999, in euro cents")
    @Nullable String amount;

    @Option(
            names = "--reference",
            paramLabel = "R",
            description = "Unique for ever: 1 to 64 printable characters, no blank at either end")
    @Nullable String reference;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "Write-ahead journal; made where there is none")
    @Nullable Path journal;

    @Option(
            names = "--deliver",
            paramLabel = "ok|fail|wait:SECONDS",
            description =
                    "The money is taken only when the goods are out: at once, never, or after up"
                            + " to 200 seconds. Without it nothing is waited for.")
    @Nullable String deliver;

    @Option(
            names = "--password",
            paramLabel = "N",
            defaultValue = "123456",
            description =
                    "The terminal's register password, six digits. Default:" + " ${DEFAULT-VALUE}")
    String password = "123456";

    @Option(
            names = "--limit-cents",
            paramLabel = "N",
            defaultValue = "999999",
            description = "Larger amounts are refused; 1 to 999999. Default: ${DEFAULT-VALUE}")
    String limit = "999999";

    @Option(
            names = "--expect-terminal",
            paramLabel = "TID",
            description = "Eight digits; another terminal gets no payment")
    @Nullable String expected;

    @Option(
            names = "--reverse",
            paramLabel = "RECEIPT",
            description =
                    "Undo the booking of that receipt number (06 30); --amount-cents as it was"
                            + " booked, --reference a new one")
    @Nullable String reversed;

    @Option(names = "--refund", description = "Give the amount to a card (06 31)")
    boolean refund;

    @Option(names = "--recover", description = "Settle what earlier runs left open; charge nothing")
    boolean recover;

    @Option(
            names = "--close-day",
            description =
                    "Settle everything, close the terminal's day (06 50) and compare its totals"
                            + " with the journal")
    boolean closeDay;

    @Option(
            names = "--show-journal",
            paramLabel = "FILE",
            description = "Print the journal and what became of each payment")
    @Nullable Path shown;

    @Option(names = "--record", paramLabel = "FILE", description = "Gets the wire, redacted")
    @Nullable Path record;

    @Option(names = "--json", description = "Exactly one JSON document on standard output")
    boolean json;

    private final InstantSource clock = InstantSource.system();

    /** The command alone, for a proof that kills it. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PayCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            return carryOut();
        } catch (WrongUse wrong) {
            return tell(wrong);
        }
    }

    private int carryOut() throws InterruptedException {
        Path toShow = shown;
        if (toShow != null) {
            return show(toShow);
        }
        TerminalAddress address = address();
        ZvtSettings settings = settings(address);
        Path file = needed(journal, "--journal");
        Optional<PaymentOrder> order =
                recover || closeDay ? Optional.empty() : Optional.of(order());
        Move move = move();
        Optional<Delivery> delivery = delivery();
        try (RecordedWire wire = RecordedWire.into(record, clock);
                FileJournal open = FileJournal.open(file)) {
            var driver =
                    new ZvtTerminal(
                            settings,
                            opener(address, settings),
                            open,
                            clock,
                            Pause.REAL,
                            wire.trace());
            var counter = new Counter(open, driver, settings, clock);
            if (order.isPresent()) {
                return pay(counter, order.get(), move, delivery);
            }
            return closeDay ? closeDay(counter) : recover(counter);
        } catch (JournalException unusable) {
            return tell(failed(unusable.fault()), List.of());
        } catch (IllegalStateException foreign) {
            return tell(
                    failed(new Fault("PAY-JOURNAL-DAMAGED", String.valueOf(foreign.getMessage()))),
                    List.of());
        }
    }

    private int pay(Counter counter, PaymentOrder order, Move move, Optional<Delivery> delivery)
            throws InterruptedException {
        var stop = new StopAsked(delivery.map(each -> each.goods(clock)));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stop::askAndWait));
        try {
            Counter.Paid paid = counter.move(order, move, stop);
            return tell(paid.answer(), paid.settled());
        } finally {
            stop.over();
        }
    }

    private int closeDay(Counter counter) throws InterruptedException {
        ClosedDay day = counter.closeDay();
        System.out.println(json ? JsonMapper.shared().writeValueAsString(day.json()) : day.text());
        return day.agrees() ? 0 : 1;
    }

    private int recover(Counter counter) throws InterruptedException {
        List<Answer> settled = counter.recover();
        Optional<Answer> last = settled.isEmpty() ? counter.last() : Optional.of(settled.getLast());
        ObjectNode document = last.map(Answer::json).orElseGet(() -> failedNothing().json());
        var list = document.putArray("settled");
        settled.forEach(answer -> list.add(answer.json()));
        if (json) {
            System.out.println(JsonMapper.shared().writeValueAsString(document));
        } else {
            settled.forEach(answer -> System.out.println(answer.text()));
            System.out.println(settled.size() + " settled");
        }
        return settled.stream().allMatch(Answer::isApproved) ? 0 : 1;
    }

    private static Answer failedNothing() {
        return Answer.failed("", 0, new Fault("PAY-NOT-BEGUN", "the journal knows no payment"));
    }

    private int show(Path file) {
        try {
            var text = new ShownJournal(JournalText.read(file), plain(), clock.instant());
            System.out.println(
                    json ? JsonMapper.shared().writeValueAsString(text.json()) : text.lines());
            return 0;
        } catch (JournalException unusable) {
            return tell(failed(unusable.fault()), List.of());
        } catch (IllegalStateException foreign) {
            return tell(
                    failed(new Fault("PAY-JOURNAL-DAMAGED", String.valueOf(foreign.getMessage()))),
                    List.of());
        }
    }

    /** Character set and zone of a journal that is only read. */
    private static ZvtSettings plain() {
        return ZvtSettings.unattended("nowhere", 1, "000000");
    }

    private int tell(Answer answer, List<Answer> before) {
        ObjectNode document = answer.json();
        if (!before.isEmpty()) {
            var list = document.putArray("settledBefore");
            before.forEach(each -> list.add(each.json()));
        }
        System.out.println(json ? JsonMapper.shared().writeValueAsString(document) : answer.text());
        return answer.isApproved() ? 0 : 1;
    }

    private Answer failed(Fault fault) {
        return Answer.failed(Optional.ofNullable(reference).orElse(""), cents().orElse(0L), fault);
    }

    private TerminalAddress address() {
        String text = needed(terminal, "--terminal");
        return TerminalAddress.read(text, ZvtSettings.PORT_USUAL)
                .orElseThrow(() ->
                        wrong(
                                "PAY-USE",
                                "--terminal: %s is neither tcp://HOST:PORT nor serial:PATH"
                                        .formatted(text)));
    }

    private ZvtSettings settings(TerminalAddress address) {
        if (!password.matches("[0-9]{6}")) {
            throw wrong("PAY-USE", "--password: six digits are needed");
        }
        ZvtSettings settings =
                switch (address) {
                    case TerminalAddress.Tcp(String host, int port) ->
                            ZvtSettings.unattended(host, port, password);
                    case TerminalAddress.Serial(_) -> ZvtSettings.unattended("serial", 1, password);
                };
        settings = settings.with(settings.patience().settling(SETTLE_MAX));
        String wanted = expected;
        if (wanted == null) {
            return settings;
        }
        if (!wanted.matches("[0-9]{8}")) {
            throw wrong("PAY-USE", "--expect-terminal: eight digits are needed");
        }
        return settings.expecting(wanted);
    }

    private WireOpener opener(TerminalAddress address, ZvtSettings settings) {
        return switch (address) {
            case TerminalAddress.Tcp(String host, int port) ->
                    TcpWire.opener(host, port, settings.patience().connect(), clock);
            case TerminalAddress.Serial(String path) ->
                    SerialWire.opener(
                            path,
                            SerialWire.BAUD_USUAL,
                            Thread.ofPlatform().daemon().name("serial").factory(),
                            clock);
        };
    }

    private PaymentOrder order() {
        String name = needed(reference, "--reference");
        String text = needed(amount, "--amount-cents");
        if (!PaymentOrder.isReference(name)) {
            throw wrong(
                    "PAY-USE",
                    "--reference: 1 to 64 printable characters without a blank at either end are"
                            + " needed");
        }
        long most = number(limit, "--limit-cents");
        if (most < 1 || most > PaymentOrder.AMOUNT_CENTS_MAX) {
            throw wrong(
                    "PAY-USE",
                    "--limit-cents: %s is not within 1 to %d"
                            .formatted(limit, PaymentOrder.AMOUNT_CENTS_MAX));
        }
        long cents = number(text, "--amount-cents");
        if (cents < 1) {
            throw wrong(
                    "PAY-AMOUNT",
                    "--amount-cents: " + text + " cannot be paid; at least 1 is needed");
        }
        if (cents > most) {
            throw wrong(
                    "PAY-AMOUNT",
                    "--amount-cents: %s is over the limit of %d".formatted(text, most));
        }
        return new PaymentOrder(name, cents);
    }

    private long number(String text, String option) {
        if (!text.matches("[+-]?[0-9]+")) {
            throw wrong("PAY-AMOUNT", option + ": " + text + " is not a whole number of cents");
        }
        // more than that is over every limit, and does not fit six BCD bytes either
        return text.length() > 15
                ? (text.startsWith("-") ? -1 : Long.MAX_VALUE)
                : Long.parseLong(text);
    }

    private Optional<Long> cents() {
        return Optional.ofNullable(amount)
                .filter(text -> text.matches("[+-]?[0-9]{1,15}"))
                .map(Long::parseLong);
    }

    private Optional<Delivery> delivery() {
        String text = deliver;
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(
                Delivery.read(text)
                        .orElseThrow(() ->
                                wrong(
                                        "PAY-USE",
                                        "--deliver: %s is none of ok, fail, wait:SECONDS (0 to %d)"
                                                .formatted(text, Delivery.SECONDS_MAX))));
    }

    private Move move() {
        String receipt = reversed;
        if (receipt == null) {
            return refund ? new Move.Refund() : new Move.Payment();
        }
        if (refund) {
            throw wrong("PAY-USE", "--reverse and --refund exclude each other");
        }
        if (!receipt.matches("0*[1-9][0-9]{0,3}")) {
            throw wrong("PAY-USE", "--reverse: %s is not within 1 to 9999".formatted(receipt));
        }
        return new Move.Reversal(Integer.parseInt(receipt));
    }

    private <T> T needed(@Nullable T value, String option) {
        if (value == null) {
            throw wrong("PAY-USE", option + " is missing");
        }
        return value;
    }

    private static WrongUse wrong(String code, String message) {
        return new WrongUse(new Fault(code, message));
    }

    /** Not left to the launcher: it would put a second document behind the one of this command. */
    private int tell(WrongUse wrong) {
        if (json) {
            Answer answer = failed(wrong.fault());
            System.out.println(JsonMapper.shared().writeValueAsString(answer.json()));
        }
        CommandSpec known = spec;
        String name = known == null ? "pay" : known.qualifiedName();
        System.err.println(wrong.fault().detail());
        System.err.println("Help: " + name + " --help");
        return 2;
    }
}
