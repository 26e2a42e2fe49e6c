package de.buergerkiosk.eid.simulated.server;

import de.buergerkiosk.eid.simulated.server.HttpConnection.Reaction;
import de.buergerkiosk.eid.simulated.server.HttpConnection.Request;
import java.io.IOException;

/** The pages behind one connection. */
interface Site {
    Reaction react(Request request) throws IOException;
}
