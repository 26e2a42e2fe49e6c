package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.people.Person;
import de.buergerkiosk.central.people.Right;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Which right each address of the desk wants; {@link Person.Role} says who has it. */
final class DeskAccess {
    private DeskAccess() {}

    /** What Spring Security knows a person by: the role, and each right of it. */
    static Collection<GrantedAuthority> authorities(Person person) {
        var all = new ArrayList<GrantedAuthority>();
        all.add(new SimpleGrantedAuthority("ROLE_" + person.role()));
        person.role().rights().forEach(right -> all.add(new SimpleGrantedAuthority(right.name())));
        return List.copyOf(all);
    }

    /** Scripts; what is not named here is refused. */
    static void scripts(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.requestMatchers("/api/fleet/mails", "/api/fleet/mails/**")
                .hasAuthority(Right.SETTLE_MAILS.name())
                .requestMatchers(HttpMethod.GET, "/api/fleet/**")
                .hasAuthority(Right.SEE_FLEET.name())
                .requestMatchers(HttpMethod.POST, "/api/fleet/incidents/*/acknowledge")
                .hasAuthority(Right.ACKNOWLEDGE.name())
                .requestMatchers(HttpMethod.POST, "/api/fleet/kiosks/*/enrolment")
                .hasAuthority(Right.ENROL.name())
                .requestMatchers(HttpMethod.PUT, "/api/fleet/layers/**")
                .hasAuthority(Right.CHANGE_LAYERS.name())
                .requestMatchers(HttpMethod.POST, "/api/fleet/releases/**")
                .hasAuthority(Right.RELEASE.name())
                .requestMatchers("/api/fleet/**")
                .hasAuthority(Right.MANAGE_FLEET.name())
                .requestMatchers("/api/queue/**")
                .hasAuthority(Right.CALL_NUMBERS.name())
                .requestMatchers(HttpMethod.GET)
                .authenticated()
                .anyRequest()
                .denyAll();
    }

    /** Pages; what is not named here is for everybody who is logged in. */
    static void pages(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.requestMatchers(
                        "/login",
                        "/login/refused",
                        "/desk.css",
                        "/console.css",
                        "/error",
                        "/actuator/health")
                .permitAll()
                .requestMatchers("/kiosks")
                .hasAuthority(Right.LIST_ALL_FILINGS.name())
                .requestMatchers("/queue", "/queue/**")
                .hasAuthority(Right.CALL_NUMBERS.name())
                .anyRequest()
                .authenticated();
    }
}
