package de.buergerkiosk.central.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** With {@code ?again} the provider asks who somebody is, although it may remember. */
final class AskingAgain implements OAuth2AuthorizationRequestResolver {
    static final String PARAMETER = "again";

    private final OAuth2AuthorizationRequestResolver usual;

    AskingAgain(ClientRegistrationRepository provider) {
        this.usual = new DefaultOAuth2AuthorizationRequestResolver(provider);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return again(usual.resolve(request), request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
        return again(usual.resolve(request, id), request);
    }

    private static @Nullable OAuth2AuthorizationRequest again(
            @Nullable OAuth2AuthorizationRequest known, HttpServletRequest request) {
        return known == null || request.getParameter(PARAMETER) == null
                ? known
                : OAuth2AuthorizationRequest.from(known)
                        .additionalParameters(all -> all.put("prompt", "login"))
                        .build();
    }
}
