package de.buergerkiosk.central.desk;

import de.buergerkiosk.central.appointment.CallBoard;
import de.buergerkiosk.central.appointment.Queue;
import de.buergerkiosk.central.audit.AuditTrail;
import de.buergerkiosk.central.mail.MailBook;
import de.buergerkiosk.central.mail.StuckMails;
import java.time.InstantSource;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** What the desk door has for counters, their waiting rooms, and the mails about appointments. */
@Configuration(proxyBeanMethods = false)
class QueueParts {
    /** Scripts and answers of our own, nothing from elsewhere. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Bean
    QueuePages queuePages(Queue queue, Wording wording) {
        return new QueuePages(queue, new QueueView(queue.agenda(), wording));
    }

    @Bean
    QueueScripts queueScripts(Queue queue) {
        return new QueueScripts(queue);
    }

    @Bean
    StuckMails stuckMails(MailBook book, AuditTrail audit, InstantSource clock) {
        return new StuckMails(book, audit, clock);
    }

    @Bean
    MailScripts mailScripts(StuckMails stuck) {
        return new MailScripts(stuck);
    }

    @Bean
    CallPages callPages(CallBoard board, Queue queue, Wording wording, ZoneId zone) {
        return new CallPages(board, queue.agenda(), wording, zone);
    }

    /** Screens on walls have no login, and no session either; they see numbers and counters only. */
    @Bean
    @Order(0)
    SecurityFilterChain walls(HttpSecurity http) {
        return http.securityMatcher("/call/**", "/call.css", "/call.js", "/queue.js")
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(HttpMethod.GET).permitAll().anyRequest().denyAll())
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_POLICY)))
                .build();
    }
}
