package io.domainflow.proof;

import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Clients;
import io.domainflow.account.Platform;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Knows the orders that send the commands that change something, and follows those of the trials.
 */
final class FaultedOrders {

  private final Clients clients;
  private final Caller admin;
  private final TrialOrders trialOrders;
  private final Map<String, FaultedOrder> orders;

  FaultedOrders(int port, Platform platform) {
    this.clients = new Clients(port);
    this.admin = new Caller(port, "admin");
    this.trialOrders = new TrialOrders(port, platform, clients.consenting());
    this.orders =
        Stream.concat(
                CommonFaultedOrders.through(trialOrders),
                platform == Platform.CNR
                    ? CnrFaultedOrders.through(trialOrders)
                    : IspapiFaultedOrders.through(trialOrders))
            .collect(
                Collectors.toMap(
                    FaultedOrder::name, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  /** All orders, at least one for each of these commands. */
  Collection<FaultedOrder> of(Set<String> commands) {
    assertThat(orders.values())
        .extracting(order -> order.command().getSimpleName())
        .as(
            "Each command that changes something needs an order that sends it. Add it to the orders"
                + " of both platforms, CommonFaultedOrders, or to those of one, IspapiFaultedOrders or"
                + " CnrFaultedOrders: how it is placed,"
                + " what it carries out once only, and how it stands at the registrar when it is"
                + " done.")
        .containsAll(commands);
    return orders.values();
  }

  FaultedOrder of(FaultTrial trial) {
    return orders.get(trial.order());
  }

  /** Places the orders that must be running before any fault, and waits until they are. */
  void begin(List<FaultTrial> trials) {
    // For a login with a recent token an approver is asked; the clock may have moved since.
    clients.consenting();
    List<FaultTrial> placed =
        trials.stream().filter(trial -> of(trial).waitsFor() != null).toList();
    placed.forEach(trial -> of(trial).before().accept(trial));
    for (FaultTrial trial : placed) {
      Awaitility.await()
          .alias(trial.text())
          .untilAsserted(
              () ->
                  assertThat(trialOrders.get(trial).at("/waitingFor/code").asText())
                      .as(trialOrders.get(trial).toString())
                      .isEqualTo(of(trial).waitsFor()));
    }
  }

  /** Waits until an order waits for something, or has ended. */
  void awaitFirstTry(FaultTrial trial) {
    Awaitility.await()
        .alias(trial.text())
        .until(() -> !trialOrders.get(trial).path("status").asText().equals("IN_PROGRESS"));
  }

  JsonNode get(FaultTrial trial) {
    return trialOrders.get(trial);
  }

  /** The registrants confirm; a link that is no longer needed is refused. */
  void confirmByMail(Set<String> notThese) {
    for (JsonNode mail : admin.get("/sandbox/mailbox").body()) {
      if (mail.get("kind").asText().endsWith("_CONFIRMATION")
          && !notThese.contains(mail.get("domain").asText())) {
        String link = mail.at("/links/confirm").asText();
        admin.post(link.substring(link.indexOf("/sandbox")), "");
      }
    }
  }
}
