// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dicomanonymizer.cli.LauncherProject.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    private static final String BUILDS = "builds itself first";

    @TempDir
    private Path folder;

    private LauncherProject project;

    @BeforeEach
    void set_up() {
        project = new LauncherProject(folder);
    }

    @Test
    void builds_on_first_use_and_says_so_in_one_line() throws Exception {
        project.withJava("17.0.1");
        project.withMaven("echo noise of the build");

        Result first = project.start("--version");
        Result second = project.start("--version");

        assertThat(first.exit()).isZero();
        assertThat(first.err().lines()).singleElement().asString().contains(BUILDS);
        assertThat(first.out()).doesNotContain("noise").contains("--version");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(project.mavenCalls())
                .containsExactly(project.home.toRealPath() + ": -q -B -DskipTests package -pl src/cli -am");
    }

    @Test
    void builds_again_when_a_source_or_pom_is_newer() throws Exception {
        for (String source : new String[] {"pom.xml", "src/cli/src/main/A", "src/engine/src/main/B"}) {
            LauncherProject changed = new LauncherProject(folder.resolve(source.replace('/', '-')));
            changed.withJava("17");
            changed.withMaven("");
            changed.start();

            changed.touch(source);

            assertThat(changed.start().err()).as(source).contains(BUILDS);
            assertThat(changed.mavenCalls()).hasSize(2);
        }
    }

    @Test
    void a_failing_build_shows_its_output_and_starts_nothing() throws Exception {
        project.withJava("17");
        project.withMaven("echo 'cannot find symbol'; exit 1");

        Result result = project.start("--version");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err()).contains("cannot find symbol", "the build failed");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void two_first_starts_at_the_same_time_build_once() throws Exception {
        project.withJava("17");
        project.withMaven("while [ ! -f proceed ]; do cat proceed 2>&1; done");

        Process first = project.begin(project.launcher, "first");
        BufferedReader err = new BufferedReader(new InputStreamReader(first.getErrorStream(), UTF_8));
        assertThat(err.readLine()).contains(BUILDS);
        Process second = project.begin(project.launcher, "second");
        Files.createFile(project.home.resolve("proceed"));

        assertThat(LauncherProject.finish(first).out()).endsWith("first\n");
        Result waited = LauncherProject.finish(second);
        assertThat(waited.out()).endsWith("second\n");
        assertThat(waited.err()).isEmpty();
        assertThat(project.mavenCalls()).hasSize(1);
    }

    @Test
    void arguments_arrive_unchanged() throws Exception {
        project.withJava("17");
        project.withMaven("");
        String[] arguments = {"with blank", "", "*", "$HOME", "a\\b", "\"quoted\"", "日本 é", "-t", "(0008,0050)"};

        String out = project.start(arguments).out();

        assertThat(out).endsWith("-jar\n" + project.jar + "\n" + String.join("\n", arguments) + "\n");
    }

    @Test
    void is_found_through_symbolic_links() throws Exception {
        project.withJava("17");
        project.withMaven("");
        Path relative = folder.resolve("relative");
        Files.createSymbolicLink(relative, folder.relativize(project.launcher));
        Path link = folder.resolve("link to a link");
        Files.createSymbolicLink(link, relative);

        Result result = LauncherProject.finish(project.begin(link, "x"));

        assertThat(result.out()).endsWith(project.jar + "\nx\n");
    }

    @Test
    void JAVA_OPTS_come_after_the_own_options_and_are_not_expanded() throws Exception {
        project.withJava("17");
        project.withMaven("");
        project.with("JAVA_OPTS", "-Xmx128m  -Dpattern=*");

        assertThat(project.start("x").out()).contains("\n-Xmx128m\n-Dpattern=*\n-jar\n");
    }

    @Test
    void JAVA_HOME_wins_over_the_path() throws Exception {
        Path chosen = project.withJava("21.0.2");
        project.withJava("11.0.2");
        project.withMaven("");
        project.with("JAVA_HOME", chosen.toString());

        assertThat(project.start("x").exit()).isZero();
    }

    @Test
    void a_missing_Java_is_named() throws Exception {
        Result result = project.start();

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err().lines()).singleElement().asString().contains("no Java found", "JDK 17");
    }

    @Test
    void a_wrong_JAVA_HOME_is_named() throws Exception {
        project.withJava("17");
        project.with("JAVA_HOME", "/nowhere");

        Result result = project.start();

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err().lines()).singleElement().asString().contains("JAVA_HOME is /nowhere");
    }

    @Test
    void an_old_Java_is_named() throws Exception {
        for (String version : new String[] {"11.0.2", "1.8.0_402"}) {
            project.withJava(version);

            Result result = project.start();

            assertThat(result.exit()).isEqualTo(3);
            assertThat(result.err().lines()).singleElement().asString().contains("Java " + version, "Java 17 or later");
        }
    }

    @Test
    void a_Java_without_a_release_file_is_asked_for_its_version() throws Exception {
        Path jdk = project.withJava("11.0.2");
        Files.delete(jdk.resolve("release"));

        assertThat(project.start().err()).contains("Java 11.0.2");
    }

    @Test
    void a_missing_Maven_is_named() throws Exception {
        project.withJava("17");

        Result result = project.start();

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err().lines()).singleElement().asString().contains("no Maven found");
    }

    @Test
    void class_data_is_archived_once_for_these_jars() throws Exception {
        project.withJava("17.0.1");
        project.withMaven("");
        Path archive = project.jar.resolveSibling("classes-17.0.1.jsa");

        assertThat(project.start().out()).contains("-XX:SharedArchiveFile=" + archive);
        assertThat(archive).hasContent("archive");

        Files.writeString(archive, "kept");
        project.start();
        assertThat(archive).hasContent("kept");

        project.touch("src/cli/target/dicom-anonymizer/dicom-anonymizer.jar");
        project.start();
        assertThat(archive).hasContent("archive");
    }

    @Test
    void works_in_UTF_8_where_no_locale_is_set() throws Exception {
        project.withJava("17");
        project.withMaven("");

        assertThat(project.start().out()).startsWith("LC_ALL=C.UTF-8\n");
        project.with("LANG", "de_DE.UTF-8");
        assertThat(project.start().out()).startsWith("LC_ALL=\n");
    }
}
