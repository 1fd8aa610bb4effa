package io.domainflow.process.restoration;

import io.domainflow.account.Accounts;
import io.domainflow.ispapi.command.QueryObjectLogList;
import io.domainflow.ispapi.command.StatusDomain;
import io.domainflow.ispapi.command.StatusObjectLog;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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

  // By the names of the other operations in the log; its page does not list this one.
  private static final String RESTORE = "RESTORE";

  private final Accounts accounts;

  RestorationLook(Accounts accounts) {
    this.accounts = accounts;
  }

  /** How it stands. */
  sealed interface State {

    /** It runs, as far as can be seen. */
    record UnderWay() implements State {}

    /** The name is there again. */
    record Back(StatusDomain.Result domain) implements State {}

    /** The registry has refused; the reason is null if the registrar states none. */
    record Failed(String reason) implements State {}
  }

  State look(ProvisioningOrder order, RegistrarGateway registrar) {
    Optional<StatusDomain.Result> domain = domain(order, registrar);
    if (domain.isPresent()) {
      if (!isOnItsWay(domain.get())) {
        return new State.Back(domain.get());
      }
    }
    return log(order, registrar).stream()
        .filter(entry -> entry.operation().equals(RESTORE) && isOfAccount(entry, order))
        .findFirst()
        .filter(entry -> entry.status().equals("FAILED"))
        .<State>map(entry -> new State.Failed(reason(order, entry, registrar).orElse(null)))
        .orElseGet(State.UnderWay::new);
  }

  private static boolean isOnItsWay(StatusDomain.Result domain) {
    return domain.deleting()
        || domain.status().stream()
            .map(status -> status.toUpperCase(Locale.ROOT))
            .anyMatch(status -> status.equals("PENDINGRESTORE") || status.equals("REQUESTED"));
  }

  // Somebody else's attempt, in the panel or with another role, says nothing of ours.
  private boolean isOfAccount(QueryObjectLogList.Entry entry, ProvisioningOrder order) {
    String[] login =
        accounts
            .find(order.request().account())
            .map(account -> account.login().split("!", 2))
            .orElse(new String[] {""});
    String role = login.length == 2 ? login[1] : "";
    return (entry.user() == null || entry.user().equalsIgnoreCase(login[0]))
        && (entry.role() == null || entry.role().equalsIgnoreCase(role));
  }

  private static Optional<StatusDomain.Result> domain(
      ProvisioningOrder order, RegistrarGateway registrar) {
    try {
      return Optional.of(
          registrar.ask(order.request().account(), new StatusDomain(order.request().domain())));
    } catch (Refused e) {
      if (e.isOneOf(ResultCode.NOT_FOUND, ResultCode.AUTHORIZATION_FAILED)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Newest first; since the order, because a doubt may have been settled long after the request.
   */
  private static List<QueryObjectLogList.Entry> log(
      ProvisioningOrder order, RegistrarGateway registrar) {
    try {
      return registrar
          .ask(
              order.request().account(),
              new QueryObjectLogList(
                  order.request().domain(), order.createdAt().minus(CLOCK_SKEW), LOG_ENTRIES))
          .entries();
    } catch (Refused e) {
      // An account may lack the right to read the log; then only the name itself tells.
      return List.of();
    }
  }

  private static Optional<String> reason(
      ProvisioningOrder order, QueryObjectLogList.Entry entry, RegistrarGateway registrar) {
    try {
      return registrar.ask(order.request().account(), new StatusObjectLog(entry.index())).reason();
    } catch (Refused e) {
      return Optional.empty();
    }
  }
}
