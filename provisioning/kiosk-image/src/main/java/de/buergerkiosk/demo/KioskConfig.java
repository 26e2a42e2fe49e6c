package de.buergerkiosk.demo;

import de.buergerkiosk.main.StaffExample;
import java.nio.file.Path;

/**
 * The configuration of a kiosk in a house.
 *
 * @param identification lines of that section, indented
 */
record KioskConfig(House.Places places, Path kit, Simulators.Ports ports, String identification) {
    String text(House.KioskWishes wishes) {
        var page = ports.page();
        return """
        kiosk:
          data: "%s"
          services: "%s"
          environment: demo
          venue: %s
          languages: [%s]
        screen:
          fullScreen: false
        %scentre:
          kit: "%s"
        payment:
          port: %d
          password: "123456"
        payPage:
          address: "%s"
          tokens: "%s"
          client: "%s"
          secretFile: "%s"
          originator: kiosk
          endPoint: "073140000000"
          amounts: cents
          returnTo: "%s"
          offered: %s
        printer:
          port: %d
        devices:
          scanner: "tcp://127.0.0.1:%d"
          recordings: "%s"
        documents:
          folder: "%s"
        staff:
          people: ["%s"]
        identification:
        %s\
        """
                .formatted(
                        places.kioskData(),
                        wishes.services(),
                        House.VENUE,
                        String.join(", ", wishes.languages()),
                        wishes.window(),
                        kit,
                        ports.terminal(),
                        page.api(),
                        page.tokens(),
                        page.client(),
                        page.secretFile(),
                        page.returnTo(),
                        wishes.pageAlways() ? "always" : "fallback",
                        ports.printer(),
                        ports.scanner(),
                        places.wires(),
                        places.documents(),
                        StaffExample.ENTRY,
                        identification);
    }
}
