// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingFileTest {
    @TempDir
    private Path folder;

    private Path target;

    @BeforeEach
    void set_up() {
        target = folder.resolve("target");
    }

    private PendingFile begin(boolean replace) throws IOException {
        PendingFile file = PendingFile.create(target, replace);
        file.channel().write(ByteBuffer.wrap("new".getBytes(StandardCharsets.UTF_8)));
        return file;
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    @Test
    void has_its_name_only_when_it_is_complete() throws IOException {
        try (PendingFile file = begin(false)) {
            assertThat(target).doesNotExist();
            assertThat(entries())
                    .singleElement()
                    .matches(PendingFile::isPending)
                    .isEqualTo(file.path());
            file.commit();
            assertThat(target).hasContent("new");
        }
        assertThat(entries()).containsExactly(target);
    }

    @Test
    void nothing_is_left_of_one_that_was_not_completed() throws IOException {
        begin(false).close();

        assertThat(entries()).isEmpty();
    }

    @Test
    void replaces_only_if_told_so() throws IOException {
        Files.writeString(target, "old");

        assertThatThrownBy(() -> begin(false)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(target).hasContent("old");

        try (PendingFile file = begin(true)) {
            assertThat(target).hasContent("old");
            file.commit();
        }
        assertThat(target).hasContent("new");
        assertThat(entries()).containsExactly(target);
    }

    @Test
    void does_not_replace_what_has_come_meanwhile() throws IOException {
        try (PendingFile file = begin(false)) {
            Files.writeString(target, "another's");
            assertThatThrownBy(file::commit).isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(target).hasContent("another's");
        assertThat(entries()).containsExactly(target);
    }

    @Test
    void replaces_a_link_and_not_what_it_leads_to() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "old");
        Files.createSymbolicLink(target, other);

        assertThatThrownBy(() -> begin(false)).isInstanceOf(FileAlreadyExistsException.class);
        try (PendingFile file = begin(true)) {
            file.commit();
        }

        assertThat(target).isRegularFile().hasContent("new");
        assertThat(Files.isSymbolicLink(target)).isFalse();
        assertThat(other).hasContent("old");
    }

    @Test
    void folders_and_devices_can_not_be_replaced() throws IOException {
        Files.createDirectory(target);

        assertThatThrownBy(() -> begin(true)).hasMessageContaining("is no regular file");
        assertThatThrownBy(() -> PendingFile.create(Path.of("/dev/null"), true))
                .hasMessageContaining("is no regular file");
    }

    @Test
    void needs_a_folder() {
        assertThatThrownBy(() -> PendingFile.create(folder.resolve("missing/x"), false))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void takes_the_access_rights_of_any_new_file() throws IOException {
        Path plain = Files.createFile(folder.resolve("plain"));

        try (PendingFile file = begin(false)) {
            file.commit();
        }

        assertThat(Files.getPosixFilePermissions(target)).isEqualTo(Files.getPosixFilePermissions(plain));
    }
}
