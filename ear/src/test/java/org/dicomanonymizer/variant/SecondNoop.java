// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.variant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.dicomanonymizer.shape.lib.Noop;

/** Part of a plugin that takes a name of the archive's own. */
@ApplicationScoped
@Named("noop")
public class SecondNoop extends Noop {}
