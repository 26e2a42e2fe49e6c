package de.buergerkiosk.main;

/** Simulations must never meet a real errand: what only a kiosk for demonstrations may be set to. */
final class DemoOnly {
    private DemoOnly() {}

    /** Hears of a wrong value: its field, what is wrong, and the cure. */
    @FunctionalInterface
    interface Complaints {
        void told(String field, String problem, String cure);
    }

    /** Tells everything that only a demonstration may have, and the kiosk is none. */
    static void check(Settings settings, Complaints complaints) {
        if (settings.identityServer() == Settings.IdentityServer.SIMULATION
                && !(settings.eid() instanceof Settings.Eid.Simulation)) {
            complaints.told(
                    "identification.server",
                    "simulation needs the simulated client",
                    "Use centre, or set identification.client to simulation");
        }
        if (settings.kiosk().demo()) {
            return;
        }
        if (settings.eid() instanceof Settings.Eid.Simulation) {
            complaints.told(
                    "identification.client",
                    "simulation identifies nobody and is refused in production",
                    "Use ausweisapp, activation or none, or set kiosk.environment to demo");
        }
        if (settings.eid() instanceof Settings.Eid.AusweisApp app && app.testAnchor().isPresent()) {
            complaints.told(
                    "identification.testAnchor",
                    "would let anybody with a test certificate ask for PINs",
                    "Leave it empty, or set kiosk.environment to demo");
        }
        settings.payPage()
                .filter(page -> !"https".equals(page.address().getScheme()))
                .ifPresent(_ ->
                        complaints.told(
                                "payPage.address",
                                "is a simulator, which takes no money, and is refused in"
                                        + " production",
                                "Use the provider's https address, or set kiosk.environment to"
                                        + " demo"));
        if (settings.staff().members().stream().anyMatch(StaffExample::is)) {
            complaints.told(
                    CareSettings.PEOPLE,
                    "has the example person, whose PIN everybody knows, and is refused in"
                            + " production",
                    "Make entries with ./kiosk staff hash, or set kiosk.environment to demo");
        }
        if (settings.documents().isPresent()) {
            complaints.told(
                    "documents.folder",
                    "would leave personal data in files",
                    "Leave it empty, or set kiosk.environment to demo");
        }
    }
}
