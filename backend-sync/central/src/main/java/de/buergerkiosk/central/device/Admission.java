package de.buergerkiosk.central.device;

import de.buergerkiosk.central.fleet.Denied;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Turns away certificates that count no more: of lost and replaced machines, and those that ended
 * while their connection was kept, which TLS looks at only when it begins.
 */
final class Admission implements HandlerInterceptor {
    private static final byte[] ANSWER =
            """
            {"type":"urn:buergerkiosk:problem:certificate-denied","title":"certificate-denied","status":403,\
            "detail":"the certificate of this kiosk counts no more; enrol it again with a new code"}\
            """
                    .getBytes(StandardCharsets.UTF_8);

    private final Denied denied;
    private final InstantSource clock;

    Admission(Denied denied, InstantSource clock) {
        this.denied = denied;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!denied.has(Caller.serial(request))
                && clock.instant().isBefore(Caller.until(request))) {
            return true;
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(ANSWER);
        return false;
    }
}
