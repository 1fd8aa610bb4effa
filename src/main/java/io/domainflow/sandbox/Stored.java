package io.domainflow.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Something the sandbox remembers, as one row of a {@link Table}. */
sealed interface Stored {

  /** Sorts and finds the row in its table. */
  String key();

  /** A key that sorts by number. */
  static String numbered(long number) {
    return String.format(Locale.ROOT, "%012d", number);
  }

  /** A single value, such as the profile. */
  record Setting(String name, String value) implements Stored {
    @Override
    public String key() {
      return name;
    }
  }

  /**
   * An account at the registrar.
   *
   * @param balance falls with each charge
   * @param creditLimit how far the balance may fall below zero
   * @param renewalMode given to names registered without one
   */
  record Account(
      String login,
      BigDecimal balance,
      BigDecimal creditLimit,
      String currency,
      String renewalMode,
      boolean modifyDomainFallback,
      boolean automaticOptOut)
      implements Stored {

    @Override
    public String key() {
      return login;
    }

    Account charged(BigDecimal amount) {
      return new Account(
          login,
          balance.subtract(amount),
          creditLimit,
          currency,
          renewalMode,
          modifyDomainFallback,
          automaticOptOut);
    }
  }

  /**
   * A contact.
   *
   * @param fields by the names of AddContact; streets are STREET0, STREET1 …
   */
  record ContactObject(
      String handle, String account, Map<String, String> fields, String auth, Instant createdAt)
      implements Stored {
    @Override
    public String key() {
      return handle;
    }
  }

  /**
   * A registered name, or one whose registration is pending.
   *
   * @param account who holds it here; {@link Accounts#ELSEWHERE} for another account of the
   *     registrar, null for a name at another registrar
   * @param contacts handles by OWNER, ADMIN, TECH and BILLING
   * @param fields every further parameter it was registered with
   */
  record RegisteredName(
      String domain,
      String account,
      String status,
      Instant createdAt,
      Instant expiresAt,
      String period,
      String renewalMode,
      boolean transferLock,
      String auth,
      String subclass,
      Map<String, List<String>> contacts,
      List<String> nameservers,
      Map<String, String> fields)
      implements Stored {
    @Override
    public String key() {
      return domain;
    }

    /** This name, registered at the given time. */
    RegisteredName activated(Instant at, Instant expires) {
      return new RegisteredName(
          domain,
          account,
          "ACTIVE",
          at,
          expires,
          period,
          renewalMode,
          transferLock,
          auth,
          subclass,
          contacts,
          nameservers,
          fields);
    }
  }

  /** What is decided about a name later, and when. */
  record PendingOutcome(
      long number,
      String domain,
      String command,
      String account,
      String role,
      Instant dueAt,
      boolean successful,
      String reason,
      BigDecimal charged)
      implements Stored {
    @Override
    public String key() {
      return numbered(number);
    }
  }

  /** One line of the object log. */
  record LogEntry(
      long index,
      Instant at,
      String account,
      String role,
      String objectClass,
      String objectId,
      String type,
      String status,
      List<String> info)
      implements Stored {
    @Override
    public String key() {
      return numbered(index);
    }
  }

  /**
   * One event of an account.
   *
   * @param visibleAt not listed before
   */
  record Event(
      long number,
      Instant at,
      Instant visibleAt,
      String account,
      String eventClass,
      String subclass,
      String data,
      String info)
      implements Stored {
    @Override
    public String key() {
      return numbered(number);
    }
  }

  /**
   * One executed mutation.
   *
   * @param charged in the account's currency, negative for a refund
   */
  record LedgerEntry(
      long seq,
      Instant at,
      String account,
      String role,
      String command,
      String domain,
      Map<String, String> parameters,
      int code,
      String charged)
      implements Stored {
    @Override
    public String key() {
      return numbered(seq);
    }
  }

  /**
   * One call, executed or not.
   *
   * @param code null where the caller got no readable answer
   * @param domain the first of {@code domains}, or null
   * @param fault the fault that struck, or null
   */
  record RequestEntry(
      long number,
      Instant at,
      String account,
      String command,
      String domain,
      List<String> domains,
      Integer code,
      boolean mutation,
      String fault)
      implements Stored {
    @Override
    public String key() {
      return numbered(number);
    }
  }

  /**
   * A fault waiting for its call.
   *
   * @param times how often it still strikes
   * @param domain pattern with {@code *}
   * @param description put behind the code's text; null for the sandbox's own
   */
  record FaultEntry(
      long number, String command, String fault, int times, String domain, String description)
      implements Stored {
    @Override
    public String key() {
      return numbered(number);
    }
  }

  /** A name as it was set up by {@code POST /sandbox/registry}. */
  record NameSetup(
      String domain,
      @JsonProperty("class") String priceClass,
      BigDecimal price,
      String currency,
      boolean claims,
      String authCheck,
      RegistryInput.Zone zone,
      List<RegistryInput.Next> next)
      implements Stored {
    @Override
    public String key() {
      return domain;
    }

    boolean premium() {
      return priceClass != null || price != null;
    }

    NameSetup withNext(List<RegistryInput.Next> remaining) {
      return new NameSetup(domain, priceClass, price, currency, claims, authCheck, zone, remaining);
    }
  }
}
