// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.query;

import org.dcm4che3.data.AttributesCoercion;

public interface QueryService {

    AttributesCoercion getAttributesCoercion(QueryContext context);
}
