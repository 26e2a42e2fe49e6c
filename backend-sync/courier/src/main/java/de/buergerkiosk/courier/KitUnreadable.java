package de.buergerkiosk.courier;

import java.io.Serial;
import java.nio.file.Path;

/** A kiosk kit that cannot be used, {@code SYN-KIT-UNREADABLE}; names the file and the cure. */
public final class KitUnreadable extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    KitUnreadable(Path file, String problem) {
        super(
                "SYN-KIT-UNREADABLE "
                        + file
                        + " "
                        + problem
                        + "; copy the kit folder of this kiosk from the centre again");
    }
}
