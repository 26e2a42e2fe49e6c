package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.people.Logins;
import de.buergerkiosk.central.people.Person;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets in at the desk: pages by login form and session, scripts by HTTP Basic. */
@Configuration(proxyBeanMethods = false)
class DeskSecurity {
    /** No script, no frame, nothing from elsewhere. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

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
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/api/fleet/**")
                                .hasRole(Person.Role.ADMIN.name())
                                .requestMatchers("/api/queue/**")
                                .hasRole(Person.Role.CLERK.name())
                                .requestMatchers(HttpMethod.GET)
                                .authenticated()
                                .anyRequest()
                                .denyAll())
                .httpBasic(basic -> basic.realmName("Bürgerkiosk"))
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_POLICY)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, AuthenticationManager people, Logins logins) {
        return http.authenticationManager(people)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        "/login", "/desk.css", "/console.css", "/error", "/actuator/health")
                                .permitAll()
                                .requestMatchers("/kiosks")
                                .hasRole(Person.Role.LEAD.name())
                                .requestMatchers("/queue", "/queue/**")
                                .hasRole(Person.Role.CLERK.name())
                                .anyRequest()
                                .authenticated())
                .formLogin(form ->
                        form.loginPage("/login")
                                .successHandler(welcome(logins))
                                .failureHandler(sendBack()))
                .logout(logout -> logout.logoutSuccessUrl("/login?bye"))
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(CONTENT_POLICY))
                                .referrerPolicy(
                                        policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    private static AuthenticationSuccessHandler welcome(Logins logins) {
        return (_, response, authentication) -> {
            if (authentication.getPrincipal() instanceof Person person) {
                logins.loggedIn(person);
            }
            response.sendRedirect(Landing.of(authentication.getPrincipal()));
        };
    }

    private static AuthenticationFailureHandler sendBack() {
        return (_, response, failure) ->
                response.sendRedirect(
                        failure instanceof LockedException ? "/login?later" : "/login?denied");
    }
}
