package de.buergerkiosk.central.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** The desk asks nobody in a person's name, so it keeps no access tokens. */
final class NoTokensKept implements OAuth2AuthorizedClientRepository {
    @Override
<<<<<<< HEAD
    @SuppressWarnings("TypeParameterUnusedInFormals") // the signature is Spring's
||||||| 3cf60c5
=======
    @SuppressWarnings("TypeParameterUnusedInFormals") // Spring Security's interface has it so
>>>>>>> 3677aea40461719ee5939ae6d5357aa2b1625096
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registration, Authentication person, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        // see above
    }

    @Override
    public void removeAuthorizedClient(
            String registration,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        // see above
    }
}
