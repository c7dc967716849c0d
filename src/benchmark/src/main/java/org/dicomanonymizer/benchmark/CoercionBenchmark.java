// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.benchmark;

import jakarta.enterprise.inject.Instance;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.net.Device;
import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.TransferCapability;
import org.dcm4chee.arc.coerce.CoercionProcessor;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.metrics.MetricsService;
import org.dicomanonymizer.archive.coerce.AnonymizeCoercion;
import org.dicomanonymizer.archive.coerce.CoercionCounts;
import org.dicomanonymizer.archive.conf.AnonymizerDeviceExtension;
import org.dicomanonymizer.archive.conf.ConfiguredProfiles;
import org.dicomanonymizer.archive.profile.ProfileEntry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time for the attributes of one object, as they are on the way out of the archive: without pixel data. The objects are those
 * of two studies of five series each, a hundred to a series: what the objects of a series share is the same, what each has of
 * its own differs. Each measurement includes a copy of the attributes, which {@link #copy} tells alone.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class CoercionBenchmark {
    private static final String HOST = "archive";

    /** One of the samples of the documentation. */
    @Param({"ct", "mr-enhanced", "report"})
    public String object;

    /** How many frames an enhanced object is given; 0 for as many as the sample has. */
    @Param("0")
    public int frames;

    private final ArchiveAttributeCoercion2 basic = rule(AnonymizeCoercion.SCHEME + ":basic");
    private final ArchiveAttributeCoercion2 research = rule(AnonymizeCoercion.SCHEME + ":research");
    private final ArchiveAttributeCoercion2 deidentify = rule("deidentify:BasicApplicationConfidentialityProfile");
    private Studies studies;
    private AnonymizeCoercion coercion;
    private CoercionProcessor archives;
    private MethodHandle deIdentifier;

    /** Reads the object with the archive's own reader, and configures one profile of each kind. */
    @Setup
    public void setUp() throws Throwable {
        studies = Studies.of(Path.of(System.getProperty("samples"), object + ".dcm"), frames);
        coercion = new AnonymizeCoercion(new ConfiguredProfiles(device()), new CoercionCounts(noMetrics()));
        archives = (CoercionProcessor) Class.forName("org.dcm4chee.arc.coerce.impl.DeIdentificationCoercionProcessor")
                .getConstructor()
                .newInstance();
        deIdentifier = deIdentifier();
    }

    private static Device device() throws Exception {
        Path key = Files.createTempFile("benchmark", ".key");
        key.toFile().deleteOnExit();
        Files.writeString(key, "a key for benchmarks only, and long enough");
        String identity = "\"identity\": {\"key\": {\"file\": \"" + key + "\"}}";
        AnonymizerDeviceExtension extension = new AnonymizerDeviceExtension();
        extension.setEntries(List.of(
                new ProfileEntry("basic", "{\"extends\": \"basic\", " + identity + "}"),
                new ProfileEntry("research", "{\"extends\": \"research\", " + identity + "}")));
        Device device = new Device("benchmark");
        device.addDeviceExtension(extension);
        return device;
    }

    /** What the archive's coercion calls; compiled against nothing, since it is no part of what the plugin uses. */
    private static MethodHandle deIdentifier() throws Throwable {
        Class<?> type = Class.forName("org.dcm4che3.deident.DeIdentifier");
        Class<?> options =
                Class.forName("org.dcm4che3.deident.DeIdentifier$Option").arrayType();
        Object none = Array.newInstance(options.componentType(), 0);
        return MethodHandles.publicLookup()
                .unreflect(type.getMethod("deidentify", Attributes.class))
                .bindTo(type.getConstructor(options).newInstance(none));
    }

    @SuppressWarnings("unchecked")
    private static Instance<MetricsService> noMetrics() {
        return (Instance<MetricsService>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(), new Class<?>[] {Instance.class}, (self, method, arguments) -> false);
    }

    private static ArchiveAttributeCoercion2 rule(String uri) {
        return new ArchiveAttributeCoercion2("benchmark")
                .setURI(uri)
                .setRole(TransferCapability.Role.SCP)
                .setDIMSE(Dimse.C_STORE_RQ);
    }

    /** The copy that the others begin with. */
    @Benchmark
    public Attributes copy() {
        return studies.next();
    }

    /** The archive's coercion {@code deidentify:} of the basic profile without options. */
    @Benchmark
    public Attributes builtIn() throws Exception {
        return coerced(archives, deidentify);
    }

    /** The archive's class behind that coercion, made once, where the coercion makes one for each object. */
    @Benchmark
    public Attributes builtInMadeOnce() throws Throwable {
        Attributes copy = studies.next();
        deIdentifier.invoke(copy);
        return copy;
    }

    /** The Basic Profile. */
    @Benchmark
    public Attributes basic() throws Exception {
        return coerced(coercion, basic);
    }

    /** The ready-made profile {@code research}: text cleaned, dates moved, and the result searched. */
    @Benchmark
    public Attributes research() throws Exception {
        return coerced(coercion, research);
    }

    private Attributes coerced(CoercionProcessor processor, ArchiveAttributeCoercion2 rule) throws Exception {
        Attributes copy = studies.next();
        processor.coerce(rule, studies.sopClass(), HOST, "ARCHIVE", "client", null, copy, null);
        return copy;
    }
}
