package io.domainflow.rest.order;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A dry run shows correctly what an order would do, and leaves no trace. */
@DomainflowTest
class DryRunTest extends DryRunStage {

  private final int port;

  @Autowired
  DryRunTest(@LocalServerPort int port, JdbcClient database, ProcessEngine engine) {
    super(port, database, engine);
    this.port = port;
  }

  @BothReadings
  void saysWhatARegistrationWouldDo(String profile) {
    stories.profile(profile);
    register("free", freshName("com"), "");
    register("free for two years", freshName("net"), ", 'period': '2Y'");
    register("taken", set("com", "'owner': 'OTHER_REGISTRAR'"), "");
    register("ours already", set("com", "'owner': 'OURS'"), "");
    register("premium, nobody has agreed", set("com", PREMIUM), "");
    register("premium, agreed to less", set("com", PREMIUM), LITTLE);
    register("premium, agreed", set("com", PREMIUM), ENOUGH);
    register("premium for two years", set("com", PREMIUM), ENOUGH + ", 'period': '2Y'");
    register("a trademark notice", set("com", "'owner': 'FREE', 'claims': true"), "");
    register("premium with a notice", set("com", PREMIUM + ", 'claims': true"), ENOUGH);
    register("additional fields missing", freshName("ca"), "");
    register(
        "additional fields given",
        freshName("ca"),
        ", 'additionalFields': {'X-CA-LEGALTYPE': 'CCT'}");

    assertThatPreviewsComeTrue();
  }

  @BothReadings
  void saysWhatATransferWouldDo(String profile) {
    stories.profile(profile);
    String elsewhere = "'owner': 'OTHER_REGISTRAR', 'age': 'P900D'";
    String code = ", 'authCode': 'secret1'";
    transfer("with the right code", set("com", elsewhere), code);
    transfer("with the wrong code", set("com", elsewhere), ", 'authCode': 'not-the-one'");
    transfer("without a code", set("com", elsewhere), "");
    transfer("locked", set("com", elsewhere + ", 'transferLock': true"), code);
    transfer("too young", set("com", "'owner': 'OTHER_REGISTRAR', 'age': 'P10D'"), code);
    transfer("a name that is free", freshName("com"), code);
    transfer("a name that is here", set("com", "'owner': 'OURS'"), code);
    transfer("in another account", set("com", "'owner': 'OTHER_ACCOUNT'"), code);
    transfer("a price that is too high", set("com", elsewhere), code + LITTLE);
    transfer("a price that is agreed to", set("com", elsewhere), code + ENOUGH);
    transfer("a period that is not offered", set("com", elsewhere), code + ", 'period': '2Y'");
    transfer(
        "premium", set("com", elsewhere + ", 'class': 'PREMIUM_STORY', 'price': '90.00'"), code);
    transfer(
        "confirmed by mail",
        set("com", elsewhere + ", 'zone': {'transferConfirmation': 'ICANN-FOA-REQUEST'}"),
        code);

    assertThatPreviewsComeTrue();
  }

  @BothReadings
  void saysWhatAChangeOfRegistrantWouldDo(String profile) {
    stories.profile(profile);
    String both = ", 'consents': [%s, %s]".formatted(proofFrom("NEW", ""), proofFrom("PRIOR", ""));
    String atOnce = ", 'registrantChangeMode': 'LOCK_AT_ONCE'";
    String later = ", 'registrantChangeMode': 'WAIT_THEN_LOCK'";
    String optOut =
        ", 'registrantChangeMode': 'WAIT_WITHOUT_LOCK', 'consents': [%s, %s]"
            .formatted(proofFrom("NEW", ""), proofFrom("PRIOR", ", 'optOutOfLock': true"));
    change("no consent at all", ours(ICANN), atOnce);
    change("consents of both", ours(ICANN), atOnce + both);
    change("the prior registrant is asked", ours(ICANN), later + both);
    change("opted out of the lock", ours(ICANN), optOut);
    change("nobody has chosen", ours(ICANN), ", 'registrantChangeMode': 'ASK'");
    change(
        "no opting out is recorded",
        ours(ICANN),
        ", 'registrantChangeMode': 'WAIT_WITHOUT_LOCK'" + both);
    change("it costs something", ours(ICANN + ", 'tradePrice': '30.00'"), atOnce + both);
    change(
        "the cost is agreed to", ours(ICANN + ", 'tradePrice': '30.00'"), atOnce + both + ENOUGH);
    change("changed by an update", ours("'registrantChangeBy': 'UPDATE'"), "");
    String ca = set("ca", "'owner': 'OURS', 'zone': {'registrantChangeBy': 'UPDATE'}");
    change("an update that lacks additional fields", ca, "");
    change(
        "an update that has them, and one too many",
        set("it", "'owner': 'OURS', 'zone': {'registrantChangeBy': 'UPDATE'}"),
        ", 'additionalFields': {'X-IT-ACCEPT-LIABILITY-TAC': '1'}");
    change(
        "a trade that lacks additional fields",
        set("se", "'owner': 'OURS', 'zone': {'registrantChangeBy': 'TRADE'}"),
        ", 'additionalFields': {'X-NICSE-DISCLOSE': '1'}");
    change("changed at the registry only", ours("'registrantChangeBy': 'REGISTRY'"), "");
    change("not in the account", freshName("com"), atOnce);
    change("of another account", set("com", "'owner': 'OTHER_ACCOUNT'"), atOnce);
    change("expired", set("com", "'owner': 'OURS', 'expires': '-P46D'"), atOnce + both);
    String running = ours(ICANN);
    stories.happen(running, "TRADE_REQUESTED_ELSEWHERE");
    change("another change is under way", running, atOnce + both);
    String disputed = ours(ICANN);
    hold(disputed);
    change("disputed", disputed, atOnce + both);

    assertThatPreviewsComeTrue();
  }

  @BothReadings
  void saysWhatARenewalOrARestoreWouldDo(String profile) {
    stories.profile(profile);
    renew("in time", set("com", "'owner': 'OURS', 'expires': 'P20D'"), in("P20D"), "");
    renew("another date", set("com", "'owner': 'OURS', 'expires': 'P20D'"), in("P21D"), "");
    renew("agreed", set("com", "'owner': 'OURS', 'expires': 'P20D'"), in("P20D"), ENOUGH);
    renew("agreed to less", set("com", "'owner': 'OURS', 'expires': 'P20D'"), in("P20D"), LITTLE);
    renew("premium", ourPremium("P20D"), in("P20D"), "");
    renew("not in the account", freshName("com"), in("P20D"), "");
    renew(
        "too far ahead",
        set("com", "'owner': 'OURS', 'expires': 'P3500D'"),
        in("P3500D"),
        ", 'period': '9Y'");
    renew(
        "too early, paid beforehand",
        set("com", "'owner': 'OURS', 'expires': 'P300D', 'zone': {'explicitRenewal': false}"),
        in("P300D"),
        "");
    renew("deleted", deleted("com"), in("-P50D"), "");
    restore("deleted, nobody has agreed", deleted("com"), "");
    restore("deleted, agreed", deleted("com"), ENOUGH);
    restore("deleted in its period", deletedEarly("com"), ENOUGH);
    restore("not deleted", set("com", "'owner': 'OURS'"), ENOUGH);
    restore("never there", freshName("com"), ENOUGH);

    assertThatPreviewsComeTrue();
  }

  @BothReadings
  void saysWhatTheEndOfANameWouldBring(String profile) {
    stories.profile(profile);
    String unconfirmed = set("com", "'owner': 'OURS'");
    plain("delete, not confirmed", "DELETE", unconfirmed, "");
    String confirmed = set("com", "'owner': 'OURS'");
    plain("delete, confirmed", "DELETE", confirmed, ", 'confirmDomain': '%s'".formatted(confirmed));
    String gone = freshName("com");
    plain("delete what is not there", "DELETE", gone, ", 'confirmDomain': '%s'".formatted(gone));
    String disputed = set("com", "'owner': 'OURS'");
    hold(disputed);
    plain("delete, disputed", "DELETE", disputed, ", 'confirmDomain': '%s'".formatted(disputed));
    String leaving = set("com", "'owner': 'OURS', 'age': 'P900D'");
    stories.happen(leaving, "OUTGOING_REQUESTED");
    plain("delete, leaving", "DELETE", leaving, ", 'confirmDomain': '%s'".formatted(leaving));
    plain("suspend", "SUSPEND", set("com", "'owner': 'OURS'"), "");
    plain("suspend, still resolving", "SUSPEND", set("com", "'owner': 'OURS'"), ", 'hold': false");
    plain("suspend what is not there", "SUSPEND", freshName("com"), "");
    plain("cancel", "CANCEL", set("com", "'owner': 'OURS'"), "");
    plain("cancel what is not there", "CANCEL", set("com", "'owner': 'OTHER_ACCOUNT'"), "");
    String suspended = set("com", "'owner': 'OURS'");
    stories.awaitStatus(stories.placePlain("SUSPEND", suspended, ""), "COMPLETED");
    plain("reactivate", "UNSUSPEND", suspended, "");

    assertThatPreviewsComeTrue();
  }

  @BothReadings
  void saysWhatAnUpdateWouldDo(String profile) {
    stories.profile(profile);
    String servers = ", 'nameservers': ['ns1.example.org', 'ns2.example.org']";
    plain("other name servers", "UPDATE", set("com", "'owner': 'OURS'"), servers);
    plain(
        "what could take the name away",
        "UPDATE",
        set("com", "'owner': 'OURS', 'transferLock': true"),
        servers + ", 'transferLock': false");
    plain("nothing to change", "UPDATE", set("com", "'owner': 'OURS'"), ", 'transferLock': false");
    String signed = "'owner': 'OURS', 'ds': ['12345 13 2 %s']".formatted("AB".repeat(32));
    plain("servers of a signed name", "UPDATE", set("com", signed), servers);
    plain(
        "servers of a signed name, and more",
        "UPDATE",
        set("com", signed),
        servers + ", 'renewalMode': 'AUTORENEW'");
    plain(
        "the registrant has moved",
        "UPDATE",
        set("com", "'owner': 'OURS'"),
        ", 'registrantDetails': {'phone': '+49.309876543'}");
    plain("update what is not there", "UPDATE", freshName("com"), servers);

    assertThatPreviewsComeTrue();
  }

  @BothReadings
  void saysThatTheCreditDoesNotReach(String profile) {
    stories.profile(profile);
    stories.account("{'login': 'test.user', 'balance': '1.00', 'creditLimit': '0.00'}");
    register("free", freshName("com"), "");
    renew("in time", set("com", "'owner': 'OURS', 'expires': 'P20D'"), in("P20D"), "");
    register("taken all the same", set("com", "'owner': 'OTHER_REGISTRAR'"), "");

    assertThatPreviewsComeTrue();
  }

  @Test
  void refusesWhatTheOrderItselfWouldBeRefusedFor() {
    String domain = freshName("ca");
    String reference = stories.place(domain);
    stories.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    String same = Registrations.order(reference, domain, "");

    Answer incomplete = tried("{'operation': 'REGISTER', 'surplus': 1}");
    Answer placed = billing.post("/api/v1/orders", "{'operation': 'REGISTER', 'surplus': 1}");
    Answer busy = tried(Registrations.order("D-" + UUID.randomUUID(), domain, ""));
    Answer other = tried(same.replace("1Y", "2Y"));
    Answer nothing = tried(plainOrder("UNSUSPEND", set("com", "'owner': 'OURS'"), ""));
    Answer repeated = tried(same);
    Answer neither = billing.post("/api/v1/orders?dryRun=yes", same);
    Answer reader = new Caller(port, "analyst").postExactly(DRY_RUN, same);

    assertThat(incomplete.status()).isEqualTo(400);
    assertThat(incomplete.body().get("errors")).isEqualTo(placed.body().get("errors"));
    assertThat(busy.status()).isEqualTo(409);
    assertThat(busy.body().get("type").asText()).endsWith(":name-busy");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body().get("type").asText()).endsWith(":reference-used");
    assertThat(nothing.status()).isEqualTo(400);
    assertThat(nothing.body().at("/errors/0/code").asText()).isEqualTo("NOT_SUSPENDED");
    assertThat(repeated.status()).isEqualTo(200);
    assertThat(
            billing
                .get(repeated.body().at("/order/href").asText())
                .body()
                .get("reference")
                .asText())
        .isEqualTo(reference);
    assertThat(repeated.body().at("/order/status").asText()).isEqualTo("WAITING");
    assertThat(repeated.body().at("/warnings/0").asText()).contains("was placed before");
    assertThat(neither.status()).isEqualTo(400);
    assertThat(neither.body().at("/errors/0/field").asText()).isEqualTo("dryRun");
    assertThat(reader.status()).isEqualTo(403);
  }

  @Test
  void placesTheOrderThatIsExplicitlyNoDryRun() {
    String reference = "D-" + UUID.randomUUID();

    Answer placed =
        billing.postExactly(
            "/api/v1/orders?dryRun=false", Registrations.order(reference, freshName("com"), ""));

    assertThat(placed.status()).isEqualTo(202);
    stories.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void saysNothingWhileTheRegistrarCannotBeAsked() {
    stories.fault("{'command': 'CheckDomains', 'fault': 'RESET_BEFORE', 'times': 100}");
    String order = Registrations.order("D-" + UUID.randomUUID(), freshName("com"), "");

    Answer away = tried(order);

    assertThat(away.status()).isEqualTo(503);
    assertThat(away.body().get("type").asText()).endsWith(":registrar-unavailable");
    assertThat(away.body().get("detail").asText())
        .contains("Nothing was stored, changed or bought", "Send it again later");
    stories.noFaults();
    assertThat(tried(order).status()).isEqualTo(200);
  }
}
