package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.oidc.Admission;
import de.buergerkiosk.central.oidc.CityAccounts;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Signing in at the desk with the city's accounts: OpenID Connect, authorization code with PKCE,
 * state and nonce. The session gets a new number, the access token is thrown away.
 */
final class OidcSignIn {
    /** Where the login page leads. */
    static final String START =
            OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI
                    + "/"
                    + OidcProvider.ID;

    private final CityAccounts accounts;
    private final OidcProvider provider;
    private final HttpSessionSecurityContextRepository sessions =
            new HttpSessionSecurityContextRepository();

    OidcSignIn(CityAccounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.provider = new OidcProvider(accounts, clock);
    }

    /** Adds it to the pages of the desk. */
    void on(HttpSecurity http) {
        var refused = refused();
        http.oauth2Login(
                        login -> {
                            login.loginPage("/login")
                                    .clientRegistrationRepository(provider)
                                    .authorizedClientRepository(new NoTokensKept())
                                    .authorizationEndpoint(there ->
                                            there.authorizationRequestResolver(
                                                    new AskingAgain(provider)))
                                    .tokenEndpoint(
                                            there -> there.accessTokenResponseClient(tokens()))
                                    .userInfoEndpoint(there -> there.oidcUserService(people()))
                                    .successHandler(welcome())
                                    .failureHandler(refused);
                            login.withObjectPostProcessor(
                                    new ObjectPostProcessor<
                                            OAuth2AuthorizationRequestRedirectFilter>() {
                                        @Override
                                        public <F extends OAuth2AuthorizationRequestRedirectFilter>
                                                F postProcess(F filter) {
                                            filter.setAuthenticationFailureHandler(refused);
                                            return filter;
                                        }
                                    });
                        })
                .logout(logout -> logout.logoutSuccessHandler(farewell()));
    }

    private static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(
                RestClient.builder()
                        .requestFactory(OidcHttp.line())
                        .configureMessageConverters(converters ->
                                converters
                                        .addCustomConverter(new FormHttpMessageConverter())
                                        .addCustomConverter(
                                                new OAuth2AccessTokenResponseHttpMessageConverter()))
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build());
        return client;
    }

    /** Claims of the token, and of the provider's user info where the token says no role. */
    private OAuth2UserService<OidcUserRequest, OidcUser> people() {
        var info = new DefaultOAuth2UserService();
        info.setRestOperations(OidcHttp.template());
        var usual = new OidcUserService();
        usual.setOauth2UserService(info);
        var first = accounts.settings().roleClaim().split("\\.", -1)[0];
        usual.setRetrieveUserInfo(request -> {
            var there =
                    request.getClientRegistration()
                            .getProviderDetails()
                            .getUserInfoEndpoint()
                            .getUri();
            return there != null
                    && !request.getIdToken().hasClaim(first)
                    && !request.getIdToken().hasClaim(accounts.settings().roleClaim());
        });
        return request -> {
            var user = usual.loadUser(request);
            return switch (accounts.front().admit(new HashMap<>(user.getClaims()))) {
                case Admission.Welcome(var person) -> new StaffUser(person, user.getIdToken());
                case Admission.Refused(var why, _) ->
                        throw new OAuth2AuthenticationException(
                                new OAuth2Error(OidcRefusal.of(why).word()));
            };
        };
    }

    /** From here on the desk knows a person and not a token. */
    private AuthenticationSuccessHandler welcome() {
        return (request, response, authentication) -> {
            if (!(authentication.getPrincipal() instanceof StaffUser user)) {
                throw new IllegalStateException("signed in as nobody");
            }
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    new StaffLogin(user.person(), user.getIdToken().getTokenValue()));
            SecurityContextHolder.setContext(context);
            sessions.saveContext(context, request, response);
            response.sendRedirect(Landing.of(user.person()));
        };
    }

    private static AuthenticationFailureHandler refused() {
        return (_, response, failure) ->
                response.sendRedirect("/login/refused?why=" + OidcRefusal.of(failure).word());
    }

    /** Whoever signed in at the provider is signed out there too (RP-Initiated Logout 1.0). */
    private LogoutSuccessHandler farewell() {
        return (request, response, authentication) -> {
            var bye =
                    ServletUriComponentsBuilder.fromContextPath(request)
                            .path("/login")
                            .query("bye")
                            .build()
                            .toUriString();
            var there = provider.endSession();
            response.sendRedirect(
                    authentication instanceof StaffLogin login && there.isPresent()
                            ? endSession(there.get(), login, bye)
                            : bye);
        };
    }

    private String endSession(URI there, StaffLogin login, String bye) {
        return UriComponentsBuilder.fromUri(there)
                .queryParam("id_token_hint", "{hint}")
                .queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{bye}")
                .encode()
                .buildAndExpand(login.idToken(), accounts.settings().clientId(), bye)
                .toUriString();
    }
}
