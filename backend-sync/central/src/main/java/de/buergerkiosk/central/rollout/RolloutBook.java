package de.buergerkiosk.central.rollout;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where releases and bundles are kept. */
public interface RolloutBook {
    /** Reserves the next version; some may stay unused. */
    long nextVersion();

    Release begin(long upTo, Audience audience, String note, String by, Instant at);

    Optional<Release> find(long number);

    /** The newest first. */
    List<Release> newest(int most);

    /** A bundle for some kiosks. */
    record Batch(MadeBundle bundle, List<String> kiosks) {
        public Batch {
            kiosks = List.copyOf(kiosks);
        }
    }

    /** Says in one step what these kiosks are to be from now on. */
    void assign(
            long release, long version, Audience audience, Collection<Batch> batches, Instant at);

    /**
     * Takes back what this release wants of kiosks that do not have it yet.
     *
     * @return how many
     */
    int stop(long release, Instant at);

    /** What these kiosks were to be before this release; those without anything are missing. */
    List<Desired> before(long release);

    /** Kiosks that are to be what this release says. */
    List<String> kiosksOf(long release);

    void rolledBack(long release, Instant at);

    Optional<byte[]> bundle(String digest);

    List<Desired> changedAfter(long turn);
}
