// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.dcm4chee.arc.entity.Task;
import org.junit.jupiter.api.Test;

/** Nothing counts as sent that is not known to be. */
class ExportResultsTest {
    private final ExportResults results = new ExportResults(3);

    @Test
    void an_object_that_was_lost_sight_of_is_tried_again() {
        results.complete();
        results.refuse("it is broken");
        assertThat(AnonymizedExporter.status(results, false)).isEqualTo(Task.Status.FAILED);
        assertThat(results.text("export")).isEqualTo("completed:1, refused:1, not sent:1: it is broken - export");
    }

    @Test
    void the_text_has_each_reason_once_and_fits_the_monitor() {
        for (int i = 0; i < 2; i++) results.fail("the same");
        results.fail("x".repeat(300));
        assertThat(results.text("export"))
                .startsWith("completed:0, failed:3: the same (2x); xxx")
                .endsWith("... (all: server log)")
                .hasSize(255);
    }

    @Test
    void a_long_destination_crowds_out_no_reason() {
        String reason = "x".repeat(200);
        results.fail(reason);
        assertThat(results.text("export to dir:/" + "folder/".repeat(30)))
                .isEqualTo("completed:0, failed:1, not sent:2: " + reason);
    }

    @Test
    void what_needed_a_commit_and_did_not_get_it_is_not_sent() {
        for (int i = 0; i < 3; i++) results.complete();
        assertThat(AnonymizedExporter.status(results, false)).isEqualTo(Task.Status.COMPLETED);
        results.failCompleted("the destination could not be finished");
        assertThat(AnonymizedExporter.status(results, false)).isEqualTo(Task.Status.FAILED);
        assertThat(results.text("export")).contains("completed:0, failed:3");
    }
}
