// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dicomanonymizer.archive.bundle.Bundle.Result;
import org.dicomanonymizer.variant.Next;
import org.dicomanonymizer.variant.SecondNoop;
import org.jboss.arquillian.container.test.api.ContainerController;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of the plugin in an archive on a real WildFly, changed by nothing but the commands of the bundle: each test starts
 * from what the one before it left.
 */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstallationIT {
    private static final String SERVER = "wildfly";
    private static final String STATUS = "/dcm4chee-arc/anonymizer/status";
    private static final String NOTHING = "ldap 0, json 0";
    private static final String RELEASE = "5.35.1";
    private static final String LATER = "5.35.2";
    private static final String TOO_LATE = "5.36.0";

    private final Bundle bundle = Bundle.shipped().on(FreePorts.management());
    private final Archive archive = new Archive(FreePorts.http());

    @ArquillianResource
    private ContainerController controller;

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = RELEASE, managed = false, testable = false)
    static EnterpriseArchive archive() {
        return ArchiveEar.of(RELEASE);
    }

    @Deployment(name = LATER, managed = false, testable = false)
    static EnterpriseArchive laterArchive() {
        return ArchiveEar.secured(LATER);
    }

    @Deployment(name = TOO_LATE, managed = false, testable = false)
    static EnterpriseArchive archiveOfTheFuture() {
        return ArchiveEar.of(TOO_LATE);
    }

    @Test
    @Order(1)
    void refusesAServerWithoutAnArchive() throws Exception {
        Path base = Path.of(System.getProperty("wildfly.base"));
        Bundle.delete(base);
        Bundle.copy(Path.of(System.getProperty("wildfly.home"), "standalone"), base);
        controller.start(SERVER);
        Result result = bundle.run("install");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output()).contains("no archive", "is deployed here");
    }

    @Test
    @Order(2)
    void refusesAnArchiveThatItIsNotMadeFor() throws Exception {
        deployer.deploy(TOO_LATE);
        Result result = bundle.run("install");
        deployer.undeploy(TOO_LATE);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output()).contains("from 5.31.1 to before 5.36; here it is 5.36.0");
    }

    @Test
    @Order(3)
    void tellsThatNothingIsInstalled() throws Exception {
        deployer.deploy(RELEASE);
        Result result = bundle.run("status");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.output())
                .contains(ArchiveEar.name(RELEASE), "release 5.35.1", "status OK", "The plugin is not installed.");
        assertThat(archive.extensions()).isEqualTo(NOTHING);
        assertThat(archive.coerce("anonymize:research").statusCode()).isEqualTo(500);
    }

    @Test
    @Order(4)
    void installsThePlugin() throws Exception {
        Result result = bundle.run("install");
        assertThat(result.output()).contains("redeployed: status OK", "Release " + bundle.release());
        assertThat(result.code()).isZero();
        assertThat(archive.extensions()).isEqualTo("ldap 1, json 1");
        assertThat(archive.coerce("anonymize:mine").body()).contains("There is no de-identification profile \"mine\"");
        assertThat(archive.exporter("anonymized:mine")).contains("Exporter DEID");
    }

    @Test
    @Order(5)
    void offersItsRestResourcesToTheArchivesWebApplicationOnly() throws Exception {
        HttpResponse<String> status = archive.get(STATUS);
        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(status.body()).startsWith("{\"version\":\"" + bundle.release() + "\"");
        assertThat(archive.get("/dcm4chee-arc/anonymizer/openapi.yaml").body()).contains("openapi: 3.1");
        assertThat(archive.get("/dcm4chee-arc/aets/NOBODY/rs/studies/1.2/anonymize/preview")
                        .body())
                .isEqualTo("{\"errorMessage\":\"No such Application Entity: NOBODY\"}");
        assertThat(archive.get("/dcm4chee-proxy/anonymizer/status").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(6)
    void installsNothingTwice() throws Exception {
        Result result = bundle.run("install");
        assertThat(result.output()).contains("installed already: nothing to do").doesNotContain("redeployed");
        assertThat(result.code()).isZero();
    }

    @Test
    @Order(7)
    void treatsObjectsByTheProfilesOfTheDirectory(@TempDir Path folder) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), Slapd.PASSWORD);
        Path key = Path.of(System.getProperty("wildfly.base"), "configuration", "project.key");
        Files.writeString(key, "a key for tests only, and long enough");
        try (Slapd slapd = Slapd.withConfigurationEntries(folder)) {
            bundle.ldapSchema(
                    "install", "--url=" + slapd.url(), "--bind=" + Slapd.ADMINISTRATOR, "--password-file=" + password);
            slapd.addDevice();
            slapd.change(profile("mine", "") + profile("broken", "danOption: CleanEverything\n"));
            String directory = slapd.url() + "/dc=test";
            assertThat(archive.reload(directory).statusCode()).isEqualTo(200);

            assertThat(archive.coerce("anonymize:mine").body())
                    .containsPattern("00080018 2\\.25\\.\\d+\n00080060 CT\n00100010 [A-Z]+\n00120062 YES\n");
            HttpResponse<String> refused = archive.coerce("anonymize:broken");
            assertThat(refused.statusCode()).isEqualTo(500);
            assertThat(refused.body()).contains("broken", "CleanEverything").doesNotContain("Doe");

            slapd.change("""
                    dn: danRuleName=name,danProfileName=mine,%s
                    changetype: add
                    objectClass: danRule
                    danRuleName: name
                    danOrder: 1
                    danTag: PatientName
                    danAction: delete
                    """.formatted(Slapd.DEVICE));
            assertThat(archive.reload(directory).statusCode()).isEqualTo(200);
            assertThat(archive.coerce("anonymize:mine").body()).doesNotContain("00100010");
        }
    }

    @Test
    @Order(8)
    void refusesAnEditThatCanNotBeUsedAndKeepsWhatIsInForce() throws Exception {
        HttpResponse<String> refused = archive.configure("""
                {"dicomDeviceName": "dcm4chee-arc", "dcmDevice": {"danProfile": [
                  {"danProfileName": "mine", "danKeyFile": "project.key", "danOption": ["CleanAnything"]}]}}
                """);
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.body()).contains("CleanAnything");
        assertThat(archive.coerce("anonymize:mine").body()).contains("00120062 YES");
    }

    @Test
    @Order(9)
    void takesBackAPluginThatTheArchiveDoesNotStartWith() throws Exception {
        Result result = bundle.release("2.0.0", SecondNoop.class).run("upgrade");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output())
                .contains("WELD-001414", "noop", "took back all of it, and the archive is as it was")
                .doesNotContain("remaining in the batch");
        assertThat(bundle.run("status").code()).isZero();
        assertThat(archive.extensions()).isEqualTo("ldap 1, json 1");
    }

    @Test
    @Order(10)
    void upgrades() throws Exception {
        Bundle next = bundle.release("2.1.0", Next.class);
        Result installed = next.run("install");
        assertThat(installed.code()).isEqualTo(1);
        assertThat(installed.output()).contains("./upgrade replaces it by 2.1.0");
        Result upgraded = next.run("upgrade");
        assertThat(upgraded.output()).contains("2.1.0 of the plugin is installed in place of " + bundle.release());
        assertThat(upgraded.code()).isZero();
        assertThat(archive.remap("next:", "1.2").body()).isEqualTo("1.2.next");
    }

    @Test
    @Order(11)
    void noticesAndMendsWhatANewReleaseOfTheArchiveLeavesBehind() throws Exception {
        Bundle next = bundle.release("2.1.0", Next.class);
        deployer.undeploy(RELEASE);
        deployer.deploy(LATER);
        assertThat(archive.get(STATUS).statusCode()).isEqualTo(404);
        Result status = next.run("status");
        assertThat(status.code()).isEqualTo(1);
        assertThat(status.output()).contains("There is no " + ArchiveEar.war(RELEASE) + " in this archive");

        assertThat(next.run("upgrade").code()).isZero();
        assertThat(archive.get(STATUS).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(12)
    void leavesTheArchiveAsItWas() throws Exception {
        Result result = bundle.run("uninstall");
        assertThat(result.output()).contains("redeployed: status OK", "The plugin is uninstalled.");
        assertThat(result.code()).isZero();
        assertThat(archive.extensions()).isEqualTo(NOTHING);
        assertThat(archive.coerce("noop:").body()).contains("Doe^Jane");
        assertThat(bundle.run("uninstall").output()).contains("not installed: nothing to do");
    }

    @Test
    @Order(13)
    void refusesToWorkOnTheFilesOfARunningServer() throws Exception {
        Result result = bundle.offline().run("install");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output()).contains("a server is running");
    }

    @Test
    @Order(14)
    void installsIntoAStoppedServer() throws Exception {
        Bundle next = bundle.release("2.1.0", Next.class);
        controller.stop(SERVER);
        Result result = next.offline().run("install");
        assertThat(result.output()).contains("release 5.35.2", "server stopped", "comes into force when");
        assertThat(result.code()).isZero();
        Result status = next.offline().run("status");
        assertThat(status.output()).contains("release 2.1.0 is installed");
        assertThat(status.code()).isZero();
        assertThat(next.run("status").output()).contains("Add --offline if it is stopped");
        controller.start(SERVER);
        assertThat(archive.remap("next:", "1.2").body()).isEqualTo("1.2.next");
    }

    @Test
    @Order(15)
    void takesThePluginOutWhereTheArchiveIsGone() throws Exception {
        deployer.undeploy(LATER);
        Result result = bundle.run("uninstall");
        assertThat(result.output()).contains("The plugin is uninstalled.").doesNotContain("Redeploying");
        assertThat(result.code()).isZero();
        controller.stop(SERVER);
    }

    private static String profile(String name, String more) {
        return """
                dn: danProfileName=%s,%s
                changetype: add
                objectClass: danProfile
                danProfileName: %s
                danKeyFile: project.key
                %s
                """.formatted(name, Slapd.DEVICE, name, more);
    }
}
