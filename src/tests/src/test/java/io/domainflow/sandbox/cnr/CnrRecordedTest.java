package io.domainflow.sandbox.cnr;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.CnrAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recorded answers of CentralNic Reseller, which the sandbox gives byte for byte. */
class CnrRecordedTest {

  private static final Path GOLDEN =
      Path.of("src/product/src/test/resources/io/domainflow/cnr/golden");
  private static final String LOGIN = "s_login=test.user&s_pw=test.passw0rd";

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
  }

  @Test
  void showsTheAccount() throws IOException {
    registry.post(
        "/sandbox/accounts",
        "{\"login\":\"test.user\",\"platform\":\"CNR\",\"balance\":\"100219.89\","
            + "\"creditLimit\":\"22000.00\",\"currency\":\"USD\"}");

    assertThat(answer("COMMAND=StatusAccount")).isEqualTo(golden("StatusAccount/recorded"));
  }

  @Test
  void checksNames() throws IOException {
    registry.elsewhere("taken.com", "");

    assertThat(answer("COMMAND=CheckDomains\nDOMAIN0=taken.com\nDOMAIN1=no-name"))
        .isEqualTo(golden("CheckDomains/recorded"));
  }

  @Test
  void refusesWhatACommandDoesNotHave() throws IOException {
    assertThat(answer("COMMAND=QueryDomainList\nLAST=9"))
        .isEqualTo(golden("QueryDomainList/recorded-refusal"));
    assertThat(answer("COMMAND=StatusDomain\nDOMAIN=a.com\nLIMIT=5"))
        .isEqualTo(golden("StatusDomain/recorded-refusal"));
  }

  @Test
  void stopsASession() throws IOException {
    String session = CnrAnswer.parse(sandbox.cnrBody(LOGIN + "&persistent=1")).first("sessionid");
    String inSession = "s_login=test.user&s_sessionid=" + session + "&s_command=";

    assertThat(sandbox.cnrBody(inSession + "COMMAND%3DStopSession"))
        .isEqualTo(golden("StopSession/recorded"));
    assertThat(sandbox.cnrBody(inSession + "COMMAND%3DStatusAccount"))
        .isEqualTo(golden("StopSession/recorded-afterwards"));
  }

  private String answer(String command) {
    return sandbox.cnrBody(LOGIN + "&s_command=" + RawRequest.encode(command));
  }

  private static String golden(String name) throws IOException {
    return Files.readString(GOLDEN.resolve(name + ".response"));
  }
}
