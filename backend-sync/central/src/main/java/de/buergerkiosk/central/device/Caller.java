package de.buergerkiosk.central.device;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** Who is at the door. */
final class Caller {
    private Caller() {}

    /** The common name of the client's certificate, which TLS has checked against the authority. */
    static String of(HttpServletRequest request) {
        try {
            var name = certificate(request).getSubjectX500Principal().getName();
            for (var part : new LdapName(name).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    return part.getValue().toString();
                }
            }
        } catch (InvalidNameException e) {
            throw new IllegalStateException("an X.500 name that is none", e);
        }
        return "";
    }

    /** Number of that certificate, in hexadecimal. */
    static String serial(HttpServletRequest request) {
        return certificate(request).getSerialNumber().toString(16);
    }

    /** When that certificate ends. */
    static Instant until(HttpServletRequest request) {
        return certificate(request).getNotAfter().toInstant();
    }

    private static X509Certificate certificate(HttpServletRequest request) {
        var attribute = request.getAttribute("jakarta.servlet.request.X509Certificate");
        if (!(attribute instanceof X509Certificate[] chain) || chain.length == 0) {
            throw new IllegalStateException("the device door must demand a certificate");
        }
        return chain[0];
    }
}
