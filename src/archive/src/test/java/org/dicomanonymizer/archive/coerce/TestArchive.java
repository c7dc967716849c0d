// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.net.Device;
import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.TransferCapability.Role;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.metrics.MetricsService;
import org.dicomanonymizer.archive.conf.AnonymizerDeviceExtension;
import org.dicomanonymizer.archive.conf.ConfiguredProfiles;
import org.dicomanonymizer.archive.data.AttributesCopy;
import org.dicomanonymizer.archive.data.AttributesDataSet;
import org.dicomanonymizer.archive.profile.ProfileEntry;
import org.dicomanonymizer.profile.Profiles;
import org.dicomanonymizer.testing.DataSetText;

/** An archive with profiles and the coercion, and nothing else. */
public final class TestArchive {
    public final Device device = new Device("dcm4chee-arc");
    public final ConfiguredProfiles profiles = new ConfiguredProfiles(device);
    final Map<String, Double> metrics = new LinkedHashMap<>();
    final CoercionCounts counts = new CoercionCounts(instance(metrics));
    final AnonymizeCoercion coercion = new AnonymizeCoercion(profiles, counts);
    private final Path key;

    /** @param folder a place for the key */
    public TestArchive(Path folder) {
        key = folder.resolve("project.key");
        try {
            Files.writeString(key, "a key for tests only, and long enough");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A profile that names the key. */
    public ProfileEntry profile(String name, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("\"identity\": {\"key\": {\"file\": \"" + key + "\"}}");
        return new ProfileEntry(name, "{" + String.join(", ", all) + "}");
    }

    /** All ready-made profiles, each under its name. */
    List<ProfileEntry> readyMade() {
        return Profiles.names().stream()
                .map(name -> profile(name, "\"extends\": \"" + name + "\""))
                .toList();
    }

    public void reload(ProfileEntry... entries) {
        reload(List.of(entries));
    }

    public void reload(List<ProfileEntry> entries) {
        AnonymizerDeviceExtension extension = new AnonymizerDeviceExtension();
        extension.setEntries(entries);
        Device loaded = new Device("dcm4chee-arc");
        loaded.addDeviceExtension(extension);
        try {
            device.reconfigure(loaded);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static ArchiveAttributeCoercion2 rule(String profile, Role role, Dimse dimse) {
        return new ArchiveAttributeCoercion2("Deid")
                .setURI("anonymize:" + profile)
                .setRole(role)
                .setDIMSE(dimse);
    }

    public static ArchiveAttributeCoercion2 sending(String profile) {
        return rule(profile, Role.SCP, Dimse.C_STORE_RQ);
    }

    /** As the archive hands it over. */
    static Attributes attributes(String text) {
        return AttributesCopy.of(DataSetText.parse(text));
    }

    static String print(Attributes attributes) {
        return DataSetText.print(AttributesDataSet.of(attributes));
    }

    /** Treats an object as WADO does, which announces nothing. */
    String wado(ArchiveAttributeCoercion2 rule, Attributes attributes) {
        coercion.coerce(rule, attributes.getString(0x00080016), "server", "DCM4CHEE", "client", null, attributes, null);
        return print(attributes);
    }

    /** Treats an object as C-MOVE and C-GET do; gives the UID of the command. */
    String send(ArchiveAttributeCoercion2 rule, Attributes attributes) {
        String announced = coercion.remapUID(rule, attributes.getString(0x00080018));
        coercion.coerce(
                rule, attributes.getString(0x00080016), "server", "DCM4CHEE", "host", "REMOTE", attributes, null);
        return announced;
    }

    private static Instance<MetricsService> instance(Map<String, Double> metrics) {
        MetricsService service = proxy(MetricsService.class, name -> null, metrics);
        return proxy(Instance.class, name -> name.equals("isResolvable") ? Boolean.TRUE : service, metrics);
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<?> type, Function<String, Object> answers, Map<String, Double> metrics) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            if (method.getName().startsWith("accept")) metrics.merge((String) arguments[0], 1.0, Double::sum);
            return answers.apply(method.getName());
        });
    }
}
