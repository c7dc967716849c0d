// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.storage;

public interface ReadContext {

    Storage getStorage();

    String getStoragePath();
}
