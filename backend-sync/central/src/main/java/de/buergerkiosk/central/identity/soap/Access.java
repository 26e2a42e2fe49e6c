package de.buergerkiosk.central.identity.soap;

import java.net.URI;
import javax.net.ssl.SSLContext;

/** Where the eID server is, and how to prove who calls; asked anew for each call. */
public interface Access {
    Found find();

    /** What is known. */
    sealed interface Found {
        /**
         * The server's eID-Interface.
         *
         * @param tls with the eService's certificate, trusting this server alone; the same object as
         *     long as nothing changed
         */
        record At(URI eidInterface, SSLContext tls) implements Found {}

        record Missing(String why) implements Found {}
    }
}
