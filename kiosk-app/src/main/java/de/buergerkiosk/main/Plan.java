package de.buergerkiosk.main;

import de.buergerkiosk.courier.KioskKit;
import de.buergerkiosk.courier.KitUnreadable;
import de.buergerkiosk.journey.Catalogue;
import de.buergerkiosk.payment.paypage.PageSettings;
import de.buergerkiosk.printer.escpos.PrinterProfile;
import java.util.Optional;

/** What settings can get wrong, found out before anything is open. */
record Plan(
        KioskKit kit, Catalogue catalogue, PrinterProfile profile, Optional<PageSettings> page) {
    static Plan of(Settings settings) throws OutOfService {
        var kit = kit(settings);
        return new Plan(
                kit,
                Shelf.read(settings, kit.offices().offices()),
                Devices.profile(settings),
                Devices.pageSettings(settings));
    }

    private static KioskKit kit(Settings settings) throws OutOfService {
        try {
            return KioskKit.read(settings.kit());
        } catch (KitUnreadable e) {
            throw new OutOfService("KIT-UNREADABLE", "centre.kit: " + e.getMessage(), e);
        }
    }
}
