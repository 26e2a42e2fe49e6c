package de.buergerkiosk.eid;

import de.buergerkiosk.ports.eid.EidResult;
import de.buergerkiosk.ports.eid.Origin;
import java.net.URI;

/**
 * The way back from an eID client leads to where it came from (TR-03124-1, 2.7.3; RFC 6454): the
 * client has compared it with the certificate, and whoever only poses as a client is found out.
 */
public final class SameOrigin {
    private SameOrigin() {}

    /** The result, or what it is when it leads elsewhere. */
    public static EidResult kept(URI tcTokenUrl, EidResult result) {
        return switch (result) {
            case EidResult.Done(var address)
                    when !Origin.of(address).equals(Origin.of(tcTokenUrl)) ->
                    EidTrouble.CLIENT_STRANGE.ended("the refresh address leads elsewhere");
            case EidResult.Done _, EidResult.Ended _ -> result;
        };
    }
}
