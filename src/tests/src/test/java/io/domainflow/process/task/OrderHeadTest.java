package io.domainflow.process.task;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every form shows its order's data to the right people, and stores them nowhere. */
@DomainflowTest
class OrderHeadTest {

  private final int port;
  private final Registrations stories;

  @Autowired
  OrderHeadTest(@LocalServerPort int port) {
    this.port = port;
    this.stories = new Registrations(port);
  }

  @Test
  void reportsWhoOrderedWhatAsPeopleReadIt() {
    String domain = "bücher-" + freshName("com");
    String reference =
        stories.placeChanged(
            domain,
            ", 'idnLanguage': 'de'",
            order ->
                order
                    .replace("ns1.example.net", "ns1.unknown.example")
                    .replace("\"street\"", "\"organization\": \"A|B *x* [y](z)\", \"street\""));
    JsonNode order = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    String task = order.at("/waitingFor/taskId").asText();

    JsonNode shown = stories.form(task);

    String ascii = order.get("domain").asText();
    assertThat(ascii).startsWith("xn--");
    assertThat(shown.at("/domainShown/value").asText()).isEqualTo(domain + " (" + ascii + ")");
    assertThat(shown.at("/orderHead/value").asText())
        .startsWith("Order <a href=\"/orders/#" + reference + "\" target=\"_blank\">")
        .contains("</a> · account sandbox · since ")
        .contains(" · due ")
        .endsWith(" UTC");
    assertThat(shown.at("/orderFacts/value").asText())
        .startsWith("| Ordered | registration of " + domain + " (" + ascii + ") |\n|---|---|\n")
        .contains("| Placed | by billing, ")
        .contains("| Registrant | Ada Example, A\\|B \\*x\\* \\[y\\](z), DE, ada\\@example.net |")
        .contains("| Last answer of the registrar | refused: «")
        .contains("| Money so far | nothing has been charged |")
        .doesNotContain("as input");
  }

  @Test
  void reportsWhatItCosts() {
    String reference = stories.place(freshName("ca"));
    String task =
        stories.awaitWaitingFor(reference, "ADDITIONAL_FIELDS").at("/waitingFor/taskId").asText();
    JsonNode price =
        stories.operator().get("/api/v1/tlds/ca?account=sandbox").body().at("/prices/REGISTER");

    JsonNode shown = stories.form(task);

    String amount = price.get("amount").asText() + " " + price.get("currency").asText();
    assertThat(shown.at("/orderPrice/value").asText()).isEqualTo(amount);
  }

  /**
   * Before the registrar allows the request of a transfer, nobody knows whether the name is
   * premium.
   */
  @ParameterizedTest
  @CsvSource({
    "'', '; you are asked first if it is more'",
    "', ''acceptPrice'': {''amount'': ''900.00'', ''currency'': ''EUR''}',"
        + " '; up to 900.00 EUR was accepted'"
  })
  void neverStatesAnOrdinaryPriceForANameThatMayCostMore(String accepted, String more) {
    String domain = freshName("com");
    stories.registry(
        ("{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'authCode': 'secret1',"
                + " 'zone': {'transferConfirmation': 'NONE'},"
                + " 'class': 'PREMIUM_COM_T', 'price': '450.00'}")
            .formatted(domain));
    String reference = stories.placeTransfer(domain, ", 'authCode': 'wrong'" + accepted);
    String task =
        stories.awaitWaitingFor(reference, "AUTH_CODE_WRONG").at("/waitingFor/taskId").asText();
    JsonNode plain =
        stories.operator().get("/api/v1/tlds/com?account=sandbox").body().at("/prices/TRANSFER");

    String shown = stories.form(task).at("/orderPrice/value").asText();

    assertThat(shown)
        .isEqualTo(
            plain.get("amount").asText()
                + " "
                + plain.get("currency").asText()
                + " for a plain name"
                + more);
  }

  @Test
  void continuesWithoutThePriceWhenTheRegistrarDoesNotAnswer() {
    stories.startOver();
    String reference = stories.place(freshName("ca"));
    String task =
        stories.awaitWaitingFor(reference, "ADDITIONAL_FIELDS").at("/waitingFor/taskId").asText();
    stories.fault("{'command': 'StatusUser', 'fault': 'CODE_421', 'times': 5, 'domain': '*'}");

    assertThat(stories.form(task).at("/orderPrice/value").asText())
        .isEqualTo("the ordinary price of the account's price list");

    stories.registrarIsWellAgain();
  }

  @Test
  void revealsNothingToReaders() {
    String reference = stories.place(freshName("ca"));
    String task =
        stories.awaitWaitingFor(reference, "ADDITIONAL_FIELDS").at("/waitingFor/taskId").asText();

    Answer seen = new Caller(port, "analyst").get("/engine-rest/task/" + task + "/form-variables");

    assertThat(stories.form(task).has("orderHead")).isTrue();
    assertThat(seen.status()).isEqualTo(403);
    assertThat(seen.body().get("message").asText()).contains("not shown to analysts");
    assertThat(seen.body().toString()).doesNotContain("orderHead");
  }

  @Test
  void isKeptInNoVariable() {
    String reference = stories.place(freshName("ca"));
    JsonNode order = stories.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    stories.form(order.at("/waitingFor/taskId").asText());

    JsonNode variables =
        new Caller(port, "admin")
            .get(
                "/engine-rest/history/variable-instance?processInstanceId="
                    + order.get("processInstanceId").asText())
            .body();

    assertThat(variables)
        .isNotEmpty()
        .noneMatch(variable -> variable.get("name").asText().startsWith("orderHead"));
  }
}
