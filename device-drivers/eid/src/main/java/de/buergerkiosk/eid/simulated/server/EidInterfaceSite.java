package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.simulated.pki.CertificateDescription;
import de.buergerkiosk.eid.simulated.server.HttpConnection.Reaction;
import de.buergerkiosk.eid.simulated.server.HttpConnection.Request;
import java.io.IOException;

/** {@code POST /eID-Interface}, for the eService alone. */
final class EidInterfaceSite implements Site {
    static final String PATH = "/eID-Interface";

    private final EidInterface eidInterface;
    private final Whose whose;
    private final ServerFault fault;

    /** Describes the service that is behind the line. */
    interface Whose {
        CertificateDescription description() throws IOException;
    }

    EidInterfaceSite(EidInterface eidInterface, Whose whose, ServerFault fault) {
        this.eidInterface = eidInterface;
        this.whose = whose;
        this.fault = fault;
    }

    @Override
    public Reaction react(Request request) throws IOException {
        if (!request.path().equals(PATH)) {
            return new Reaction.Answer(404, "text/plain", "no such page");
        }
        if (!request.method().equals("POST")) {
            return new Reaction.Answer(405, "text/plain", "calls are posted");
        }
        if (fault == ServerFault.SOAP_SILENT) {
            return new Reaction.Silence();
        }
        EidInterface.Reply reply = eidInterface.answer(request.body(), whose.description());
        return new Reaction.Answer(reply.status(), "text/xml", reply.document());
    }
}
