package io.domainflow.process.accountcheck;

import io.domainflow.ispapi.command.QueryDomainList;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.Orders;
import io.domainflow.registrar.RegistrarGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds the names of an account that do not have the renewal mode they should have. */
@Component
class RenewalModes {

  private final Orders orders;
  private final AccountCheckProperties properties;

  RenewalModes(Orders orders, AccountCheckProperties properties) {
    this.orders = orders;
    this.properties = properties;
  }

  /**
   * A name that has another mode than it should.
   *
   * @param domain as the registrar writes it
   * @param stated the mode it has, as the registrar writes it
   * @param wanted the mode it should have
   */
  record Differing(String domain, String stated, RenewalMode wanted) {

    String text() {
      return domain + ": " + stated + " instead of " + wanted;
    }
  }

  /** Lists all names of the account, some hundred with each call; never one call per name. */
  List<Differing> differing(String account, RegistrarGateway registrar) {
    Map<String, RenewalMode> ordered = orders.orderedRenewalModes(account);
    List<Differing> differing = new ArrayList<>();
    int first = 0;
    QueryDomainList.Result part;
    do {
      part = registrar.ask(account, new QueryDomainList(first));
      for (QueryDomainList.Name name : part.names()) {
        RenewalMode wanted =
            ordered.getOrDefault(name.domain().toLowerCase(Locale.ROOT), properties.renewalMode());
        if (name.renewalMode().filter(wanted::equals).isEmpty()) {
          String stated = name.renewalMode().map(Enum::name).orElse(name.statedMode());
          differing.add(new Differing(name.domain(), stated, wanted));
        }
      }
      first += part.names().size();
    } while (!part.complete());
    return differing;
  }
}
