package io.domainflow.rest.imports;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A billing system that moves here sees the names imported for it, and nobody else sees them. */
@DomainflowTest
class ImportOwnerTest {

  private final Caller admin;
  private final Caller billing;
  private final Clients clients;
  private final Registrations registrations;
  private final JdbcClient jdbc;

  @Autowired
  ImportOwnerTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.registrations = new Registrations(port);
    this.jdbc = jdbc;
    this.admin = new Caller(port, "admin");
    this.billing = new Caller(port, "billing");
    this.clients = new Clients(port);
  }

  private String here() {
    String domain = freshName("com");
    admin.post(
        "/sandbox/registry",
        "{'domain': '%s', 'owner': 'OURS', 'account': 'test.user', 'expires': 'P20D'}"
            .formatted(domain));
    return domain;
  }

  private void importFor(String owner, String list) {
    Answer started =
        admin.postAs(
            "/api/v1/accounts/sandbox/import?owner=" + owner,
            "text/csv",
            list.getBytes(StandardCharsets.UTF_8));
    assertThat(started.status()).as("%s", started.body()).isEqualTo(202);
    assertThat(started.body().path("owner").asText()).isEqualTo(owner);
    String path = started.response().headers().firstValue("Location").orElseThrow();
    Awaitility.await()
        .until(() -> admin.get(path).body().path("state").asText().equals("COMPLETED"));
  }

  private static boolean ends(Caller caller, String domain) {
    JsonNode domains = caller.get("/api/v1/domains?expiringBefore=2090-01-01").body();
    return domains.path("domains").findValuesAsText("domain").contains(domain);
  }

  @Test
  void seesTheNamesOfItsListAndNoOther() {
    String client = clients.add();
    Caller shop = clients.caller(client);
    Caller other = clients.caller(clients.add());
    String billed = here();
    String unbilled = here();

    importFor("client/" + client, "domain\n" + billed + "\n");

    assertThat(shop.get("/api/v1/domains/" + billed).status()).isEqualTo(200);
    assertThat(ends(shop, billed)).isTrue();
    assertThat(shop.get("/api/v1/domains/" + unbilled).status()).isEqualTo(404);
    assertThat(other.get("/api/v1/domains/" + billed).status()).isEqualTo(404);
    assertThat(ends(other, billed)).isFalse();
  }

  /** It may still be renewed, resolve again, or leave; what has ended belongs to nobody. */
  @Test
  void seesTheNamesThatItDoesNotRenewButNoneThatHasEnded() {
    String client = clients.add();
    Caller shop = clients.caller(client);
    String pending = here();
    String suspended = here();
    String notRenewed = here();
    String ended = here();

    importFor(
        "client/" + client,
        "domain,status,donotrenew\n"
            + (pending + ",Pending Transfer,0\n")
            + (suspended + ",Suspended,0\n")
            + (notRenewed + ",Active,1\n")
            + (ended + ",Cancelled,0\n"));

    for (String domain : List.of(pending, suspended, notRenewed)) {
      assertThat(shop.get("/api/v1/domains/" + domain).status()).as(domain).isEqualTo(200);
    }
    assertThat(shop.get("/api/v1/domains/" + ended).status()).isEqualTo(404);
  }

  /** A name may be known from an import and from orders, all of them for the same owner. */
  @Test
  void showsANameThatWasImportedForItAndThenOrderedBy() {
    String domain = here();
    importFor("billing", "domain\n" + domain + "\n");

    registrations.awaitStatus(registrations.placePlain("SUSPEND", domain, ""), "COMPLETED");

    for (Caller caller : List.of(billing, admin)) {
      Answer shown = caller.get("/api/v1/domains/" + domain);
      assertThat(shown.status()).as("%s", shown.body()).isEqualTo(200);
      assertThat(shown.body().path("owner").asText()).isEqualTo("billing");
      assertThat(ends(caller, domain)).isTrue();
      assertThat(caller.get("/api/v1/domains?domain=" + domain).body().path("domains")).hasSize(1);
    }
  }

  @Test
  void saysWhatToDoWhenANameCannotBeShown() {
    String domain = here();
    importFor("billing", "domain\n" + domain + "\n");
    jdbc.sql("update stored_domain set renewal_mode_source = null where domain = :domain")
        .param("domain", domain)
        .update();

    Answer failed = billing.get("/api/v1/domains/" + domain);
    jdbc.sql("delete from stored_domain where domain = :domain").param("domain", domain).update();

    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.body().path("detail").asText())
        .contains("Nothing was changed or bought")
        .doesNotContain("order");
  }

  @Test
  void keepsItsNamesWhenAnotherIsImportedFor() {
    String client = clients.add();
    Caller shop = clients.caller(client);
    String domain = here();
    importFor("client/" + client, "domain\n" + domain + "\n");

    importFor("billing", "domain\n" + domain + "\n");

    assertThat(shop.get("/api/v1/domains/" + domain).status()).isEqualTo(200);
    assertThat(billing.get("/api/v1/domains/" + domain).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "owner=client/nobody",
        "owner=nobody",
        "owner=operator",
        "owner=group/none",
        "owner=",
        "dryrun=true",
        "dryRun=maybe"
      })
  void refusesWhatItDoesNotKnow(String query) {
    Answer refused = admin.post("/api/v1/accounts/sandbox/import?" + query, "{}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("errors")).hasSize(1);
  }
}
