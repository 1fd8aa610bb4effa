package io.domainflow.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.account.Platform;
import io.domainflow.sandbox.SandboxServer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the sandbox alone, for nodes that are killed while their registrar keeps running. */
final class StandaloneRegistrar implements AutoCloseable {

  private final SandboxServer sandbox;
  private final Caller control;

  /**
   * Starts it.
   *
   * @param delayMs how long each answer takes
   */
  StandaloneRegistrar(int delayMs) {
    sandbox = SandboxServer.start(List.of());
    control = new Caller(port(), "nobody");
    tell(
        "faults",
        "{'command': '*', 'fault': 'DELAY_%d', 'times': 1000000, 'domain': '*'}"
            .formatted(delayMs));
  }

  /** Gives its account a name, with another registrant than ours. */
  void give(Platform platform, String domain) {
    tell(
        "registry",
        "{'platform': '%s', 'domain': '%s', 'owner': 'OURS', 'expires': 'P700D'}"
            .formatted(platform, domain));
  }

  /** Lets another registrar have a name that its registry hands over at once. */
  void giveAway(String domain) {
    tell(
        "registry",
        ("{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'authCode': 'secret1',"
                + " 'zone': {'transferPending': 'PT0S'}}")
            .formatted(domain));
  }

  private void tell(String what, String body) {
    Answer answer = control.post("/sandbox/" + what, body);
    if (answer.status() >= 300) {
      throw new IllegalStateException(answer.body().toString());
    }
  }

  /** All its records. */
  JsonNode books() {
    return control.get("/sandbox/export").body();
  }

  int port() {
    return sandbox.port();
  }

  /** How often each name was registered. */
  Map<String, Integer> registrations() {
    return count("/sandbox/ledger");
  }

  /** How often each name was asked to be registered. */
  Map<String, Integer> requests() {
    return count("/sandbox/requests");
  }

  private Map<String, Integer> count(String path) {
    Map<String, Integer> names = new TreeMap<>();
    for (JsonNode entry : control.get(path).body()) {
      if (entry.get("command").asText().equals("AddDomain")) {
        names.merge(entry.get("domain").asText(), 1, Integer::sum);
      }
    }
    return names;
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
