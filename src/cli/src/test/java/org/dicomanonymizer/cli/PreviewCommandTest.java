// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreviewCommandTest {
    private static final String SAMPLE = "../../docs/samples/ct.dcm";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(args, Map.of(), new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test
    void shows_elements_effects_and_rules_but_no_values() {
        assertThat(run("preview", SAMPLE, "-t", "StudyDescription", "keep")).isZero();
        assertThat(out.toString())
                .containsPattern("\\(0010,0010\\) +PN pseudonymized +PatientName +patient's pseudonym")
                .containsPattern("\\(0008,1030\\) +LO kept +StudyDescription +keep by -t 1")
                .doesNotContain("before:", "^");
    }

    @Test
    void shows_values_only_when_asked() {
        assertThat(run("preview", SAMPLE, "--show-values", "--changes")).isZero();
        assertThat(out.toString())
                .containsPattern("\n    before: [^\n]*\\^[^\n]*\n    after:  [B-Z]{16}\n")
                .doesNotContain(" kept ");
    }

    @Test
    void tells_what_is_wrong_with_a_file() {
        assertThat(run("preview", "../../docs/samples/README.md")).isEqualTo(ExitCode.PROBLEMS);
        assertThat(err.toString()).contains("README.md");
        assertThat(run("preview", "absent.dcm")).isEqualTo(ExitCode.PROBLEMS);
        assertThat(err.toString()).contains("absent.dcm: does not exist");
        assertThat(run("preview")).isEqualTo(ExitCode.WRONG_USAGE);
    }
}
