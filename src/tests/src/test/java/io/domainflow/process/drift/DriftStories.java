package io.domainflow.process.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.process.accountcheck.AccountChecks;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.UpdateDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The steps of the stories of names whose settings somebody changes in the registrar's panel. */
final class DriftStories {

  static final NameSettings PANEL =
      new NameSettings(
          List.of(new Nameserver("ns1.panel.example"), new Nameserver("ns2.panel.example")),
          null,
          null,
          null,
          Map.of());

  static final NameSettings UNLOCKED = new NameSettings(null, false, null, null, Map.of());

  private final AccountChecks checks;
  private final RegistrarGateway gateway;

  DriftStories(AccountChecks checks, RegistrarGateway gateway) {
    this.checks = checks;
    this.gateway = gateway;
  }

  /** Ends a story: no faults, no rules, and the accounts as they were. */
  void end() {
    checks.registrations().noFaults();
    rules("null");
    checks.begin("A");
  }

  /** Sets what the account does about drift, section by section; null for nothing. */
  void rules(String drift) {
    Answer answer =
        checks
            .admin()
            .patch("/api/v1/accounts/" + checks.here("sandbox"), "{'drift': %s}".formatted(drift));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  /** A name that was registered by an order. */
  String registered() {
    return registered("");
  }

  String registered(String more) {
    String domain = Registrations.freshName("com");
    checks.registrations().awaitStatus(checks.registrations().place(domain, more), "COMPLETED");
    return domain;
  }

  String ofAnotherRegistrant() {
    String domain = Registrations.freshName("com");
    String reference =
        checks
            .registrations()
            .placeChanged(domain, "", order -> order.replace("\"Ada\"", "\"Eve\""));
    checks.registrations().awaitStatus(reference, "COMPLETED");
    return domain;
  }

  /** Changes a name in the registrar's panel, a while after it was read here. */
  void panel(String domain, NameSettings settings) {
    gateway.ensure(
        checks.here("sandbox"), new UpdateDomain(DomainName.of(domain), settings, false));
  }

  /** Reads a name again, a minute later. */
  void refresh(String domain) {
    checks.registrations().advance("PT1M");
    Answer read =
        checks
            .operator()
            .post("/api/v1/domains/" + domain + "/refresh?account=" + checks.here("sandbox"), "");
    assertThat(read.status()).as("%s", read.body()).isEqualTo(200);
  }

  ReadDomain.Result atRegistrar(String domain) {
    return gateway.ask(checks.here("sandbox"), new ReadDomain(DomainName.of(domain)));
  }

  NameSettings adminOf(String domain) {
    return new NameSettings(
        null,
        null,
        null,
        null,
        Map.of(ContactRole.ADMIN, List.of(atRegistrar(domain).ownerContact())));
  }

  /** What is known here of a section of a name, or of all of them. */
  JsonNode section(String domain, String section) {
    return checks
        .operator()
        .get("/api/v1/domains/" + domain + "?account=" + checks.here("sandbox"))
        .body()
        .at(section.isEmpty() ? "/sections" : "/sections/" + section);
  }

  /** The open tasks about drift. */
  List<JsonNode> tasks() {
    List<JsonNode> tasks = new ArrayList<>();
    checks
        .operator()
        .get("/engine-rest/task?processDefinitionKey=DriftProcess&maxResults=500")
        .body()
        .forEach(tasks::add);
    return tasks;
  }

  /** The only task about a name. */
  JsonNode task(String domain) {
    List<JsonNode> found =
        tasks().stream().filter(task -> task.get("name").asText().contains(domain)).toList();
    assertThat(found).as(domain).hasSize(1);
    return found.get(0);
  }

  /** Waits until there is no task about a name. */
  void noTask(String domain) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(tasks()).noneMatch(task -> task.get("name").asText().contains(domain)));
  }

  /** Waits until nothing runs for a name. */
  void settled(String domain) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        checks
                            .admin()
                            .get(
                                "/engine-rest/process-instance/count?processDefinitionKey="
                                    + "DriftProcess&variables=domain_eq_"
                                    + domain)
                            .body()
                            .get("count")
                            .asInt())
                    .isZero());
  }
}
