package de.buergerkiosk.central.trust;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;

/** Names and addresses that a door's certificate is good for: this machine, and the host of the door. */
final class DoorNames {
    private DoorNames() {}

    static List<GeneralName> of(String host) {
        var names = new LinkedHashSet<GeneralName>();
        names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        names.add(new GeneralName(GeneralName.iPAddress, "::1"));
        if (host.matches("[0-9.]+|.*:.*")) {
            names.add(new GeneralName(GeneralName.iPAddress, host));
        } else {
            names.add(new GeneralName(GeneralName.dNSName, host));
        }
        try {
            names.add(
                    new GeneralName(GeneralName.dNSName, InetAddress.getLocalHost().getHostName()));
        } catch (UnknownHostException e) {
            // a machine that does not know its own name has one name less
            return List.copyOf(names);
        }
        return List.copyOf(names);
    }
}
