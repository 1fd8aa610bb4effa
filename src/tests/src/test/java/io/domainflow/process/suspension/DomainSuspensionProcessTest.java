package io.domainflow.process.suspension;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.build.OnlyAtIspapi;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of DomainSuspensionProcess.bpmn, from the viewpoint of callers and operators. */
@DomainflowTest
class DomainSuspensionProcessTest {

  private final Registrations stories;
  private final Caller admin;

  DomainSuspensionProcessTest(@LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.admin = new Caller(port, "admin");
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @BothReadings(alwaysBoth = true)
  void suspendsANameAndPutsItBack(String profile) {
    stories.profile(profile);
    String domain = renewingByItself("P200D");

    JsonNode suspended = done("SUSPEND", domain, "");
    assertThat(suspended.at("/outcome/code").asText()).isEqualTo("SUSPENDED");
    assertThat(suspended.at("/outcome/renewalMode").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(sent(domain)).contains("ADDSTATUS0=clientHold");
    assertThat(view(domain).at("/suspension/kind").asText()).isEqualTo("SUSPENDED");
    assertThat(view(domain).at("/suspension/modeBefore").asText()).isEqualTo("AUTORENEW");

    JsonNode back = done("UNSUSPEND", domain, "");
    assertThat(back.at("/outcome/code").asText()).isEqualTo("UNSUSPENDED");
    assertThat(back.at("/outcome/renewalMode").asText()).isEqualTo("AUTORENEW");
    assertThat(sent(domain)).contains("DELSTATUS0=clientHold");
    assertThat(view(domain).get("suspension").isNull()).isTrue();
  }

  @BothReadings(alwaysBoth = true)
  @OnlyAtIspapi("the other platform charges a renewal only when it carries it out")
  void takesBackARenewalThatWasChargedAlreadyWhereThatIsPossible(String profile) {
    stories.profile(profile);
    String domain = renewingByItself("P6D");
    stories.advance("P2D");

    JsonNode order = done("SUSPEND", domain, ", 'hold': false");

    boolean reversed = profile.equals("A");

    assertThat(order.at("/outcome/renewalMode").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(order.at("/outcome/remark").asText()).contains(reversed ? "reversed" : "stays paid");
    assertThat(
            stories.ledger(domain).stream()
                .anyMatch(e -> e.get("charged").asText().startsWith("-")))
        .isEqualTo(reversed);
    assertThat(sent(domain)).doesNotContain("clientHold");
  }

  @Test
  void changesNothingOfADisputedName() {
    String domain = renewingByItself("P200D");
    String suspended = renewingByItself("P200D");
    done("SUSPEND", suspended, "");
    String sentBefore = sent(suspended);
    for (String name : List.of(domain, suspended)) {
      admin.put("/api/v1/domains/" + name + "/hold", "{'kind': 'UDRP', 'reference': 'D2026-7'}");
    }

    assertDisputed(stories.awaitStatus(place("SUSPEND", domain, ""), "FAILED"));
    assertDisputed(stories.awaitStatus(place("CANCEL", domain, ""), "FAILED"));
    assertDisputed(stories.awaitStatus(place("UNSUSPEND", suspended, ""), "FAILED"));

    assertThat(sent(domain)).doesNotContain("clientHold").doesNotContain("AUTO");
    assertThat(sent(suspended)).isEqualTo(sentBefore);
  }

  private static void assertDisputed(JsonNode order) {
    assertThat(order.at("/failure/reason").asText()).isEqualTo("DISPUTE_HOLD");
    assertThat(order.toString()).contains("held because of a dispute");
    assertThat(order.toString()).doesNotContain("UDRP", "D2026-7");
  }

  /** Setting a mode that renews would buy a year, and both orders are announced as free. */
  @Test
  @OnlyAtIspapi("the other platform charges for the next period weeks after this one")
  void buysNothingOnceTheDayOfTheChargeIsOver() {
    String domain = renewingByItself("P20D");
    done("SUSPEND", domain, "");
    String other = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': 'P20D', 'renewalMode': 'AUTOEXPIRE'}"
            .formatted(other));
    stories.advance("P18D");

    JsonNode back = stories.awaitStatus(place("UNSUSPEND", domain, ""), "FAILED");
    JsonNode mode =
        stories.awaitStatus(place("UPDATE", other, ", 'renewalMode': 'AUTORENEW'"), "FAILED");

    assertThat(back.at("/failure/reason").asText()).isEqualTo("EXPIRED");
    assertThat(back.at("/failure/message").asText()).contains("Order a RENEW");
    assertThat(mode.at("/failure/message").asText()).contains("order a RENEW first");
    assertThat(List.of(domain, other))
        .flatMap(stories::ledger)
        .allSatisfy(booked -> assertThat(booked.get("charged").asText()).isEqualTo("0.00"));
  }

  @Test
  void cancelsASuspendedNameAndTakesBothBack() {
    String domain = renewingByItself("P200D");
    done("SUSPEND", domain, "");
    done("SUSPEND", domain, "");

    JsonNode cancelled = done("CANCEL", domain, "");

    assertThat(cancelled.at("/outcome/code").asText()).isEqualTo("CANCELLED_AT_END");
    assertThat(cancelled.at("/outcome/renewalMode").asText()).isEqualTo("AUTODELETE");
    assertThat(cancelled.at("/outcome/expiresAt").asText()).isNotEmpty();
    assertThat(view(domain).at("/suspension/kind").asText()).isEqualTo("CANCELLED");
    assertThat(done("UNSUSPEND", domain, "").at("/outcome/renewalMode").asText())
        .isEqualTo("AUTORENEW");
    assertThat(sent(domain)).contains("DELSTATUS0=clientHold");
  }

  @Test
  void hasNothingToUndoForAnUnchangedName() {
    Answer refused = tryPlace("UNSUSPEND", renewingByItself("P200D"), "");
    Answer renews = tryPlace("CANCEL", freshName("com"), ", 'renewalMode': 'AUTORENEW'");
    Answer period = tryPlace("SUSPEND", freshName("com"), ", 'period': '1Y'");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("NOT_SUSPENDED");
    assertThat(renews.status()).isEqualTo(400);
    assertThat(period.body().at("/errors/0/field").asText()).isEqualTo("period");
  }

  @Test
  void saysThatAZoneRefusesTheHoldAndAsksOnlyWhereTheModeIsRefused() {
    String domain = renewingByItself("P200D");
    fault("ModifyDomain", domain);
    JsonNode order = done("SUSPEND", domain, "");
    assertThat(order.at("/outcome/remark").asText()).contains("keeps resolving");

    String other = renewingByItself("P200D");
    fault("SetDomainRenewalMode", other);
    String reference = place("CANCEL", other, "");
    JsonNode waiting = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    stories.decide(waiting.at("/waitingFor/taskId").asText(), "RETRY");
    stories.awaitStatus(reference, "COMPLETED");

    fault("SetDomainRenewalMode", other);
    String given = place("SUSPEND", other, "");
    JsonNode again = stories.awaitWaitingFor(given, "REGISTRAR_REFUSED");
    stories.decide(again.at("/waitingFor/taskId").asText(), "GIVE_UP");
    stories.awaitStatus(given, "FAILED");

    assertThat(
            stories
                .awaitStatus(place("SUSPEND", freshName("com"), ""), "FAILED")
                .at("/failure/reason")
                .asText())
        .isEqualTo("NOT_REGISTERED");
  }

  /** The registrar does not do anything for the order then, so nobody has to wait for it. */
  @Test
  void mayBeCancelledWhileTheRegistrarDoesNotLetTheNameResolveAgain() {
    String domain = renewingByItself("P200D");
    done("SUSPEND", domain, "");
    fault("ModifyDomain", domain);
    String reference = place("UNSUSPEND", domain, "");
    stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");

    Answer cancelled = stories.cancel(reference);

    assertThat(cancelled.status()).as("%s", cancelled.body()).isEqualTo(200);
    stories.awaitStatus(reference, "CANCELLED");
    assertThat(done("UNSUSPEND", domain, "").at("/outcome/code").asText()).isEqualTo("UNSUSPENDED");
    assertThat(sent(domain)).contains("DELSTATUS0=clientHold");
  }

  /** What was done to it stays done, and an order about it must not stay open for good. */
  @Test
  void completesIfTheNameLeavesBeforeItIsReadBack() {
    String domain = renewingByItself("P200D");
    stories.fault(
        "{'command': 'ModifyDomain', 'fault': 'RESET_BEFORE', 'times': 1000, 'domain': '%s'}"
            .formatted(domain));
    String reference = place("SUSPEND", domain, "");
    stories.awaitWaitingFor(reference, "REGISTRAR_UNREACHABLE");

    stories.registry("{'domain': '%s', 'owner': 'OTHER_REGISTRAR'}".formatted(domain));
    stories.noFaults();
    stories.advance("PT1H");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("SUSPENDED");
    assertThat(order.at("/outcome/remark").asText())
        .contains("no longer shows the name in this account", "did not put the name on hold");
  }

  private void fault(String command, String domain) {
    stories.fault(
        "{'command': '%s', 'fault': 'CODE_552', 'times': 1, 'domain': '%s'}"
            .formatted(command, domain));
  }

  private String renewingByItself(String expires) {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': '%s'}".formatted(domain, expires));
    Answer changed =
        admin.post(
            "/sandbox/happen",
            "{'domain': '%s', 'what': 'MODE_CHANGED_ELSEWHERE', 'to': 'AUTORENEW'}"
                .formatted(domain));
    assertThat(changed.status()).as(changed.body().toString()).isBetween(200, 299);
    return domain;
  }

  private Answer tryPlace(String operation, String domain, String more) {
    return tryPlace("S-" + UUID.randomUUID(), operation, domain, more);
  }

  private Answer tryPlace(String reference, String operation, String domain, String more) {
    return stories.placeRaw(
        "{'reference': '%s', 'operation': '%s', 'account': 'sandbox', 'domain': '%s' %s}"
            .formatted(reference, operation, domain, more));
  }

  private String place(String operation, String domain, String more) {
    String reference = "S-" + UUID.randomUUID();
    Answer answer = tryPlace(reference, operation, domain, more);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return reference;
  }

  private JsonNode done(String operation, String domain, String more) {
    return stories.awaitStatus(place(operation, domain, more), "COMPLETED");
  }

  private JsonNode view(String domain) {
    return admin.get("/api/v1/domains/" + domain).body();
  }

  /** The commands that changed the name, as one text. */
  private String sent(String domain) {
    StringBuilder sent = new StringBuilder();
    stories
        .ledger(domain)
        .forEach(
            entry ->
                entry
                    .get("parameters")
                    .properties()
                    .forEach(p -> sent.append(p.getKey() + "=" + p.getValue().asText() + "\n")));
    return sent.toString();
  }
}
