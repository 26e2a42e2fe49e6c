package de.buergerkiosk.central.device;

import de.buergerkiosk.central.fleet.Denied;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;

/** Turns away certificates that are still valid and count no more: of lost and replaced machines. */
final class Admission implements HandlerInterceptor {
    private static final byte[] ANSWER =
            """
            {"type":"urn:buergerkiosk:problem:certificate-denied","title":"certificate-denied","status":403,\
            "detail":"the certificate of this kiosk counts no more; enrol it again with a new code"}\
            """
                    .getBytes(StandardCharsets.UTF_8);

    private final Denied denied;

    Admission(Denied denied) {
        this.denied = denied;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!denied.has(Caller.serial(request))) {
            return true;
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(ANSWER);
        return false;
    }
}
