package de.buergerkiosk.printer.escpos.simulated;

/** How the operands of a command are laid out. */
enum Shape {
    FIXED,
    UNTIL_NUL,
    COUNTED,
    COUNTED_BY_FOUR,
    COUNTED_AFTER_LETTER,
    CUT,
    BARCODE,
    BIT_IMAGE,
    RASTER;

    /** Longer operands are taken for damage and cut off here. */
    private static final int OPERANDS_MAX = 4 << 20;

    /**
     * @param fixed number of operands of a command of fixed length
     */
    void read(Operands operands, int fixed) throws BufferCleared, InterruptedException {
        switch (this) {
            case FIXED -> operands.take(fixed);
            case UNTIL_NUL -> untilNul(operands);
            case COUNTED -> operands.take(pair(operands));
            case COUNTED_BY_FOUR -> {
                long count = pair(operands) + 65536L * pair(operands);
                operands.take((int) Math.min(count, OPERANDS_MAX));
            }
            case COUNTED_AFTER_LETTER -> {
                operands.take();
                operands.take(pair(operands));
            }
            case CUT -> {
                // modes 65 and above feed first, by the next operand
                operands.take(operands.take() >= 65 ? 1 : 0);
            }
            case BARCODE -> {
                if (operands.take() <= 6) {
                    untilNul(operands);
                } else {
                    operands.take(operands.take());
                }
            }
            case BIT_IMAGE -> {
                // modes 32 and above have three bytes in a column
                int bytes = operands.take() >= 32 ? 3 : 1;
                operands.take(pair(operands) * bytes);
            }
            case RASTER -> {
                operands.take();
                long bytes = (long) pair(operands) * pair(operands);
                operands.take((int) Math.min(bytes, OPERANDS_MAX));
            }
        }
    }

    private static int pair(Operands operands) throws BufferCleared, InterruptedException {
        int low = operands.take();
        return low + 256 * operands.take();
    }

    private static void untilNul(Operands operands) throws BufferCleared, InterruptedException {
        int value = operands.take();
        while (value != 0) {
            value = operands.take();
        }
    }
}
