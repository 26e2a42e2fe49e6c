package de.buergerkiosk.payment.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.buergerkiosk.payment.zvt.simulated.LedgerEntry;
import de.buergerkiosk.payment.zvt.simulated.Quirk;
import de.buergerkiosk.payment.zvt.simulated.TerminalFault;
import de.buergerkiosk.payment.zvt.wire.Apdu;
import de.buergerkiosk.payment.zvt.wire.Command;
import de.buergerkiosk.payment.zvt.wire.Fields;
import de.buergerkiosk.payment.zvt.wire.Octets;
import de.buergerkiosk.payment.zvt.wire.Tlv;
import de.buergerkiosk.ports.payment.PaymentOrder;
import de.buergerkiosk.ports.payment.PaymentOutcome;
import de.buergerkiosk.ports.payment.PaymentProof;
import de.buergerkiosk.ports.payment.PaymentWatch;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the registration (06 00) tells, and what the terminal makes of it. */
@Timeout(120)
class TerminalHearsHowTheKioskWantsItTest {
    private static PaymentProof proof(PaymentOutcome outcome) {
        return assertInstanceOf(PaymentOutcome.Approved.class, outcome).proof();
    }

    @Test
    void theRegistrationOffersWidthCharacterSetsLengthAndTextBlocks() throws Exception {
        Fields fields = Fields.parse(Command.registration("123456", 0xBE, 0x01).data(), 6);

        assertEquals("01", fields.value(0x03).orElseThrow().hex());
        assertEquals("2A", value(fields, 0x12));
        assertEquals("FE", value(fields, 0x14));
        assertEquals("0FA0", value(fields, 0x1A));
        assertEquals("0A0206D3", value(fields, 0x26));
        assertEquals("1401FE1401FF", value(fields, 0x27));
    }

    private static String value(Fields fields, int tag) {
        return Tlv.find(fields.tlv(), tag).orElseThrow().value().hex();
    }

    @Test
    void receiptsComeInTheCharacterSetThatWasAskedFor() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            PaymentProof proof = proof(till.pay());

            assertTrue(proof.merchantReceipt().contains("* * Händlerbeleg * *"));
            String wire = String.join(" ", till.trace);
            assertTrue(wire.contains(hexOf("Händlerbeleg")), "as UTF-8 on the wire");
            assertTrue(wire.contains("1401FE"), "named in the text block");
        }
    }

    private static String hexOf(String text) {
        return Octets.ofText(text, StandardCharsets.UTF_8).hex();
    }

    @Test
    void aTerminalThatSendsItsOwnCharacterSetAllTheSameIsUnderstood() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            till.simulated.engine().quirks(Set.of(Quirk.LATIN_9));

            assertTrue(proof(till.pay()).merchantReceipt().contains("* * Händlerbeleg * *"));
        }
    }

    @Test
    void singleLinesWithoutACharacterSetAreUnderstoodAsWell() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            till.simulated.engine().quirks(Set.of(Quirk.PRINT_LINES));

            assertTrue(proof(till.pay()).merchantReceipt().contains("* * Händlerbeleg * *"));
        }
    }

    @Test
    void aRegisterThatOffersNoContainerIsSentNone() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE);
                var register = new RawRegister(till.simulated.port())) {
            List<Apdu> heard = register.pay("060006123456BE0978");

            assertTrue(heard.stream().anyMatch(each -> each.command() == Command.PRINT_LINE));
            for (Apdu apdu : heard) {
                if (apdu.command() == Command.STATUS_INFORMATION) {
                    assertEquals(List.of(), Fields.parse(apdu.data(), 0).tlv());
                }
            }
        }
    }

    @Test
    void paperAndMessagesAreNoLargerThanTheRegisterTakes() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE);
                var register = new RawRegister(till.simulated.port())) {
            // 4 columns, at most 254 bytes, text blocks
            List<Apdu> heard = register.pay("060015123456BE0978060D1201041A0200FE26040A0206D3");

            List<Apdu> blocks =
                    heard.stream()
                            .filter(each -> each.command() == Command.PRINT_TEXT_BLOCK)
                            .toList();
            assertTrue(blocks.size() > 2, "one receipt needs several blocks");
            for (Apdu block : blocks) {
                assertTrue(block.data().length() <= 254);
                Tlv texts = Tlv.find(Fields.parse(block.data(), 0).tlv(), 0x25).orElseThrow();
                texts.children().stream()
                        .filter(each -> each.tag() == 0x07)
                        .forEach(line ->
                                assertTrue(
                                        line.value().text(StandardCharsets.UTF_8).length() <= 4));
            }
        }
    }

    @Test
    void theKioskMirrorsTheLastTransactionSoThatTheTerminalUndoesNothing() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            for (String reference : List.of("a", "b", "c")) {
                proof(till.driver.pay(new PaymentOrder(reference, 500), PaymentWatch.NONE));
            }
            List<String> orders =
                    till.trace.stream().filter(each -> each.startsWith("> 0601")).toList();

            assertTrue(orders.get(1).contains("1F1F020001"), orders.toString());
            assertTrue(orders.get(2).contains("1F1F020002"), orders.toString());
            assertEquals(3, till.simulated.bookings().size());
            assertEquals(
                    Set.of(LedgerEntry.Kind.BOOKED),
                    Set.copyOf(till.simulated.ledger().stream().map(LedgerEntry::kind).toList()));
        }
    }

    @Test
    void aRegisterThatIsOneBehindHasItsLastPaymentUndone() throws Exception {
        try (Till till = Till.with(TerminalFault.NONE)) {
            proof(till.driver.pay(new PaymentOrder("a", 500), PaymentWatch.NONE));
            proof(till.driver.pay(new PaymentOrder("b", 700), PaymentWatch.NONE));
            try (var register = new RawRegister(till.simulated.port())) {
                var _ = register.pay("06000E123456BE0978060626040A0206D3", "06051F1F020001");
            }

            assertEquals(
                    List.of(
                            LedgerEntry.Kind.BOOKED,
                            LedgerEntry.Kind.BOOKED,
                            LedgerEntry.Kind.VOIDED,
                            LedgerEntry.Kind.BOOKED),
                    till.simulated.ledger().stream().map(LedgerEntry::kind).toList());
        }
    }

    /** Another register: registers as told, pays one euro, acknowledges everything. */
    private static final class RawRegister implements AutoCloseable {
        private final Socket socket;

        RawRegister(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(5_000);
        }

        List<Apdu> pay(String registration) throws Exception {
            return pay(registration, "");
        }

        List<Apdu> pay(String registration, String more) throws Exception {
            var _ = carryOut(Optional.of(registration));
            Octets order = Octets.fromHex("04000000000100490978" + more);
            return carryOut(Optional.of(new Apdu(Command.AUTHORISATION, order).encoded().hex()));
        }

        private List<Apdu> carryOut(Optional<String> command) throws Exception {
            write(command.orElseThrow());
            var heard = new ArrayList<Apdu>();
            while (true) {
                Apdu apdu = read();
                heard.add(apdu);
                boolean over =
                        apdu.command() == Command.COMPLETION
                                || apdu.command() == Command.ABORT_BY_TERMINAL;
                if (apdu.command() != Command.ACK) {
                    write("800000");
                }
                if (over) {
                    return heard;
                }
            }
        }

        private void write(String hex) throws IOException {
            socket.getOutputStream().write(Octets.fromHex(hex).toArray());
        }

        private Apdu read() throws Exception {
            var in = new DataInputStream(socket.getInputStream());
            int command = in.readUnsignedShort();
            int length = in.readUnsignedByte();
            if (length == 0xFF) {
                length = in.readUnsignedByte() | in.readUnsignedByte() << 8;
            }
            byte[] data = new byte[length];
            in.readFully(data);
            return new Apdu(command, Octets.copyOf(data));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
