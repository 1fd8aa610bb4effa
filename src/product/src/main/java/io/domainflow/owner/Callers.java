package io.domainflow.owner;

import io.domainflow.client.ApiClient;
import io.domainflow.client.ApiClients;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Maps logins to owners, and owners to logins. */
@Component
public class Callers {

  /** The engine's group of logins that place orders for customers and are not staff. */
  public static final String CLIENTS = "billing";

  private static final Set<String> STAFF =
      Set.of("operators", "approvers", "analysts", "camunda-admin");

  private final ApiClients clients;

  Callers(ApiClients clients) {
    this.clients = clients;
  }

  /**
   * The caller with a login.
   *
   * @param groups ids of its groups in the engine
   */
  public Caller of(String login, Collection<String> groups) {
    if (isStaff(groups)) {
      return new Caller(login, true, null, Set.of());
    }
    Owner itself = Owner.ofLogin(login);
    Optional<Owner> group = group(login);
    return new Caller(
        login,
        false,
        group.orElse(itself),
        Stream.concat(Stream.of(itself), group.stream()).collect(Collectors.toSet()));
  }

  /** Whether a login is a staff member; a client never is, whatever its other groups. */
  public static boolean isStaff(Collection<String> groups) {
    return !groups.contains(CLIENTS) && groups.stream().anyMatch(STAFF::contains);
  }

  /**
   * The logins that are notified about an order.
   *
   * @param owner its owner; null if there is none
   * @param placedBy login that placed it
   */
  public Set<String> audience(@Nullable Owner owner, String placedBy) {
    // A client that has left its group is no longer one of the owners.
    Stream<String> placing = ApiClient.isLogin(placedBy) ? Stream.empty() : Stream.of(placedBy);
    return Stream.concat(audience(owner).stream(), placing).collect(Collectors.toSet());
  }

  /** The logins of an owner; empty without an owner. */
  public Set<String> audience(@Nullable Owner owner) {
    Stream<String> owning =
        owner == null
            ? Stream.empty()
            : owner.isGroup()
                ? clients.inGroup(owner.group()).stream().map(ApiClient::login)
                : Stream.of(owner.text());
    return owning.collect(Collectors.toSet());
  }

  /**
   * Whether an order belongs to staff.
   *
   * @param owner its owner; null if there is none, also after a group has ended
   * @param placedBy login that placed it
   */
  public static boolean isOfStaff(@Nullable Owner owner, String placedBy) {
    return owner == null && !ApiClient.isLogin(placedBy);
  }

  private Optional<Owner> group(String login) {
    return ApiClient.isLogin(login)
        ? clients.find(ApiClient.nameOf(login)).map(ApiClient::group).map(Owner::ofGroup)
        : Optional.empty();
  }
}
