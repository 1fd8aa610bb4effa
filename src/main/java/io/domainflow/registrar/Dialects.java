package io.domainflow.registrar;

import io.domainflow.account.Accounts;
import io.domainflow.account.Platform;
import io.domainflow.account.ResellerAccount;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The dialect that is spoken to each account's platform. */
@Component
public class Dialects {

  private final Map<Platform, Dialect> byPlatform = new EnumMap<>(Platform.class);
  private final Accounts accounts;

  public Dialects(List<Dialect> dialects, Accounts accounts) {
    dialects.forEach(dialect -> byPlatform.put(dialect.platform(), dialect));
    this.accounts = accounts;
  }

  /** The dialect of an account's platform. */
  public Dialect of(ResellerAccount account) {
    Dialect dialect = byPlatform.get(account.system().platform());
    if (dialect == null) {
      throw new IllegalStateException(
          "nobody here speaks to " + account.system().platform().title());
    }
    return dialect;
  }

  /** The dialect of the platform of an account by this name. */
  public Dialect of(String account) {
    return of(
        accounts
            .find(account)
            .orElseThrow(
                () -> new IllegalStateException("account " + account + " no longer exists")));
  }
}
