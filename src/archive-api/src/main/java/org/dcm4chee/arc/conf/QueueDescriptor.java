// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

public class QueueDescriptor {

    public QueueDescriptor() {}

    public QueueDescriptor(String queueName) {}

    public String getQueueName() {
        throw new UnsupportedOperationException();
    }
}
