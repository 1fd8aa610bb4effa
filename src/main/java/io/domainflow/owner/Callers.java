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

/** Knows as whom a login has names, and which logins an owner has. */
@Component
public class Callers {

  /** The engine's group of logins that order for customers and are not staff. */
  public static final String CLIENTS = "billing";

  private static final Set<String> STAFF =
      Set.of("operators", "approvers", "analysts", "camunda-admin");

  private final ApiClients clients;

  Callers(ApiClients clients) {
    this.clients = clients;
  }

  /**
   * Who asks.
   *
   * @param groups ids of the engine's groups that it is in
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

  /** Whether it is a member of staff: a client never is, whatever its other groups. */
  public static boolean isStaff(Collection<String> groups) {
    return !groups.contains(CLIENTS) && groups.stream().anyMatch(STAFF::contains);
  }

  /**
   * The logins that are notified about an order.
   *
   * @param owner whose it is; null if it has no owner
   * @param placedBy who has placed it
   */
  public Set<String> audience(@Nullable Owner owner, String placedBy) {
    // A client that has left its group is no longer one of the owners.
    Stream<String> placing = ApiClient.isLogin(placedBy) ? Stream.empty() : Stream.of(placedBy);
    return Stream.concat(audience(owner).stream(), placing).collect(Collectors.toSet());
  }

  /** The logins of an owner; none of nobody. */
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
   * Whether an order is one of our people's.
   *
   * @param owner whose it is; null if it has no owner, which may also be what a group has left
   * @param placedBy who has placed it
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
