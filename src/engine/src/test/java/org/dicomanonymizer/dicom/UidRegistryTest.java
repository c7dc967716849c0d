// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UidRegistryTest {
    private final UidRegistry registry = UidRegistry.standard();

    @Test
    void holdsEveryRegisteredUid() {
        assertThat(registry.all()).hasSize(1987);
        assertThat(registry.name("1.2.840.10008.5.1.4.1.1.2")).isEqualTo("CT Image Storage");
        assertThat(registry.isRegistered("1.2.840.10008.1.4.1.1")).isTrue();
        assertThat(registry.isRegistered("1.2.840.10008.15.1.1")).isTrue();
    }

    @Test
    void knowsNoOtherUid() {
        assertThat(registry.isRegistered("1.2.840.10008.9999")).isFalse();
        assertThat(registry.isRegistered("2.25.1")).isFalse();
        assertThat(registry.isRegistered("")).isFalse();
        assertThat(registry.name("2.25.1")).isNull();
    }
}
