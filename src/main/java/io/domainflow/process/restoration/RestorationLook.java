package io.domainflow.process.restoration;

import io.domainflow.account.Accounts;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadLog;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds out how the bringing back of a name stands: it is done when the name is there and active,
 * and has failed when the last of its own entries in the registrar's log says so. An event never
 * decides.
 */
@Component
class RestorationLook {

  // The registrar's log and clock may lag.
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
  private static final int LOG_ENTRIES = 20;

  private final Accounts accounts;

  RestorationLook(Accounts accounts) {
    this.accounts = accounts;
  }

  /** How it stands. */
  sealed interface State {

    /** It runs, as far as can be seen. */
    record UnderWay() implements State {}

    /** The name is there again. */
    record Back(ReadDomain.Result domain) implements State {}

    /** The registry has refused; the reason is null if the registrar states none. */
    record Failed(String reason) implements State {}
  }

  State look(ProvisioningOrder order, RegistrarGateway registrar) {
    Reader reader = registrar.reader(order.request().account());
    Optional<ReadDomain.Result> domain = reader.domain(order.request().domain());
    if (domain.isPresent()) {
      if (!isOnItsWay(domain.get())) {
        return new State.Back(domain.get());
      }
    }
    // Since the order: a doubt may have been settled long after the request.
    return reader
        .log(order.request().domain(), order.createdAt().minus(CLOCK_SKEW), LOG_ENTRIES)
        .orElse(List.of())
        .stream()
        .filter(entry -> entry.operation() == Operation.RESTORE && isOfAccount(entry, order))
        .findFirst()
        .filter(entry -> entry.outcome() == Outcome.FAILED)
        .<State>map(entry -> new State.Failed(reader.reason(entry).orElse(null)))
        .orElseGet(State.UnderWay::new);
  }

  private static boolean isOnItsWay(ReadDomain.Result domain) {
    return domain.deleting() || domain.state().restoring();
  }

  // Somebody else's attempt, in the panel or with another role, says nothing of ours.
  private boolean isOfAccount(ReadLog.Entry entry, ProvisioningOrder order) {
    String[] login =
        accounts
            .find(order.request().account())
            .map(account -> account.login().split("!", 2))
            .orElse(new String[] {""});
    String role = login.length == 2 ? login[1] : "";
    return (entry.user() == null || entry.user().equalsIgnoreCase(login[0]))
        && (entry.role() == null || entry.role().equalsIgnoreCase(role));
  }
}
