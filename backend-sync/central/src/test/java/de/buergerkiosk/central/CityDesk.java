package de.buergerkiosk.central;

import de.buergerkiosk.central.main.Centre;
import de.buergerkiosk.central.main.CentreSettings;
import de.buergerkiosk.central.oidc.simulated.OidcFault;
import de.buergerkiosk.central.oidc.simulated.SimulatedProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** A desk that takes the city's accounts, and the simulated provider that has them. */
final class CityDesk implements AutoCloseable {
    final SimulatedProvider provider;
    final Centre.Ready centre;
    final Path data;

    private CityDesk(SimulatedProvider provider, Centre.Ready centre, Path data) {
        this.provider = provider;
        this.centre = centre;
        this.data = data;
    }

    static SimulatedProvider provider(OidcFault fault) throws IOException {
        return SimulatedProvider.start(
                0, fault, InstantSource.system(), new SecureRandom(), Thread.ofVirtual().factory());
    }

    static CityDesk open() throws Exception {
        var provider = provider(OidcFault.NONE);
        var data = RunningCentre.folder();
        var file = provider.write(data.resolve("account"));
        var address = RunningCentre.freshDatabase();
        var url = address.url() + (address.url().contains("?") ? "&" : "?");
        var settings =
                RunningCentre.settings(
                                data,
                                Optional.of(
                                        url
                                                + "user="
                                                + address.user()
                                                + "&password="
                                                + address.password()))
                        .withOidc(file);
        return new CityDesk(provider, RunningCentre.begin(settings), data);
    }

    static CentreSettings withOidc(Path data, Path file) {
        return RunningCentre.settings(data, Optional.empty()).withOidc(file);
    }

    int port() {
        return centre.desk().orElseThrow();
    }

    @Override
    public void close() {
        centre.close();
        provider.close();
    }
}
