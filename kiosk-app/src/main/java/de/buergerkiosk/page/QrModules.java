package de.buergerkiosk.page;

import java.util.List;

/**
 * A QR code as data: its modules without the quiet zone.
 *
 * @param rows from the top, one string each; {@code #} is dark, {@code .} is light; as long as they
 *     are many
 */
public record QrModules(List<String> rows) {
    /** Version 40 has 177 modules (ISO/IEC 18004). */
    private static final int SIDE_MAX = 177;

    public QrModules {
        rows = List.copyOf(rows);
        int side = rows.size();
        if (side < 1
                || side > SIDE_MAX
                || !rows.stream().allMatch(row -> row.matches("[#.]{" + side + "}"))) {
            throw new IllegalArgumentException("not a square of # and .");
        }
    }

    public int side() {
        return rows.size();
    }

    public boolean dark(int column, int row) {
        return rows.get(row).charAt(column) == '#';
    }

    /** Its size only: the code may lead somewhere that is the citizen's alone. */
    @Override
    public String toString() {
        return "QrModules[" + side() + "]";
    }
}
