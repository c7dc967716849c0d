// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

/** A queue by its name. */
public class QueueDescriptor {
    private final String queueName;

    public QueueDescriptor() {
        this(null);
    }

    public QueueDescriptor(String queueName) {
        this.queueName = queueName;
    }

    public String getQueueName() {
        return queueName;
    }
}
