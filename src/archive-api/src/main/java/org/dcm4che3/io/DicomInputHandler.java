// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.io;

public interface DicomInputHandler {}
