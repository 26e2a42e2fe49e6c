package de.buergerkiosk.card.pcsc;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Asks pcsc-lite, whose calls have no end when its service hangs. So each runs on a thread of its own,
 * of the platform: a virtual one would take its carrier along into the library. While one hangs there,
 * no second one follows it.
 */
final class PatientAsking {
    private final Duration answerMax;

    /** Daemons, so that one that hangs keeps no process alive. */
    private final ForkJoinPool asking = new ForkJoinPool(1);

    private final ReentrantLock lock = new ReentrantLock();
    private Optional<FutureTask<?>> hanging = Optional.empty();

    PatientAsking(Duration answerMax) {
        this.answerMax = answerMax;
    }

    /** Empty when there is no answer in time, or the caller was interrupted, and knows so. */
    <T> Optional<T> ask(Callable<T> question) {
        lock.lock();
        try {
            if (hanging.filter(task -> !task.isDone()).isPresent()) {
                return Optional.empty();
            }
            var task = new FutureTask<>(question);
            hanging = Optional.of(task);
            asking.execute(task);
            return Optional.of(task.get(answerMax.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a question to the smart card service", e.getCause());
        } finally {
            lock.unlock();
        }
    }
}
