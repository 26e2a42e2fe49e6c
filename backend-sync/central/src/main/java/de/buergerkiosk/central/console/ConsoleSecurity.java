package de.buergerkiosk.central.console;

import de.buergerkiosk.central.oidc.CityAccounts;
import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.central.people.Right;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may do what in the console; login, session and logout are those of the desk. What a role may do
 * is said by {@link Person} alone.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {
    /** One small script of ours, which asks for pages of ours; nothing from elsewhere. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    @Bean
    @Order(0)
    SecurityFilterChain console(HttpSecurity http, ObjectProvider<CityAccounts> accounts) {
        // signing out leads on to the identity provider
        var city = accounts.getIfAvailable();
        var policy =
                city == null ? CONTENT_POLICY : CONTENT_POLICY + " " + city.settings().origin();
        return http.securityMatcher("/fleet", "/fleet/**")
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        HttpMethod.GET,
                                        "/fleet",
                                        "/fleet/kiosks/*",
                                        "/fleet/incidents",
                                        "/fleet/incidents/*")
                                .access(whoever(Right.SEE_FLEET))
                                .requestMatchers(HttpMethod.POST, "/fleet/incidents/*")
                                .access(whoever(Right.ACKNOWLEDGE))
                                .requestMatchers("/fleet/mails", "/fleet/mails/*/*")
                                .access(whoever(Right.SETTLE_MAILS))
                                .anyRequest()
                                .access(whoever(Right.CHANGE_LAYERS)))
                .exceptionHandling(trouble ->
                        trouble.authenticationEntryPoint(
                                new LoginUrlAuthenticationEntryPoint("/login")))
                .headers(headers ->
                        headers.contentSecurityPolicy(p -> p.policyDirectives(policy))
                                .referrerPolicy(p -> p.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> whoever(Right right) {
        return (authentication, _) ->
                new AuthorizationDecision(
                        authentication.get().getPrincipal() instanceof Person person
                                && person.may(right));
    }
}
