package io.domainflow.process.namesimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may request an import, of what and when; anything else is refused and leaves nothing. */
@DomainflowTest
class NamesImportRequestTest {

  private final Registrations stories;
  private final Imports imports;
  private final Caller admin;
  private final int port;
  private MovingReseller reseller;

  @Autowired
  NamesImportRequestTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.stories = new Registrations(port);
    this.imports = new Imports(port, stories, jdbc);
    this.admin = new Caller(port, "admin");
    this.port = port;
  }

  @BeforeEach
  void begin() {
    reseller = MovingReseller.begins(stories);
  }

  @AfterEach
  void end() {
    reseller.ends();
  }

  @Test
  void runsOnceAtATimeAndEndsWithItsProcess() {
    reseller.plainNames(2);
    stories.fault(
        "{'command': 'QueryDomainList', 'fault': 'CODE_421', 'times': 100000, 'domain': '*'}");
    String path = imports.started("sandbox", null, true);

    Answer second = imports.start("sandbox", null, false);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body().get("type").asText()).endsWith(":import-running");
    assertThat(second.body().at("/import/href").asText()).isEqualTo(path);
    assertThat(imports.start("sandbox2", null, true).status()).as("another account").isEqualTo(202);

    String instance =
        admin
            .get(
                "/engine-rest/process-instance?processDefinitionKey=NamesImportProcess"
                    + "&variables=account_eq_"
                    + stories.account())
            .body()
            .at("/0/id")
            .asText();
    assertThat(
            admin
                .delete("/engine-rest/process-instance/" + instance + "?skipCustomListeners=true")
                .status())
        .isEqualTo(204);
    assertThat(imports.get(path).get("state").asText()).isEqualTo("FAILED");
    assertThat(imports.get(path).get("reason").asText()).contains("Somebody has ended");
  }

  @Test
  void isForAdministratorsAndForAccountsThatExist() {
    for (String login : List.of("billing", "operator", "analyst", "approver")) {
      Caller caller = new Caller(port, login);
      assertThat(caller.post("/api/v1/accounts/" + stories.account() + "/import", "{}").status())
          .isEqualTo(403);
      assertThat(caller.get("/api/v1/imports/00000000-0000-0000-0000-000000000000").status())
          .isEqualTo(403);
    }
    assertThat(imports.start("nobody", null, true).status()).isEqualTo(404);
    assertThat(imports.start("nobody", "domain\na.com\n", true).status()).isEqualTo(404);
    for (String id : List.of("00000000-0000-0000-0000-000000000000", "17")) {
      Answer missing = admin.get("/api/v1/imports/" + id + "/report");
      assertThat(missing.status()).isEqualTo(404);
      assertThat(missing.body().get("type").asText()).endsWith(":import-not-found");
    }
  }

  @Test
  void needsNoBody() {
    Answer started =
        admin.postNothing("/api/v1/accounts/" + stories.account() + "/import?dryRun=true");

    assertThat(started.status()).as("%s", started.body()).isEqualTo(202);
    assertThat(started.body().get("format").isNull()).isTrue();
    imports.awaitState("/api/v1/imports/" + started.body().get("id").asText(), "COMPLETED");
  }

  @Test
  void refusesAnInvalidListAndStoresNothing() {
    Answer noHeader = imports.start("sandbox", "a.com,2027-01-31\n", false);
    assertThat(noHeader.status()).isEqualTo(400);
    assertThat(noHeader.body().at("/errors/0/field").asText()).isEqualTo("list");
    assertThat(noHeader.body().get("detail").asText()).contains("header row");
    assertThat(imports.start("sandbox", "domain\n", false).status()).isEqualTo(400);
    assertThat(
            admin
                .postAs(
                    "/api/v1/accounts/" + stories.account() + "/import",
                    "text/csv",
                    "domain\nmüller.com".getBytes(StandardCharsets.ISO_8859_1))
                .body()
                .get("detail")
                .asText())
        .contains("UTF-8");
    assertThat(
            admin
                .postAs(
                    "/api/v1/accounts/" + stories.account() + "/import",
                    "text/csv",
                    new byte[(1 << 20) + 1])
                .status())
        .isEqualTo(413);
    assertThat(
            admin.post("/api/v1/accounts/" + stories.account() + "/import", "{'what': 1}").status())
        .isEqualTo(400);
    assertThat(
            admin
                .post("/api/v1/accounts/" + stories.account() + "/import?dryRun=perhaps", "{}")
                .status())
        .isEqualTo(400);
    assertThat(imports.count("select count(*) from names_import")).isZero();
  }
}
