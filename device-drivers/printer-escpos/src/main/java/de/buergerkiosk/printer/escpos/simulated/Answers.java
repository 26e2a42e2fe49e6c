package de.buergerkiosk.printer.escpos.simulated;

import java.nio.charset.StandardCharsets;

/** What the printer says when a command in the stream wants to know something. */
final class Answers {
    private final Machine machine;

    Answers(Machine machine) {
        this.machine = machine;
    }

    void obey(Operation.Answer answer, Command.Order order) {
        switch (answer) {
            case IDENTITY -> identity(order.at(0));
            case AUTOMATIC_STATUS -> machine.reportChanges(order.at(0));
            case TRANSMIT_STATUS -> {
                if (!brokenOff()) {
                    boolean drawer = order.at(0) % 48 == 2;
                    machine.say(drawer ? 0 : machine.sensors().paperStatus());
                }
            }
            case CONFIRMATION -> confirm(order);
        }
    }

    private void identity(int which) {
        switch (which) {
            case 1, 49 -> machine.say((byte) 0x20);
            case 2, 50 -> machine.say((byte) 0x02);
            case 3, 51 -> machine.say((byte) 0x01);
            case 65 -> block(0x5F, "1.00");
            case 66 -> block(0x5F, "EPSON");
            case 67 -> block(0x5F, "TM-SIMULATED");
            case 68 -> block(0x5F, "SIM0000001");
            case 69 -> block(0x5F, "");
            default -> machine.complain("GS I " + which + " is not known");
        }
    }

    /** GS ( H: function 48 wants its four letters back when all before is on paper. */
    private void confirm(Command.Order order) {
        // pL pH fn m d1 d2 d3 d4
        if (machine.has(PrinterFault.NO_PROCESS_ID) || brokenOff()) {
            return;
        }
        if (order.at(2) != 48 || order.pairAt(0) != 6) {
            machine.complain("GS ( H function " + order.at(2) + " is not known");
            return;
        }
        block(0x37, "\"" + new String(order.from(4), StandardCharsets.ISO_8859_1));
    }

    private boolean brokenOff() {
        boolean broken = machine.takeFault(PrinterFault.CUT_BEFORE_CONFIRM);
        if (broken) {
            machine.host().breakOff();
        }
        return broken;
    }

    private void block(int header, String content) {
        byte[] letters = content.getBytes(StandardCharsets.ISO_8859_1);
        byte[] block = new byte[letters.length + 2];
        block[0] = (byte) header;
        System.arraycopy(letters, 0, block, 1, letters.length);
        machine.say(block);
    }
}
