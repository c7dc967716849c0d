// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.architecture.violations.action;

import java.nio.file.Files;
import java.nio.file.Path;

public final class ActionThatOpensFiles {
    public boolean exists(Path path) {
        return Files.exists(path);
    }
}
