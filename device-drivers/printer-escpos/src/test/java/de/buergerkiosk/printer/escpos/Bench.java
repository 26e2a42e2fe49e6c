package de.buergerkiosk.printer.escpos;

import de.buergerkiosk.ports.WireTrace;
import de.buergerkiosk.ports.print.Receipt;
import de.buergerkiosk.printer.escpos.simulated.Paper;
import de.buergerkiosk.printer.escpos.simulated.PrinterFault;
import de.buergerkiosk.printer.escpos.simulated.SimulatedPrinter;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A driver connected to a simulated printer by a real socket. */
final class Bench implements AutoCloseable {
    static final EscPosSettings.Timeouts SHORT =
            new EscPosSettings.Timeouts(
                    Duration.ofSeconds(5),
                    Duration.ofMillis(1000),
                    Duration.ofMillis(1500),
                    Duration.ofMillis(4000));

    private final SimulatedPrinter device;
    private final EscPosPrinter driver;

    private Bench(SimulatedPrinter device, EscPosPrinter driver) {
        this.device = device;
        this.driver = driver;
    }

    static Bench with(PrinterFault... faults) throws IOException {
        return with("epson-tm-t20", WireTrace.NONE, faults);
    }

    static Bench with(String profile, WireTrace trace, PrinterFault... faults) throws IOException {
        var settings =
                new SimulatedPrinter.Settings(
                        "127.0.0.1",
                        0,
                        PrinterProfile.named(profile).dots(),
                        Set.of(faults),
                        Optional.empty(),
                        event -> {},
                        Thread.ofVirtual().factory());
        SimulatedPrinter device = SimulatedPrinter.start(settings);
        return new Bench(device, driver(device.port(), profile, trace));
    }

    static EscPosPrinter driver(int port, String profile, WireTrace trace) {
        return new EscPosPrinter(
                new EscPosSettings("127.0.0.1", port, PrinterProfile.named(profile), SHORT),
                InstantSource.system(),
                trace);
    }

    SimulatedPrinter device() {
        return device;
    }

    EscPosPrinter driver() {
        return driver;
    }

    List<String> papers() {
        return device.papers().stream().map(Paper::text).toList();
    }

    static Receipt receipt(String serial, Receipt.Line... lines) {
        return new Receipt(serial, List.of(lines));
    }

    static Receipt.Text text(String text) {
        return new Receipt.Text(text, Receipt.Style.NORMAL);
    }

    /** A receipt as a citizen gets it, with everything that can be on one. */
    static Receipt permit() {
        return receipt(
                "LU-2026-000042",
                new Receipt.Text("Stadt Ludwigshafen am Rhein", Receipt.Style.TITLE),
                new Receipt.Text("Bürgerdienste – Bürgerkiosk 3", Receipt.Style.CENTRED),
                new Receipt.Gap(1),
                new Receipt.Text("Bewohnerparkausweis „Zone Süd“", Receipt.Style.BOLD),
                text(
                        "Ihr Antrag ist eingegangen. Der vorläufige Ausweis gilt ab sofort; legen"
                                + " Sie ihn bitte gut sichtbar hinter die Windschutzscheibe."),
                new Receipt.Rule(),
                new Receipt.Pair("Antragsteller", "Zoë M̂üller-Łódź"),
                new Receipt.Pair("Straße", "Größe Gäßchen 7ä"),
                new Receipt.Pair("Kennzeichen", "LU-ÄÖ 123"),
                new Receipt.Pair("Gültig in der Bewohnerparkzone", "Süd 2 (Mundenheimer Straße)"),
                new Receipt.Rule(),
                new Receipt.Pair("Jahresgebühr", "30,70 €"),
                new Receipt.Pair("bezahlt mit girocard", "30,70 €"),
                new Receipt.Qr(
                        "https://kiosk.example/p/LU-2026-000042?g=Gebühr€", "Ausweis prüfen"),
                new Receipt.Text(
                        "Vorgang LU-2026-000042 · Öffnungszeiten und Auskunft unter 115",
                        Receipt.Style.SMALL));
    }

    @Override
    public void close() {
        driver.close();
        device.close();
    }
}
