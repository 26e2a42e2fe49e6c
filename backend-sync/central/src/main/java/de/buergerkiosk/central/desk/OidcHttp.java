package de.buergerkiosk.central.desk;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;

/** The line to the identity provider: every wait is bounded, no redirect is followed. */
final class OidcHttp {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    private OidcHttp() {}

    static JdkClientHttpRequestFactory line() {
        var factory =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder()
                                .connectTimeout(CONNECT_MAX)
                                .followRedirects(HttpClient.Redirect.NEVER)
                                .build());
        factory.setReadTimeout(ANSWER_MAX);
        return factory;
    }

    static RestTemplate template() {
        return new RestTemplate(line());
    }
}
