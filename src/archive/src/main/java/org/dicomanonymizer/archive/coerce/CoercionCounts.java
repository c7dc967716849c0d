// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.dcm4chee.arc.metrics.MetricsService;

/**
 * How many data sets the coercion has treated and refused, by profile, since the server was started. The archive's metrics get
 * the same where its configuration has them: {@code anonymize-PROFILE} the milliseconds of each treatment, and
 * {@code anonymize-PROFILE-refused} a 1 for each refusal.
 */
@ApplicationScoped
public class CoercionCounts {
    private static final String METRIC = "anonymize-";

    /**
     * The counts of a profile.
     *
     * @param treated data sets that were treated
     * @param refused those that were refused, before or after they were announced
     */
    public record Counts(long treated, long refused) {}

    /**
     * A data set that was refused.
     *
     * @param time    when
     * @param profile the name of the profile
     * @param reason  the message, which holds no value of the data set
     */
    public record Refusal(Instant time, String profile, String reason) {}

    private record Counter(LongAdder treated, LongAdder refused) {}

    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final Refusals refusals = new Refusals();
    private Instance<MetricsService> metrics;

    protected CoercionCounts() {}

    @Inject
    public CoercionCounts(Instance<MetricsService> metrics) {
        this.metrics = metrics;
    }

    /** By the names of the profiles, in the order of the alphabet. */
    public Map<String, Counts> byProfile() {
        Map<String, Counts> counts = new TreeMap<>();
        counters.forEach(
                (profile, counter) -> counts.put(profile, new Counts(counter.treated.sum(), counter.refused.sum())));
        return counts;
    }

    /** The last refusals, at most twenty, the newest first. */
    public List<Refusal> lastRefusals() {
        return refusals.last();
    }

    void treated(String profile, long startNanos) {
        counter(profile).treated.increment();
        if (metrics.isResolvable()) metrics.get().acceptNanoTime(METRIC + profile, startNanos);
    }

    void refused(String profile, String reason) {
        refusals.add(profile, reason);
        counter(profile).refused.increment();
        if (metrics.isResolvable()) metrics.get().accept(METRIC + profile + "-refused", 1);
    }

    private Counter counter(String profile) {
        return counters.computeIfAbsent(profile, name -> new Counter(new LongAdder(), new LongAdder()));
    }
}
