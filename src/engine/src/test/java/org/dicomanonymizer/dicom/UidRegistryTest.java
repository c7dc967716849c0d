// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UidRegistryTest {
    @Test
    void holdsEveryRegisteredUid() {
        assertThat(UidRegistry.all()).hasSize(1987);
        assertThat(UidRegistry.name("1.2.840.10008.5.1.4.1.1.2")).isEqualTo("CT Image Storage");
        assertThat(UidRegistry.isRegistered("1.2.840.10008.1.4.1.1")).isTrue();
        assertThat(UidRegistry.isRegistered("1.2.840.10008.15.1.1")).isTrue();
    }

    @Test
    void knowsNoOtherUid() {
        assertThat(UidRegistry.isRegistered("1.2.840.10008.9999")).isFalse();
        assertThat(UidRegistry.isRegistered("2.25.1")).isFalse();
        assertThat(UidRegistry.isRegistered("")).isFalse();
        assertThat(UidRegistry.name("2.25.1")).isNull();
    }
}
