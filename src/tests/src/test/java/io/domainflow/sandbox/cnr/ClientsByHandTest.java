package io.domainflow.sandbox.cnr;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reimplements other people's clients: they accept every byte of an answer unchanged, send a GET
 * and write each parameter as a field.
 */
class ClientsByHandTest {

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
  }

  private String get(String address, String command, Map<String, String> parameters) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("s_login", "test.user");
    fields.put("s_pw", "test.passw0rd");
    fields.put("s_opmode", "OTE");
    fields.putAll(parameters);
    fields.put("command", command);
    String query =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    try {
      return sandbox
          .send(HttpRequest.newBuilder(sandbox.uri(address + "?" + query)).GET().build())
          .body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As ByteInternet/rrpproxy reads: every line has an equals sign, names keep their blanks. */
  private Map<String, List<String>> properties(String body) {
    Map<String, List<String>> properties = new HashMap<>();
    String inner = body.replace("[RESPONSE]\n", "").replace("EOF\n", "");
    Pattern cell = Pattern.compile("property\\[([A-Za-z0-9_ -]+)]");
    for (String line : inner.lines().toList()) {
      String[] parts = line.split("=", -1);
      assertThat(parts).as(line).hasSizeGreaterThan(1);
      Matcher property = cell.matcher(parts[0]);
      String name = property.find() ? property.group(1) : parts[0].strip();
      properties.computeIfAbsent(name, any -> new ArrayList<>()).add(parts[1].strip());
    }
    return properties;
  }

  @Test
  void readsANameItsTransferAndItsEvents() {
    registry.elsewhere("theirs.com", "");
    String address = "/sandbox/cnr/api/call.cgi";

    assertThat(
            properties(
                    get(
                        address,
                        "TransferDomain",
                        Map.of("domain", "theirs.com", "action", "request", "auth", "secret1")))
                .get("code"))
        .containsExactly("200");
    assertThat(
            properties(get(address, "StatusDomainTransfer", Map.of("domain", "theirs.com")))
                .get("transferstatus"))
        .containsExactly("pending");
    String event =
        properties(get(address, "QueryEventList", Map.of("class", "DOMAIN_TRANSFER")))
            .get("event")
            .get(0);
    assertThat(properties(get(address, "StatusEvent", Map.of("event", event))))
        .containsEntry("object id", List.of("theirs.com"))
        .containsEntry("class", List.of("DOMAIN_TRANSFER"));
    assertThat(
            properties(
                    get(
                        address,
                        "SetDomainRenewalmode",
                        Map.of("domain", "theirs.com", "token", "", "renewalmode", "AUTOEXPIRE")))
                .get("description"))
        .containsExactly("Entity reference not found");
  }

  /** As certbot-dns-rrpproxy does it. */
  @Test
  void provesByARecordThatANameIsIts() {
    String address = "/sandbox/cnr/api/call";
    String proof = "XKrx-pRBo_sdIKFzxW";
    sandbox.cnr("AddDNSZone", "DNSZONE=ours.com", "RR0=@ 60 IN A 192.0.2.1");
    Map<String, String> zone = Map.of("dnszone", "ours.com");

    Matcher count =
        Pattern.compile("(?m)^property\\[count]\\[(\\d+)] = (\\d+)$")
            .matcher(get(address, "QueryDnsZoneRRList", zone));
    assertThat(count.find()).isTrue();
    Map<String, String> added = new HashMap<>(zone);
    added.put("addrr" + count.group(2), "_acme-challenge 60 IN TXT " + proof);
    get(address, "ModifyDNSZone", added);

    Matcher record =
        Pattern.compile("(?m)^property\\[rr]\\[(\\d+)] = (.*) " + proof + "$")
            .matcher(get(address, "QueryDnsZoneRRList", zone));
    assertThat(record.find()).isTrue();
    assertThat(record.group(2)).isEqualTo("_acme-challenge 60 IN TXT");
    Map<String, String> removed = new HashMap<>(zone);
    removed.put("delrr" + record.group(1), record.group(2) + " " + proof);
    get(address, "ModifyDNSZone", removed);

    assertThat(sandbox.cnr("QueryDNSZoneRRList", "DNSZONE=ours.com").all("rr"))
        .containsExactly("@ 60 IN A 192.0.2.1");
  }
}
