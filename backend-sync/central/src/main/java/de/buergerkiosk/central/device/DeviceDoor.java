package de.buergerkiosk.central.device;

import de.buergerkiosk.central.appointment.Appointments;
import de.buergerkiosk.central.appointment.WaitingNumbers;
import de.buergerkiosk.central.filing.Intake;
import de.buergerkiosk.central.fleet.Denied;
import de.buergerkiosk.central.fleet.Enrolments;
import de.buergerkiosk.central.identity.Identifications;
import de.buergerkiosk.central.rollout.Desires;
import de.buergerkiosk.central.rollout.RolloutBook;
import de.buergerkiosk.central.watch.WatchBook;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the device door consists of; it gets no private key of an office. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    SslAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class
})
public class DeviceDoor implements WebMvcConfigurer {
    private final Denied denied;
    private final InstantSource clock;

    /** By Spring. */
    public DeviceDoor(Denied denied, InstantSource clock) {
        this.denied = denied;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Admission(denied, clock));
    }

    @Bean
    FleetDoor fleetDoor(
            Desires desires,
            RolloutBook bundles,
            WatchBook watch,
            RandomGenerator chance,
            InstantSource clock) {
        return new FleetDoor(desires, bundles, watch, chance, clock);
    }

    @Bean
    RenewalDoor renewalDoor(Enrolments enrolments) {
        return new RenewalDoor(enrolments);
    }

    @Bean
    FilingDoor filingDoor(Intake intake) {
        return new FilingDoor(intake);
    }

    @Bean
    AppointmentDoor appointmentDoor(Appointments appointments) {
        return new AppointmentDoor(appointments);
    }

    @Bean
    NumberDoor numberDoor(WaitingNumbers numbers) {
        return new NumberDoor(numbers);
    }

    @Bean
    IdentityDoor identityDoor(Identifications identifications) {
        return new IdentityDoor(identifications);
    }

    @Bean
    DeviceProblems deviceProblems() {
        return new DeviceProblems(clock);
    }
}
