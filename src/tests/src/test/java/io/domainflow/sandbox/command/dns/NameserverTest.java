package io.domainflow.sandbox.command.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registries keep objects for name servers. */
class NameserverTest {

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
    registry.name("ours.com", "\"owner\":\"OURS\",\"nameservers\":[\"ns1.ours.com\"]");
  }

  private ParsedAnswer add(String host, String... lines) {
    return sandbox.call(
        "AddNameserver", RawRequest.join(new String[] {"NAMESERVER=" + host}, lines));
  }

  private ParsedAnswer status(String host) {
    return sandbox.call("StatusNameserver", "NAMESERVER=" + host);
  }

  @Test
  void areAddedChangedAndDeleted() {
    assertThat(check("ns1.ours.com")).isEqualTo(212);
    ParsedAnswer added = add("NS1.ours.com", "IPADDRESS0=1.2.3.4", "IPADDRESS1=2001:db8::1");
    assertThat(added.first("HOST")).isEqualTo("ns1.ours.com");
    assertThat(check("ns1.ours.com")).isEqualTo(213);
    ParsedAnswer status = status("ns1.ours.com");
    assertThat(status.first("CREATEDDATE")).isEqualTo(added.first("CREATEDDATE"));
    assertThat(status.all("IPADDRESS")).containsExactly("1.2.3.4", "2001:db8::1");
    assertThat(status.first("DOMAIN")).isEqualTo("ours.com");
    assertThat(status.first("USER")).isEqualTo("test.user");

    assertThat(modify("DELIPADDRESS0=1.2.3.4", "ADDIPADDRESS0=1.2.3.5")).isEqualTo(200);
    assertThat(status("ns1.ours.com").all("IPADDRESS")).containsExactly("2001:db8::1", "1.2.3.5");
    assertThat(modify("DELIPADDRESS0=9.9.9.9")).isEqualTo(541);
    assertThat(modify("IPADDRESS0=1.1.1.1")).isEqualTo(200);
    assertThat(status("ns1.ours.com").all("IPADDRESS")).containsExactly("1.1.1.1");
    assertThat(modify("DELIPADDRESS0=1.1.1.1")).as("the last one").isEqualTo(541);

    assertThat(delete("ns1.ours.com")).as("in use").isEqualTo(532);
    assertThat(delete("ns1.ours.com", "FORCE=1")).isEqualTo(200);
    assertThat(status("ns1.ours.com").code()).isEqualTo(545);
    assertThat(delete("ns1.ours.com")).isEqualTo(545);
  }

  private int check(String host) {
    return sandbox.call("CheckNameserver", "NAMESERVER=" + host).code();
  }

  private int modify(String... lines) {
    return sandbox
        .call("ModifyNameserver", RawRequest.join(new String[] {"NAMESERVER=ns1.ours.com"}, lines))
        .code();
  }

  private int delete(String host, String... lines) {
    return sandbox
        .call("DeleteNameserver", RawRequest.join(new String[] {"NAMESERVER=" + host}, lines))
        .code();
  }

  @ParameterizedTest
  @CsvSource({
    "ns1.nobody.com, IPADDRESS0=1.2.3.4, 545",
    "ns1.theirs.com, IPADDRESS0=1.2.3.4, 531",
    "ns1.ours.com, IPADDRESS0=1.2.3.400, 505",
    "ns1.ours.com, IPADDRESS0=1.2.3, 505",
    "ns1.ours.com, IPADDRESS0=example.com, 505",
    "ns1.ours.com, DOMAIN=ours.com, 504",
    "ns2.ours.com, IPADDRESS0=1.2.3.4, 540"
  })
  void areRefusedWithAReason(String host, String line, int code) {
    registry.name("theirs.com", "\"owner\":\"OTHER_ACCOUNT\"");
    add("ns2.ours.com", "IPADDRESS0=1.2.3.4");

    assertThat(add(host, line).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "A, 'ns1.ours.com 1.2.3.4 1.2.3.5'",
    "B, 'ns1.ours.com 1.2.3.4,ns1.ours.com 1.2.3.5'"
  })
  void areShownWithTheNameAboveThem(String profile, String hosts) {
    registry.profile(profile);
    add("ns1.ours.com", "IPADDRESS0=1.2.3.4", "IPADDRESS1=1.2.3.5");

    assertThat(
            String.join(
                ",",
                sandbox.call("StatusDomain", "DOMAIN=ours.com", "HOSTTYPE=ATTRIBUTE").all("HOST")))
        .isEqualTo(hosts);
    assertThat(sandbox.call("StatusDomain", "DOMAIN=ours.com").all("HOST"))
        .containsExactly("ns1.ours.com");
  }

  @Test
  void belongToTheOwnerOfTheName() {
    add("ns1.ours.com", "IPADDRESS0=1.2.3.4");
    registry.post(
        "/sandbox/happen",
        "{\"domain\":\"ours.com\",\"what\":\"MOVED_TO_ACCOUNT\",\"to\":\"test.user2\"}");

    assertThat(status("ns1.ours.com").code()).isEqualTo(531);
    registry.name("ours.com", "\"owner\":\"FREE\"");
    assertThat(status("ns1.ours.com").code()).isEqualTo(545);
    registry.advance("P1D");
    sandbox.call("AddDomain", RawRequest.registration("ours.com"));
    assertThat(status("ns1.ours.com").code()).as("of who had the name before").isEqualTo(545);
  }
}
