package io.domainflow.process.domain;

import io.domainflow.order.domain.DomainChangeNotifier;
import io.domainflow.process.domain.NameList.Listing;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.stereotype.Component;

/** Informs the owners of an account's names about what the daily check has found. */
@Component
class DomainNewsFollower implements NameListFollower {

  private final DomainChangeNotifier news;

  DomainNewsFollower(DomainChangeNotifier news) {
    this.news = news;
  }

  @Override
  public Runnable follow(String account, Listing listing, RegistrarGateway registrar) {
    return () -> news.tell(account);
  }
}
