package io.domainflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.domainflow.NeededTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that were written independently work with the sandbox: the registrar's own Node client
 * from npm, and acme.sh from Debian, which proves control of a name with a DNS record at this
 * registrar. If one is not installed, its check is skipped, but never in continuous integration.
 */
class RegistrarsOwnClientTest {

  private static final Path PROJECT = Path.of("src/tests/ispapi-client");
  private static final Path CLIENT = Path.of("node_modules/@hexonet/ispapi-apiconnector");
  private static final Path CNR_PROJECT = Path.of("src/tests/cnr-client");
  private static final Path CNR_CLIENT = Path.of("node_modules/@team-internet/apiconnector");
  private static final Path ACME = Path.of("/usr/share/acme.sh");
  private static final String RECORD = "_acme-challenge.www";
  private static final String PROOF = "XKrx-pRBo_sdIKFzxW";
  private static final Pattern TOTAL = Pattern.compile("(?m)^. (pass|skipped|todo) (\\d+)$");

  @Test
  void theRegistrarsOwnClientFindsWhatItExpects() throws IOException, InterruptedException {
    NeededTool.require(
        Files.exists(PROJECT.resolve(CLIENT)),
        "the registrar's own client",
        "with Node 20: npm ci --prefix " + PROJECT);

    runSuites(PROJECT);
  }

  /**
   * It is not on the npm registry, so that no build can install it, continuous integration neither:
   * docs/testing.md says how somebody does.
   */
  @Test
  void theRegistrarsOwnClientOfCentralNicResellerFindsWhatItExpects()
      throws IOException, InterruptedException {
    assumeTrue(
        Files.exists(CNR_PROJECT.resolve(CNR_CLIENT)),
        "the registrar's own client for CentralNic Reseller is not installed");

    runSuites(CNR_PROJECT);
  }

  private static void runSuites(Path project) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("node", "--test", "--test-reporter=spec", "--test-concurrency=1"));
    List<String> suites = suites(project);
    command.addAll(suites);
    ProcessBuilder suite =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
    suite.environment().put("SANDBOX_URL", SandboxServer.fresh().uri("").toString());
    Process running = suite.start();
    running.getOutputStream().close();
    String output =
        new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(running.waitFor()).as(failures(output)).isZero();
    assertThat(total("pass", output)).as(output).isGreaterThan(suites.size());
    assertThat(total("skipped", output) + total("todo", output)).as(output).isZero();
  }

  /**
   * It sends everything in the URL of a GET, without s_entity, and texts with and without quotes.
   */
  @Test
  void acmeShAddsAndRemovesItsRecord(@TempDir Path home) throws IOException, InterruptedException {
    NeededTool.require(
        Files.exists(ACME.resolve("dnsapi/dns_hexonet.sh")), "acme.sh", "apt-get install acme.sh");
    SandboxServer sandbox = SandboxServer.fresh();
    new Registry(sandbox).name("ours.com", "\"owner\":\"OURS\"");
    sandbox.call("CreateDNSZone", "DNSZONE=ours.com.");

    assertThat(acme("dns_hexonet_add", "wrong", sandbox, home)).isNotZero();
    assertThat(texts(sandbox)).isEmpty();
    assertThat(acme("dns_hexonet_add", "test.passw0rd", sandbox, home)).isZero();
    assertThat(texts(sandbox)).containsExactly(RECORD + ".ours.com. 3600 IN TXT \"" + PROOF + "\"");
    assertThat(acme("dns_hexonet_rm", "test.passw0rd", sandbox, home)).isZero();
    assertThat(texts(sandbox)).isEmpty();
  }

  private static List<String> texts(SandboxServer sandbox) {
    return sandbox.call("QueryDNSZoneRRList", "DNSZONE=ours.com.", "RRTYPE=TXT").all("RR");
  }

  // Without arguments acme.sh only defines its functions.
  private static int acme(String step, String password, SandboxServer sandbox, Path home)
      throws IOException, InterruptedException {
    ProcessBuilder shell =
        new ProcessBuilder(
                "sh",
                "-c",
                """
                . %1$s/acme.sh > /dev/null
                . %1$s/dnsapi/dns_hexonet.sh
                Hexonet_Api=$API
                _initpath
                $STEP $RECORD.ours.com $PROOF
                """
                    .formatted(ACME))
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("output.txt").toFile());
    shell
        .environment()
        .putAll(
            Map.of(
                "HOME",
                home.toString(),
                "LE_WORKING_DIR",
                home.toString(),
                "LE_CONFIG_HOME",
                home.toString(),
                "API",
                sandbox.uri("/sandbox/api/call.cgi").toString(),
                "Hexonet_Login",
                "test.user!robot",
                "Hexonet_Password",
                password,
                "STEP",
                step,
                "RECORD",
                RECORD,
                "PROOF",
                PROOF));
    Process running = shell.start();
    running.getOutputStream().close();
    return running.waitFor();
  }

  private static List<String> suites(Path project) throws IOException {
    try (Stream<Path> files = Files.list(project.resolve("test"))) {
      return files
          .map(file -> project.relativize(file).toString())
          .filter(name -> name.endsWith(".test.mjs"))
          .sorted()
          .toList();
    }
  }

  // Node first lists the tests that passed, and then repeats the failures in detail.
  private static String failures(String output) {
    int start = output.indexOf("failing tests:");
    return start < 0 ? output : output.substring(start);
  }

  private static int total(String of, String output) {
    Matcher total = TOTAL.matcher(output);
    while (total.find()) {
      if (total.group(1).equals(of)) {
        return Integer.parseInt(total.group(2));
      }
    }
    throw new AssertionError("Node did not say how many tests there were:\n" + output);
  }
}
