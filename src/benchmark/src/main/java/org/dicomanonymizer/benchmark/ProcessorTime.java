// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dcm4che3.data.Attributes;

/**
 * What {@link CoercionBenchmark} measures, in processor time of the thread, all in one program and by turns: to be used where
 * other programs keep the machine busy. Prints the median per object in microseconds, and the least.
 */
public final class ProcessorTime {
    private static final int ROUNDS = 60;
    private static final int ROUNDS_TO_WARM_UP = 30;
    private static final int NANOSECONDS_OF_A_TURN = 40_000_000;

    private ProcessorTime() {}

    private interface Contender {
        Attributes run() throws Throwable;
    }

    /** @param objects which samples; after one, a colon and a number of frames may follow */
    public static void main(String... objects) throws Throwable {
        for (String object : objects.length == 0 ? new String[] {"ct", "mr-enhanced", "report"} : objects) {
            CoercionBenchmark benchmark = new CoercionBenchmark();
            benchmark.object = object.split(":")[0];
            benchmark.frames = object.contains(":") ? Integer.parseInt(object.split(":")[1]) : 0;
            benchmark.setUp();
            System.out.println(object + " " + measure(benchmark));
        }
    }

    private static String measure(CoercionBenchmark benchmark) throws Throwable {
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put("copy", benchmark::copy);
        contenders.put("builtIn", benchmark::builtIn);
        contenders.put("builtInMadeOnce", benchmark::builtInMadeOnce);
        contenders.put("basic", benchmark::basic);
        contenders.put("research", benchmark::research);
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++)
            for (Map.Entry<String, Contender> contender : contenders.entrySet()) {
                double time = turn(contender.getValue());
                if (round >= ROUNDS_TO_WARM_UP)
                    times.computeIfAbsent(contender.getKey(), name -> new ArrayList<>())
                            .add(time);
            }
        StringBuilder line = new StringBuilder();
        times.forEach((name, all) -> {
            Collections.sort(all);
            line.append(String.format("  %s %.1f (%.1f)", name, all.get(all.size() / 2), all.get(0)));
        });
        return line.toString();
    }

    private static double turn(Contender contender) throws Throwable {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long used = 0;
        int done = 0;
        long elements = 0;
        for (; used < NANOSECONDS_OF_A_TURN; used = threads.getCurrentThreadCpuTime() - start)
            for (int i = 0; i < 20; i++, done++) elements += contender.run().size();
        if (elements == 0) throw new IllegalStateException("Nothing was left of any object");
        return used / 1e3 / done;
    }
}
