package de.buergerkiosk.payment.zvt.bench;

import de.buergerkiosk.payment.zvt.ZvtSettings;
import de.buergerkiosk.payment.zvt.ZvtTerminal;
import de.buergerkiosk.payment.zvt.journal.FileJournal;
import de.buergerkiosk.payment.zvt.journal.JournalException;
import de.buergerkiosk.payment.zvt.simulated.SimulatedTerminal;
import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.ApduDecoder;
import de.buergerkiosk.payment.zvt.wire.ForeignSpeechException;
import de.buergerkiosk.payment.zvt.wire.MalformedException;
import de.buergerkiosk.payment.zvt.wire.Message;
import de.buergerkiosk.payment.zvt.wire.Octets;
import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.payment.PaymentEntry;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentStep;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
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

/** {@code ./kiosk bench payment}: payments on loopback with a durable journal, and the decoder. */
@Command(
        name = "bench payment",
        mixinStandardHelpOptions = true,
        description = {
            "Our share of one payment: from order to answer on loopback, with a journal that is on"
                    + " the disk, at a simulated terminal that answers at once.",
            "payment-cold: the first 20 after the start; payment: after 300 of them.",
            "journal: one line made durable. decode: APDUs cut from a stream and read.",
            "Goals: payment at most 20 ms (p99), decode at least 500000 a second."
        })
public final class BenchPaymentCommand implements Callable<Integer> {
    /** The first ones after the start, which load and translate classes: a figure of their own. */
    private static final int COLD = 20;

    /** About ten thousand messages: then the machine has translated what each of them needs. */
    private static final int WARM_UP = 300;

    private static final int DECODE_ROUNDS = 15;
    private static final int DECODE_APDUS = 100_000;

    /** A result as real terminals send it: 120 bytes with receipt numbers, card name, container. */
    private static final String STATUS =
            "040F6A2700040000000030700B0000010C0059280D11240E301217000122F0F8EEEEEEEEEEEE8074"
                    + "29280048692A383034303131393236202020202020490978870001880000018A058BF0F9"
                    + "6769726F636172640006161F1001001F120101600C430AA0000003591010028001";

    @Spec @Nullable CommandSpec spec;

    @Option(names = "--runs", description = "Payments, 10 to 10000. Default: ${DEFAULT-VALUE}")
    int runs = 300;

    @Option(names = "--json", description = "Print the figures as one JSON object.")
    boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (runs < 10 || runs > 10_000) {
            CommandSpec known = spec;
            throw new CommandLine.ParameterException(
                    known == null ? new CommandLine(this) : known.commandLine(),
                    "--runs: " + runs + " is out of range; use 10 to 10000");
        }
        Path folder = Files.createTempDirectory("bench-payment");
        Path file = folder.resolve("journal");
        try (FileJournal journal = FileJournal.open(file)) {
            Payments payments = payments(journal);
            Figure line = lines(journal);
            Figure decode = decode();
            tell(payments, line, decode);
            return 0;
        } catch (JournalException | ForeignSpeechException | MalformedException broken) {
            System.err.println("bench payment: " + broken.getMessage());
            return 1;
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    /** Of a process that has just started, and of one that has been paying for a while. */
    private record Payments(Figure cold, Figure warm) {}

    private Payments payments(FileJournal journal) throws IOException, InterruptedException {
        var clock = InstantSource.system();
        try (SimulatedTerminal terminal =
                SimulatedTerminal.start(SimulatedTerminal.Settings.quick(clock))) {
            var driver =
                    new ZvtTerminal(
                            ZvtSettings.unattended("127.0.0.1", terminal.port(), "123456"),
                            journal,
                            clock,
                            WireTrace.NONE);
            double[] cold = new double[COLD];
            double[] warm = new double[runs];
            for (int i = 0; i < WARM_UP + runs; i++) {
                var order = new PaymentOrder("bench-" + i, 3_070);
                long begin = System.nanoTime();
                PaymentOutcome outcome = driver.pay(order, PaymentWatch.NONE);
                long end = System.nanoTime();
                if (!(outcome instanceof PaymentOutcome.Approved)) {
                    throw new IllegalStateException("not paid: " + outcome);
                }
                if (i < COLD) {
                    cold[i] = (end - begin) / 1e6;
                } else if (i >= WARM_UP) {
                    warm[i - WARM_UP] = (end - begin) / 1e6;
                }
            }
            return new Payments(
                    Figure.of("payment-cold", cold, "ms"), Figure.of("payment", warm, "ms"));
        }
    }

    private Figure lines(FileJournal journal) {
        var now = InstantSource.system().instant();
        double[] millis = new double[runs];
        for (int i = 0; i < runs; i++) {
            long begin = System.nanoTime();
            journal.write(new PaymentEntry("line", PaymentStep.INTENT, now, "amount=1", 0));
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        return Figure.of("journal", millis, "ms");
    }

    private static Figure decode() throws ForeignSpeechException, MalformedException {
        byte[] status = Octets.fromHex(STATUS).toArray();
        var charset = Charset.forName("IBM437");
        double[] rates = new double[DECODE_ROUNDS];
        for (int round = -8; round < DECODE_ROUNDS; round++) {
            var decoder = new ApduDecoder();
            long receipts = 0;
            long begin = System.nanoTime();
            for (int i = 0; i < DECODE_APDUS; i++) {
                decoder.feed(status, 0, status.length);
                Optional<Apdu> apdu = decoder.next();
                if (Message.read(apdu.orElseThrow(), charset) instanceof Message.Status(var read)) {
                    receipts += read.receiptNumber().orElseThrow();
                }
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (receipts != DECODE_APDUS) {
                throw new IllegalStateException("read wrongly");
            }
            if (round >= 0) {
                rates[round] = DECODE_APDUS / seconds;
            }
        }
        return Figure.of("decode", rates, "1/s");
    }

    private void tell(Payments payments, Figure line, Figure decode) {
        if (json) {
            ObjectNode document = JsonMapper.shared().createObjectNode();
            document.putArray("benchmarks")
                    .add(payments.warm().json(line))
                    .add(payments.cold().json())
                    .add(line.json())
                    .add(decode.json());
            System.out.println(JsonMapper.shared().writeValueAsString(document));
            return;
        }
        System.out.println(payments.warm().text());
        System.out.println(payments.cold().text());
        System.out.println(line.text());
        System.out.println(decode.text());
    }
}
