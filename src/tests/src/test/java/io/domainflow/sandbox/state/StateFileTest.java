package io.domainflow.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

  @TempDir private Path directory;

  private SandboxServer start() {
    return SandboxServer.start(
        List.of(), "--domainflow.sandbox.state-file=" + directory.resolve("state.jsonl"));
  }

  @Test
  void keepsEverythingOverARestart() {
    String export;
    try (SandboxServer first = start()) {
      first.control(
          "POST",
          "/sandbox/registry",
          "{\"domain\":\"slow.com\",\"owner\":\"FREE\",\"next\":[{\"command\":\"AddDomain\","
              + "\"after\":\"P4D\",\"outcome\":\"SUCCESSFUL\"}]}");
      first.call("AddDomain", RawRequest.registration("slow.com"));
      first.control("POST", "/sandbox/clock", "{\"advance\":\"P3D\"}");
      new Registry(first).elsewhere("away.com", "");
      first.call("TransferDomain", "DOMAIN=away.com", "AUTH=secret1");
      first.control("POST", "/sandbox/faults", "{\"command\":\"*\",\"fault\":\"EMPTY\"}");
      export = first.get("/sandbox/export");
    }
    try (SandboxServer second = start()) {
      assertThat(second.get("/sandbox/export")).isEqualTo(export);
      second.control("DELETE", "/sandbox/faults", "");
      second.control("POST", "/sandbox/clock", "{\"advance\":\"P1D\"}");
      assertThat(second.call("StatusDomain", "DOMAIN=slow.com").first("STATUS"))
          .isEqualTo("ACTIVE");
      second.control("POST", "/sandbox/clock", "{\"advance\":\"P5D\"}");
      assertThat(second.call("StatusDomain", "DOMAIN=away.com").code()).isEqualTo(200);
    }
  }

  @Test
  void keepsApplicationsAndNoticesOverARestart() {
    String hash;
    String key;
    try (SandboxServer first = start()) {
      first.control(
          "POST",
          "/sandbox/registry",
          """
          {"domain":"dear.com","owner":"FREE","claims":true,"class":"PREMIUM_A","price":"900.00",
           "next":[{"command":"AddDomainApplication","after":"PT4H","outcome":"FAILED"}]}
          """);
      key = first.call("CheckDomain", "DOMAIN=dear.com", "PHASE=claims").first("CLAIMKEY");
      hash = first.call("StatusTMDBClaim", "CLAIMKEY=" + key).first("NOTICE-POA-ACCEPT-HASH");
      first.call(
          "AddDomainApplication",
          RawRequest.registration(
              "dear.com", "CLASS=PREMIUM_A", "PERIOD=1Y", "NOTICE-POA-ACCEPT-HASH=" + hash));
    }
    try (SandboxServer second = start()) {
      second.control("POST", "/sandbox/clock", "{\"advance\":\"PT4H\"}");
      assertThat(second.call("QueryDomainApplicationList", "WIDE=1").all("STATUS"))
          .containsExactly("FAILED");
      assertThat(second.call("StatusAccount").first("AMOUNT")).isEqualTo("1000000.00");
      assertThat(second.call("StatusTMDBClaim", "CLAIMKEY=" + key).first("NOTICE-POA-ACCEPT-HASH"))
          .isEqualTo(hash);
    }
  }

  @Test
  void keepsSessionsRoleUsersAndSubUsersOverARestart() {
    String session;
    try (SandboxServer first = start()) {
      first.call("CreateRoleUser", "ROLEID=r", "PASSWORD=p", "ACL0=StatusAccount[]:ALLOW");
      first.call("AddUser", "SUBUSER=sub.test", "PASSWORD=q", "CURRENCY=USD", "VAT=0.00");
      session = "s_session=" + first.callAs("test.user!r", "p", "StartSession").first("SESSION");
      assertThat(first.get("/sandbox/export")).doesNotContain("\"p\"", "\"q\"");
    }
    try (SandboxServer second = start()) {
      assertThat(second.callWith(session, "StatusAccount").code()).isEqualTo(200);
      assertThat(second.callWith(session, "StatusUser").code()).isEqualTo(531);
      assertThat(second.callAs("sub.test", "q", "StatusAccount").first("CURRENCY"))
          .isEqualTo("USD");
    }
  }

  @Test
  void hasOnDiskWhatItAnswered() throws IOException {
    Path file = directory.resolve("state.jsonl");
    Path copy = directory.resolve("copy.jsonl");
    try (SandboxServer running = start()) {
      running.call("AddDomain", RawRequest.registration("kept.com"));
      // What a killed process would leave.
      Files.copy(file, copy);
    }
    Files.writeString(
        copy, "[{\"table\":\"names\",\"key\":\"half.com\",\"val", StandardOpenOption.APPEND);
    try (SandboxServer after =
        SandboxServer.start(List.of(), "--domainflow.sandbox.state-file=" + copy)) {
      assertThat(after.call("StatusDomain", "DOMAIN=kept.com").code()).isEqualTo(200);
      assertThat(after.get("/sandbox/ledger?domain=kept.com")).contains("\"seq\":1");
      assertThat(after.call("CheckDomain", "DOMAIN=half.com").code()).isEqualTo(210);
    }
  }

  /** As written by a version before names could be paid ahead. */
  @Test
  void readsNamesThatAreNotSaidToBePaid() throws IOException {
    Path file = directory.resolve("state.jsonl");
    try (SandboxServer first = start()) {
      new Registry(first).name("old.com", "\"expires\":\"P30D\"");
    }
    String now = Files.readString(file);
    String before = now.replaceAll(",\"renewal\":\\{[^}]*\\}", "");
    assertThat(before).isNotEqualTo(now).contains("old.com");
    Files.writeString(file, before);
    try (SandboxServer second = start()) {
      ParsedAnswer status = second.call("StatusDomain", "DOMAIN=old.com");
      assertThat(status.first("PAIDUNTILDATE")).isEqualTo(status.first("EXPIRATIONDATE"));
      new Registry(second).advance("P32D");
      assertThat(new Registry(second).charged("old.com")).isEqualTo("12.00");
    }
  }

  @Test
  void isUsedByOneSandboxOnly() {
    try (SandboxServer first = start()) {
      assertThat(first.call("StatusAccount").code()).isEqualTo(200);
      assertThatThrownBy(this::start)
          .hasStackTraceContaining("Another sandbox uses the state file");
    }
  }
}
