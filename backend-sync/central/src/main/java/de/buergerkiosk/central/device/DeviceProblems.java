package de.buergerkiosk.central.device;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What kiosks hear when the trouble is ours: later again, never that a filing is lost. */
@RestControllerAdvice
final class DeviceProblems {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceProblems.class);
    private static final String RETRY_SECONDS = "15";

    /** A whole fleet that is turned away must not fill the disk with its log. */
    private static final Duration SAID_FOR = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final AtomicReference<Instant> nextWord = new AtomicReference<>(Instant.MIN);
    private final AtomicLong unsaid = new AtomicLong();

    DeviceProblems(InstantSource clock) {
        this.clock = clock;
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> databaseAway(RuntimeException trouble) {
        note(trouble);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(
                        problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "later",
                                "the database does not answer; send it again later"));
    }

    private void note(RuntimeException trouble) {
        var now = clock.instant();
        var due = nextWord.get();
        if (now.isBefore(due) || !nextWord.compareAndSet(due, now.plus(SAID_FOR))) {
            unsaid.incrementAndGet();
            return;
        }
        LOG.error(
                "CEN-DB-UNREACHABLE a request could not be kept, and {} before it since this was"
                        + " said last",
                unsaid.getAndSet(0),
                trouble);
    }

    static ProblemDetail problem(HttpStatus status, String name, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(type(name));
        problem.setTitle(name);
        return problem;
    }

    static URI type(String name) {
        return URI.create("urn:buergerkiosk:problem:" + name);
    }
}
