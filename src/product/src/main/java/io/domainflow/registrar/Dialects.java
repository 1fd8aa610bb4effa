package io.domainflow.registrar;

import io.domainflow.account.Accounts;
import io.domainflow.account.Platform;
import io.domainflow.account.ResellerAccount;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The dialects of the accounts' platforms. */
@Component
public class Dialects {

  private final Map<Platform, Dialect> byPlatform = new EnumMap<>(Platform.class);
  private final Map<String, Platform> lastSeen = new ConcurrentHashMap<>();
  private final Accounts accounts;

  public Dialects(List<Dialect> dialects, Accounts accounts) {
    dialects.forEach(dialect -> byPlatform.put(dialect.platform(), dialect));
    this.accounts = accounts;
  }

  /** The dialect of an account's platform. */
  public Dialect of(ResellerAccount account) {
    lastSeen.put(account.name(), account.system().platform());
    return of(account.system().platform());
  }

  /**
   * The dialect of the last known platform of the account with this name. A new account can have
   * got the name only if no order was left, and the first call for it is a query.
   */
  public Dialect of(String account) {
    Platform known = lastSeen.get(account);
    return known != null
        ? of(known)
        : of(
            accounts
                .find(account)
                .orElseThrow(
                    () -> new IllegalStateException("account " + account + " no longer exists")));
  }

  private Dialect of(Platform platform) {
    Dialect dialect = byPlatform.get(platform);
    if (dialect == null) {
      throw new IllegalStateException("there is no dialect for " + platform.title());
    }
    return dialect;
  }
}
