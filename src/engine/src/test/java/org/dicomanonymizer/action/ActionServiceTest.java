// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Actions that the class path adds. */
class ActionServiceTest {

    /** An action such as a site may write. */
    public static final class Blank implements ActionFactory {
        @Override
        public String name() {
            return "blank";
        }

        @Override
        public String description() {
            return "Leaves the element without a value.";
        }

        @Override
        public ElementAction create(Parameters parameters) {
            return ElementAction.of((dataSet, element, context) -> element.set(List.of()));
        }
    }

    /** In a class loader of its own, so that no other test sees the action. */
    @Test
    void are_known_by_name_when_a_service_file_names_them(@TempDir Path folder) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(ActionFactory.class.getName()), Blank.class.getName() + "\n");
        List<URL> urls = new ArrayList<>(List.of(folder.toUri().toURL()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator))
            urls.add(Path.of(entry).toUri().toURL());
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> actions = loader.loadClass(Actions.class.getName());
            assertThat(actions.getMethod("create", String.class, Map.class).invoke(null, "blank", Map.of()))
                    .isNotNull();
            assertThat(actions.getMethod("named", String.class)
                            .invoke(null, "BLANK")
                            .getClass()
                            .getName())
                    .isEqualTo(Blank.class.getName());
        }
        assertThat(Actions.all()).extracting(ActionFactory::name).doesNotContain("blank");
    }
}
