package io.domainflow.order.domain;

import io.domainflow.model.Announcement;
import io.domainflow.model.Announcements;
import io.domainflow.model.DomainName;
import io.domainflow.owner.Callers;
import io.domainflow.owner.DomainOwners;
import io.domainflow.owner.Owner;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends events about a name to its owner. There are no events for a name without an owner. */
@Component
public class DomainEvents {

  private final DomainOwners owners;
  private final Callers callers;
  private final Announcements announcements;

  DomainEvents(DomainOwners owners, Callers callers, Announcements announcements) {
    this.owners = owners;
    this.callers = callers;
    this.announcements = announcements;
  }

  /**
   * Announces an event in the transaction that causes it.
   *
   * @param more further members of the webhook's {@code data}; no personal data
   */
  public void tell(
      String account, DomainName domain, DomainEvent event, Map<String, @Nullable Object> more) {
    owners.of(account, domain).ifPresent(owner -> tell(owner, account, domain, event, more));
  }

  /** Tells the former owner of a name, in the transaction that gives it away, who can object. */
  void handedOver(String account, DomainName domain, Owner former) {
    tell(former, account, domain, DomainEvent.HANDED_OVER, Map.of());
  }

  private void tell(
      Owner owner,
      String account,
      DomainName domain,
      DomainEvent event,
      Map<String, @Nullable Object> more) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("account", account);
    data.put("domain", domain.ascii());
    data.putAll(more);
    data.put("href", "/api/v1/domains/" + domain.ascii() + "?account=" + account);
    announcements.announce(new Announcement(callers.audience(owner), event.type(), data));
  }
}
