// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.bundle;

import java.io.File;
import org.dicomanonymizer.shape.ejb.Reloading;
import org.dicomanonymizer.shape.lib.LiveDevice;
import org.dicomanonymizer.shape.war.ArchiveResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An EAR of the archive's shape and with the archive's names: a library, a jar of services and two web applications. */
final class ArchiveEar {
    private static final StringAsset ANNOTATED =
            new StringAsset("<beans bean-discovery-mode=\"annotated\" version=\"4.0\"/>");

    private ArchiveEar() {}

    static String name(String release) {
        return "dcm4chee-arc-ear-" + release + "-double.ear";
    }

    static String war(String release) {
        return war(release, "unsecure");
    }

    private static String war(String release, String variant) {
        return "dcm4chee-arc-war-" + release + "-" + variant + ".war";
    }

    static EnterpriseArchive of(String release) {
        return of(name(release), release, war(release));
    }

    /** The same with the names of an archive whose services ask for a login. */
    static EnterpriseArchive secured(String release) {
        return of("dcm4chee-arc-ear-" + release + "-double-secure.ear", release, war(release, "secure"));
    }

    private static EnterpriseArchive of(String name, String release, String war) {
        String proxy = "dcm4chee-arc-proxy-" + release + ".war";
        String ejb = "dcm4chee-arc-service-" + release + ".jar";
        return ShrinkWrap.create(EnterpriseArchive.class, name)
                .addAsLibrary(library())
                .addAsModule(ShrinkWrap.create(JavaArchive.class, ejb).addPackage(Reloading.class.getPackage()))
                .addAsModule(ShrinkWrap.create(WebArchive.class, war)
                        .addPackage(ArchiveResource.class.getPackage())
                        .setWebXML(rest()))
                .addAsModule(ShrinkWrap.create(WebArchive.class, proxy).setWebXML(rest()))
                .setApplicationXML(new StringAsset("""
                        <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
                          <module><ejb>%s</ejb></module>
                          <module><web><web-uri>%s</web-uri><context-root>/dcm4chee-arc</context-root></web></module>
                          <module><web><web-uri>%s</web-uri><context-root>/dcm4chee-proxy</context-root></web></module>
                        </application>
                        """.formatted(ejb, war, proxy)));
    }

    private static JavaArchive library() {
        return ShrinkWrap.create(JavaArchive.class, "dcm4chee-arc-double.jar")
                .as(ExplodedImporter.class)
                .importDirectory(new File(System.getProperty("archive.classes")))
                .as(JavaArchive.class)
                .addPackage(LiveDevice.class.getPackage())
                .addAsManifestResource(ANNOTATED, "beans.xml");
    }

    /** No class says where resources start, only the mapping does. */
    private static StringAsset rest() {
        return new StringAsset("""
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <servlet-mapping><servlet-name>jakarta.ws.rs.core.Application</servlet-name><url-pattern>/*</url-pattern></servlet-mapping>
                </web-app>
                """);
    }
}
