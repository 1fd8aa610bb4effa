package io.domainflow.process.outgoingtransfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.model.DomainName;
import io.domainflow.order.domain.DepartedDomains;
import io.domainflow.order.leaving.RegistrantMailAddresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The holder of a name that somebody else wants is told, and answers with the link in the mail. */
class OutgoingTransferHolderTest extends OutgoingTransferStage {

  private final RepositoryService repository;
  private final RegistrantMailAddresses mails;

  @Autowired
  OutgoingTransferHolderTest(
      @LocalServerPort int port,
      JdbcClient jdbc,
      DepartedDomains gone,
      RepositoryService repository,
      RegistrantMailAddresses mails) {
    super(port, jdbc, gone);
    this.repository = repository;
    this.mails = mails;
  }

  @BothReadings
  void theHolderKeepsItWithTheLinkInHisMail(String profile) {
    registrations.profile(profile);
    String kept = wanted();
    String link = linkIn(kept);
    assertThat(page(link))
        .contains("has asked to take over", "Keep the domain here")
        .as("nobody has ordered the auth code here")
        .doesNotContain("Transfer it now");
    assertThat(answers(kept)).isEmpty();

    assertThat(chosen(link, "KEEP")).contains("is to stay where it is", "registry is being told");

    ended(kept, "STAYED");
    assertThat(answers(kept)).hasSize(1);
    assertThat(chosen(link, "LET_GO")).contains("already used");
    assertThat(
            jdbc.sql("select answered_by from outgoing_transfer where domain = :domain")
                .param("domain", kept)
                .query(String.class)
                .single())
        .isEqualTo("the holder");
  }

  @Test
  void theHolderLetsItGoOnlyWhereNothingLooksLikeTheft() {
    String changed = registered();
    String update =
        registrations.placePlain(
            "UPDATE", changed, ", 'nameservers': ['ns1.other.example', 'ns2.other.example']");
    registrations.awaitStatus(update, "COMPLETED");
    registrations.happen(changed, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);
    assertThat(page(linkIn(changed))).doesNotContain("Transfer it now");
    assertThat(chosen(linkIn(changed), "LET_GO")).contains("Keep the domain here");
    assertThat(task(changed)).isNotNull();

    String gone = withCode();
    registrations.happen(gone, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);
    assertThat(shown(gone, "lookAt")).isEqualTo("Nothing looks like theft.");
    assertThat(shown(gone, "signs")).contains("by billing |");
    String task = task(gone).get("id").asText();
    assertThat(chosen(linkIn(gone), "LET_GO")).contains("the domain may go");
    ended(gone, "GONE");
    Answer late =
        approver.post(
            "/engine-rest/task/" + task + "/submit-form",
            "{'variables': {'decision': {'value': 'DENY', 'type': 'String'}}}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body().get("message").asText())
        .contains("done already", "The holder, with the link in his mail, let " + gone + " go. It")
        .contains("has been transferred")
        .doesNotContain("order API", registrations.account() + ":");
    String closed = wanted();
    String unused = linkIn(closed);
    String withdrawn = task(closed).get("id").asText();
    registrations.happen(closed, "OUTGOING_WITHDRAWN");
    registrations.advance(A_WATCH);
    assertThat(page(unused))
        .contains("The request was withdrawn", closed + " stays where it is")
        .doesNotContain("It has expired");
    assertThat(
            approver
                .post("/engine-rest/task/" + withdrawn + "/submit-form", "{'variables': {}}")
                .body()
                .get("message")
                .asText())
        .contains("no longer open", "was withdrawn, or the registry has refused it")
        .doesNotContain("order was cancelled");
    String denied = wanted();
    String asked = linkIn(denied);
    denies(denied, "FRAUD", "A letter.");
    ended(denied, "STAYED");
    assertThat(chosen(asked, "KEEP")).contains("Our staff refused the transfer of " + denied);
  }

  @BothReadings
  void theHolderLetsItGoWhoseOrderForTheCodeHasOpenedTheLock(String profile) {
    registrations.profile(profile);
    String domain = Registrations.freshName("com");
    registrations.awaitStatus(registrations.place(domain, ", 'transferLock': true"), "COMPLETED");
    registrations.awaitAuthCode(registrations.placePlain("AUTH_CODE", domain, ", 'unlock': true"));
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);

    assertThat(shown(domain, "lookAt")).isEqualTo("Nothing looks like theft.");
    assertThat(chosen(linkIn(domain), "LET_GO")).contains("being told to transfer");
    ended(domain, "GONE");
  }

  /** The thief also gets the holder's mails: an address was changed inside the same contact. */
  @BothReadings
  void whoOpensTheLockInThePanelOfTheRegistrarDoesNotLetItGo(String profile) {
    registrations.profile(profile);
    String domain = withCode();
    registrations.awaitStatus(
        registrations.placePlain("UPDATE", domain, ", 'transferLock': true"), "COMPLETED");
    registrations.advance("P4D");
    registrations.happen(domain, "UNLOCKED");
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);

    assertThat(page(linkIn(domain))).doesNotContain("Transfer it now");
    assertThat(chosen(linkIn(domain), "LET_GO")).contains("Keep the domain here");
    assertThat(shown(domain, "signs")).contains("| Otherwise than ordered | transfer lock |");
    assertThat(shown(domain, "lookAt")).startsWith("The transfer lock was opened");
    assertThat(shown(domain, "lately"))
        .startsWith("Auth code ordered here: on ")
        .contains(", by billing; transfer lock opened: ")
        .endsWith("; otherwise than ordered: transfer lock.")
        .doesNotContain("name servers");
    assertThat(answers(domain)).isEmpty();
  }

  /** The reader of the mail may be the thief, who has changed the address inside the contact. */
  @BothReadings
  void anotherMailAddressIsASignAndTheOneBeforeIsTold(String profile) {
    registrations.profile(profile);
    registered();
    String domain = Registrations.freshName("com");
    registrations.registry("{'domain': '%s', 'owner': 'OURS', 'age': 'P400D'}".formatted(domain));
    mails.seen(registrations.account(), DomainName.of(domain), "before@example.org");
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);

    assertThat(shown(domain, "lately")).contains("registrant or mail address changed: ");
    assertThat(registrations.mails(domain))
        .filteredOn(mail -> mail.get("kind").asText().equals("TRANSFER_OUT_REQUESTED"))
        .hasSize(2)
        .filteredOn(mail -> mail.get("to").asText().equals("before@example.org"))
        .singleElement()
        .satisfies(mail -> assertThat(mail.get("text").asText()).doesNotContain("/holder/"));
    denies(domain, "FRAUD", "A letter.");
    ended(domain, "STAYED");
  }

  @Test
  void theTaskSaysThatNobodyWasToldWhereThereIsNoAddress() {
    registered();
    String domain = Registrations.freshName("com");
    registrations.registry(
        ("{'domain': '%s', 'owner': 'OURS', 'age': 'P400D', 'registrant': {'firstName': 'Ada',"
                + " 'lastName': 'Example', 'street': ['Main Street 1'], 'city': 'Berlin',"
                + " 'postalCode': '10115', 'country': 'DE', 'phone': '+49.301234567',"
                + " 'email': 'unknown'}}")
            .formatted(domain));
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);

    assertThat(shown(domain, "holderTold")).startsWith("no: there is no address");
    assertThat(registrations.mails(domain)).isEmpty();
    denies(domain, "FRAUD", "A letter.");
    ended(domain, "STAYED");
  }

  /** The first message to the holder is no longer true. */
  @Test
  void theHolderIsToldAnewIfTheRegistrarDoesNotTakeADenial() {
    String domain = wanted();
    registrations.fault("{'command': 'TransferDomain', 'fault': 'CODE_541', 'times': 1}");
    assertThat(chosen(linkIn(domain), "KEEP")).contains("is to stay where it is");
    int told = registrations.mails(domain).size();

    Awaitility.await()
        .untilAsserted(() -> assertThat(registrations.mails(domain)).hasSizeGreaterThan(told));

    assertThat(page(linkIn(domain))).contains("Keep the domain here");
    assertThat(chosen(linkIn(domain), "KEEP")).contains("is to stay where it is");
    ended(domain, "STAYED");
  }

  @BothReadings
  void theHolderKeepsItWhereNobodyIsAsked(String profile) {
    registrations.profile(profile);
    String deployment =
        repository
            .createDeployment()
            .addString(
                "OutgoingTransferPolicy.dmn",
                policy()
                    .replaceAll("(OutgoingTransferAnswer11x1\">\\s*<text>)\"ASK\"", "$1\"LET_GO\""))
            .deploy()
            .getId();
    try {
      String kept = withCode();
      String gone = withCode();
      String disputed = withCode();
      registrations.happen(kept, "OUTGOING_REQUESTED");
      registrations.happen(gone, "OUTGOING_REQUESTED");
      registrations.happen(disputed, "OUTGOING_REQUESTED");
      registrations.advance(A_WATCH);
      noTask(kept);
      hold(disputed, "UDRP");
      ended(disputed, "STAYED");
      admin.delete("/api/v1/domains/" + disputed + "/hold");

      assertThat(chosen(linkIn(kept), "KEEP")).contains("is to stay where it is");

      ended(kept, "STAYED");
      assertThat(answers(kept)).hasSize(1);
      assertThat(answers(gone)).isEmpty();
      registrations.advance("P6D");
      ended(gone, "GONE");
    } finally {
      repository.deleteDeployment(deployment, true);
    }
  }

  private static String policy() {
    try {
      return Files.readString(Path.of("processes", "OutgoingTransferPolicy.dmn"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String chosen(String link, String choice) {
    return holder
        .postAs(
            link,
            "application/x-www-form-urlencoded",
            ("choice=" + choice).getBytes(StandardCharsets.UTF_8))
        .response()
        .body();
  }
}
