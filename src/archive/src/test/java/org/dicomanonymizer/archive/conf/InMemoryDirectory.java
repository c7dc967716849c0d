// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedAddRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedDeleteRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.schema.Schema;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The server of UnboundID's LDAP SDK, with the schema in the form that OpenDJ takes. It remembers what was written. */
final class InMemoryDirectory implements Directory {
    private final InMemoryDirectoryServer server;
    private final List<String> written = Collections.synchronizedList(new ArrayList<>());

    /** @param strict whether values have to be such of their attributes; older servers are known that take any */
    InMemoryDirectory(boolean strict) throws Exception {
        InMemoryDirectoryServerConfig configuration = new InMemoryDirectoryServerConfig(BASE);
        configuration.setListenerConfigs(
                new InMemoryListenerConfig("tests", InetAddress.getByName("127.0.0.1"), 0, null, null, null));
        configuration.addAdditionalBindCredentials(MANAGER, PASSWORD);
        LdapSchema devices = LdapSchema.read(Directory.resource(DEVICES_SCHEMA));
        configuration.setSchema(Schema.mergeSchemas(
                Schema.getDefaultStandardSchema(),
                new Schema(Directory.ldif(devices.openDj()).get(0)),
                Schema.getSchema(LdapSchema.FOLDER
                        .resolve("opendj/20-dicom-anonymizer.ldif")
                        .toString())));
        configuration.setEnforceAttributeSyntaxCompliance(strict);
        configuration.addInMemoryOperationInterceptor(new Writes());
        server = new InMemoryDirectoryServer(configuration);
        server.startListening();
    }

    @Override
    public int port() {
        return server.getListenPort();
    }

    /** What was written since the last call: {@code add}, {@code delete} or {@code modify}, the entry and the attributes. */
    List<String> written() {
        List<String> copy = List.copyOf(written);
        written.clear();
        return copy;
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    private final class Writes extends InMemoryOperationInterceptor {
        @Override
        public void processAddRequest(InMemoryInterceptedAddRequest request) {
            written.add("add " + request.getRequest().getDN());
        }

        @Override
        public void processDeleteRequest(InMemoryInterceptedDeleteRequest request) {
            written.add("delete " + request.getRequest().getDN());
        }

        @Override
        public void processModifyRequest(InMemoryInterceptedModifyRequest request) {
            written.add("modify " + request.getRequest().getDN() + " "
                    + Stream.of(request.getRequest().getModifications().toArray(new Modification[0]))
                            .map(Modification::getAttributeName)
                            .collect(Collectors.joining(",")));
        }
    }
}
