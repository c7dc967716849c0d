// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.metrics;

import java.util.DoubleSummaryStatistics;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

public interface MetricsService {

    boolean exists(String name);

    void accept(String name, double value);

    void acceptNanoTime(String name, long startNanos);

    void acceptDataRate(String name, long bytes, long startNanos);

    void accept(String name, DoubleSupplier supplier);

    void forEach(String name, int start, int limit, Consumer<DoubleSummaryStatistics> consumer);
}
