package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.oidc.CityAccounts;
import de.buergerkiosk.central.people.Logins;
import de.buergerkiosk.central.people.Person;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets in at the desk: pages by login form and session, scripts by HTTP Basic. */
@Configuration(proxyBeanMethods = false)
class DeskSecurity {
    /** Where forms may go; signing out leads on to the identity provider. */
    private static final String FORMS = "form-action 'self'";

    /** No script, no frame, nothing from elsewhere. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; "
                    + FORMS
                    + "; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    AuthenticationManager authenticationManager(Logins logins) {
        return new ProviderManager(new DeskAuthentication(logins));
    }

    @Bean
    @Order(1)
    SecurityFilterChain scripts(HttpSecurity http, AuthenticationManager people) {
        return http.securityMatcher("/api/**")
                .authenticationManager(people)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // no cookie lets anybody in, so no other site can act in somebody's name
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(DeskAccess::scripts)
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(notYourRole()))
                .httpBasic(basic -> basic.realmName("Bürgerkiosk"))
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_POLICY)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            Logins logins,
            ObjectProvider<CityAccounts> accounts,
            InstantSource clock) {
        var city = Optional.ofNullable(accounts.getIfAvailable());
        http.authenticationProvider(new DeskAuthentication(logins))
                .authorizeHttpRequests(DeskAccess::pages)
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(
                                new LoginUrlAuthenticationEntryPoint("/login")))
                .logout(logout -> logout.logoutSuccessUrl("/login?bye"));
        if (city.map(c -> c.settings().passwords()).orElse(true)) {
            http.formLogin(form ->
                    form.loginPage("/login")
                            .successHandler(welcome(logins))
                            .failureHandler(sendBack()));
        }
        city.ifPresent(known -> new OidcSignIn(known, clock).on(http));
        var policy =
                city.map(c -> CONTENT_POLICY.replace(FORMS, FORMS + " " + c.settings().origin()))
                        .orElse(CONTENT_POLICY);
        return http.headers(headers ->
                        headers.contentSecurityPolicy(p -> p.policyDirectives(policy))
                                .referrerPolicy(p -> p.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    /** A script hears which role it has, and whom to ask. */
    private static AccessDeniedHandler notYourRole() {
        return (request, response, _) -> {
            var role =
                    request.getUserPrincipal() instanceof Authentication known
                                    && known.getPrincipal() instanceof Person person
                            ? person.role().word()
                            : "this login";
            var answer =
                    Replies.problem(
                            HttpStatus.FORBIDDEN,
                            "not-your-role",
                            role + " may not do this; ask somebody with another role for it",
                            "");
            response.setStatus(HttpStatus.FORBIDDEN.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(Objects.requireNonNull(answer.getBody()));
        };
    }

    private static AuthenticationSuccessHandler welcome(Logins logins) {
        return (_, response, authentication) -> {
            if (authentication.getPrincipal() instanceof Person person) {
                logins.loggedIn(person);
                response.sendRedirect(Landing.of(person));
            } else {
                response.sendRedirect("/login");
            }
        };
    }

    private static AuthenticationFailureHandler sendBack() {
        return (_, response, failure) ->
                response.sendRedirect(
                        failure instanceof LockedException ? "/login?later" : "/login?denied");
    }
}
