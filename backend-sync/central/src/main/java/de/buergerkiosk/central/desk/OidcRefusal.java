package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.oidc.Admission.Why;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

/** Why a sign-in with an account of the city did not come about; each has a page with the cure. */
enum OidcRefusal {
    PROVIDER_DOWN("CEN-OIDC-DOWN", HttpStatus.SERVICE_UNAVAILABLE),
    CLOCK("CEN-OIDC-CLOCK", HttpStatus.FORBIDDEN),
    TOKEN("CEN-OIDC-TOKEN", HttpStatus.FORBIDDEN),
    STALE("", HttpStatus.BAD_REQUEST),
    CANCELLED("", HttpStatus.OK),
    NO_ROLE("CEN-OIDC-NO-ROLE", HttpStatus.FORBIDDEN),
    TWO_ROLES("CEN-OIDC-TWO-ROLES", HttpStatus.FORBIDDEN),
    NO_OFFICE("CEN-OIDC-NO-OFFICE", HttpStatus.FORBIDDEN),
    NO_NAME("CEN-OIDC-NO-NAME", HttpStatus.FORBIDDEN),
    NAME_TAKEN("CEN-OIDC-NAME-TAKEN", HttpStatus.FORBIDDEN),
    SIMULATED("CEN-OIDC-SIMULATED", HttpStatus.FORBIDDEN);

    private static final Logger LOG = LoggerFactory.getLogger(OidcRefusal.class);

    private final String code;
    private final HttpStatus status;

    OidcRefusal(String code, HttpStatus status) {
        this.code = code;
        this.status = status;
    }

    String code() {
        return code;
    }

    HttpStatus status() {
        return status;
    }

    /** As addresses and texts call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<OidcRefusal> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    static OidcRefusal of(Why why) {
        return valueOf(why.name());
    }

    /** Whatever Spring Security says, in our words; the log gets codes and no person. */
    static OidcRefusal of(AuthenticationException failure) {
        var error =
                failure instanceof OAuth2AuthenticationException told
                        ? told.getError().getErrorCode()
                        : "";
        var refusal =
                named(error)
                        .orElseGet(() ->
                                isOf(failure, JwtValidationException.class)
                                                .filter(OidcRefusal::ofAnotherTime)
                                                .isPresent()
                                        ? CLOCK
                                        : unreached(failure) ? PROVIDER_DOWN : byError(error));
        if (!refusal.code.isEmpty()) {
            LOG.warn("{} a sign-in was refused: {} {}", refusal.code, error, cause(failure));
        }
        return refusal;
    }

    private static OidcRefusal byError(String error) {
        return switch (error) {
            case "authorization_request_not_found", "invalid_state_parameter", "invalid_grant" ->
                    STALE;
            case "access_denied", "login_required", "interaction_required" -> CANCELLED;
            case "server_error", "temporarily_unavailable", "invalid_token_response" ->
                    PROVIDER_DOWN;
            default -> TOKEN;
        };
    }

    private static boolean ofAnotherTime(JwtValidationException failure) {
        return failure.getErrors().stream()
                .anyMatch(each -> IdTokens.CLOCK.equals(each.getErrorCode()));
    }

    private static boolean unreached(Throwable failure) {
        return isOf(failure, OidcProvider.Unavailable.class).isPresent()
                || isOf(failure, ResourceAccessException.class).isPresent()
                || isOf(failure, RestClientException.class).isPresent()
                || isOf(failure, IOException.class).isPresent();
    }

    private static <T extends Throwable> Optional<T> isOf(Throwable failure, Class<T> kind) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return Optional.of(kind.cast(each));
            }
        }
        return Optional.empty();
    }

    /** The kind of the innermost failure; messages may quote tokens. */
    private static String cause(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last instanceof OAuth2AuthenticationException
                        || last instanceof OAuth2AuthorizationException
                ? ""
                : last.getClass().getSimpleName();
    }
}
