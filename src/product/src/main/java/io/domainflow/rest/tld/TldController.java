package io.domainflow.rest.tld;

import io.domainflow.account.ResellerAccount;
import io.domainflow.model.FieldProblem;
import io.domainflow.registrar.PriceList;
import io.domainflow.registrar.PriceLists;
import io.domainflow.rest.RequestRejected;
import io.domainflow.tld.TldCatalogue;
import io.domainflow.tld.TldPolicy;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the prices of names under the top-level domains, and what can be ordered. */
@RestController
@RequestMapping(path = "/api/v1/tlds", produces = MediaType.APPLICATION_JSON_VALUE)
class TldController {

  private final TldCatalogue tlds;
  private final AskedTld asked;
  private final PriceLists prices;
  private final AskedAccount accounts;

  TldController(TldCatalogue tlds, AskedTld asked, PriceLists prices, AskedAccount accounts) {
    this.tlds = tlds;
    this.asked = asked;
    this.prices = prices;
    this.accounts = accounts;
  }

  @GetMapping
  TldList list(@RequestParam(required = false) @Nullable String account, Authentication login) {
    ResellerAccount reseller = account(account, login);
    PriceList list = prices.of(reseller.name());
    return new TldList(
        tlds.policies().stream()
            .map(policy -> TldView.of(policy, reseller, list))
            .sorted(Comparator.comparing(TldView::tld))
            .toList());
  }

  @GetMapping("/{tld}")
  TldView get(
      @PathVariable String tld,
      @RequestParam(required = false) @Nullable String account,
      Authentication login) {
    ResellerAccount reseller = account(account, login);
    TldPolicy policy = asked.policy(tld);
    return TldView.of(policy, reseller, prices.of(reseller.name()));
  }

  private ResellerAccount account(@Nullable String wanted, Authentication login) {
    if (wanted == null || wanted.isBlank()) {
      throw new RequestRejected(List.of(new FieldProblem("account", "REQUIRED", "is required")));
    }
    return accounts.of(wanted, login);
  }
}
