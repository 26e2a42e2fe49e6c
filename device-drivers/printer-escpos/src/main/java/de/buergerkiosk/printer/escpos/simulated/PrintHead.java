package de.buergerkiosk.printer.escpos.simulated;

import java.time.Duration;
import java.util.List;

/** Brings dots on paper, a few rows at a time, and stops where a real one stops. */
final class PrintHead {
    /** A paper feed of the head: so many rows are printed before it looks at the sensors again. */
    private static final int STROKE = 20;

    private static final int ROWS_UNTIL_PAPER_ENDS = 200;
    private static final int ROWS_UNTIL_LINE_BREAKS = 100;
    private static final Duration SLOW_LINE = Duration.ofMillis(50);

    private final Machine machine;
    private final int width;
    private final PaperTray tray;
    private Sheet sheet;

    PrintHead(Machine machine, int width, PaperTray tray) {
        this.machine = machine;
        this.width = width;
        this.tray = tray;
        this.sheet = new Sheet(width);
    }

    int width() {
        return width;
    }

    void print(List<boolean[]> dots) throws BufferCleared, InterruptedException {
        for (int from = 0; from < dots.size(); from += STROKE) {
            beforeStroke();
            sheet.print(dots.subList(from, Math.min(dots.size(), from + STROKE)));
            afterStroke();
        }
        if (machine.has(PrinterFault.SLOW)) {
            machine.sensors().pause(SLOW_LINE);
        }
    }

    void feed(int rows) throws BufferCleared, InterruptedException {
        for (int done = 0; done < rows; done += STROKE) {
            beforeStroke();
            sheet.feed(Math.min(STROKE, rows - done));
            afterStroke();
        }
    }

    void note(String line) {
        sheet.note(line);
    }

    void notePicture(int wide, int high) {
        sheet.notePicture(wide, high);
    }

    void cut() throws BufferCleared, InterruptedException {
        machine.sensors().awaitOperational(machine.buffer());
        if (machine.sensors().cut()) {
            release(true);
        } else {
            // the receipt hangs in the printer until somebody frees the knife
            machine.sensors().awaitOperational(machine.buffer());
            cut();
        }
    }

    private void beforeStroke() throws BufferCleared, InterruptedException {
        machine.sensors().awaitOperational(machine.buffer());
    }

    private void afterStroke() {
        if (sheet.full()) {
            machine.complain("eight metres of paper without a cut");
            release(false);
        }
        if (sheet.blank()) {
            return;
        }
        if (sheet.height() >= ROWS_UNTIL_PAPER_ENDS
                && machine.takeFault(PrinterFault.PAPER_OUT_MIDWAY)) {
            release(false);
            machine.sensors().touch(Touch.PAPER_OUT);
        }
        if (sheet.height() >= ROWS_UNTIL_LINE_BREAKS
                && machine.takeFault(PrinterFault.CUT_MIDWAY)) {
            machine.host().breakOff();
        }
    }

    private void release(boolean complete) {
        if (sheet.blank()) {
            machine.tell(new PrinterEvent.Scrap());
        } else {
            machine.tell(tray.take(sheet, complete));
        }
        sheet = new Sheet(width);
    }
}
