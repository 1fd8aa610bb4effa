package io.domainflow.order.leaving;

import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.account.SealedColumn;
import io.domainflow.account.SecretVault;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.Section;
import io.domainflow.order.OrderEnded;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.content.OrderContent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mail addresses of registrants, encrypted. They reveal changes within a handle, and for a
 * while the previous address is informed of possible theft. They are deleted when the name leaves.
 */
@Repository
public class RegistrantMailAddresses {

  /** How long the address before a change is kept and informed. */
  private static final Duration FORMER_KEPT = Duration.ofDays(60);

  private static final String SECTION = Section.REGISTRANT_DETAILS.name();

  private final JdbcClient jdbc;
  private final SecretVault vault;
  private final Clock clock;

  RegistrantMailAddresses(JdbcClient jdbc, SecretVault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * The known addresses of a registrant.
   *
   * @param former the address before the first of the recent changes; null if there was none
   * @param changedAt when a different address was seen or ordered; null if never
   */
  public record Known(String mail, @Nullable String former, @Nullable Instant changedAt) {

    /** Whether an address differs from the known one. */
    public boolean differs(String other) {
      return !same(mail, other);
    }

    @Override
    public String toString() {
      return "Known[***]";
    }
  }

  private static boolean same(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  /**
   * The known addresses for a name; empty if its registrant's address was never read or ordered.
   */
  public Optional<Known> find(String account, DomainName domain) {
    return jdbc.sql(
            """
            select * from domain_section
            where account = :account and domain = :domain and section = :section
              and mail_sealed is not null
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .param("section", SECTION)
        .query(this::known)
        .optional();
  }

  /**
   * The address that the registrant had before the present one: the person there may not know about
   * the change. Empty if it was not changed recently.
   *
   * @param present as the registrar shows it now; null if it shows none
   */
  public Optional<String> former(String account, DomainName domain, @Nullable String present) {
    return find(account, domain)
        .map(known -> present != null && known.differs(present) ? known.mail() : known.former())
        .filter(former -> present == null || !same(former, present));
  }

  private Known known(ResultSet row, int number) throws SQLException {
    String account = row.getString("account");
    String domain = row.getString("domain");
    byte[] former = row.getBytes("former_mail_sealed");
    return new Known(
        vault.open(
            row.getBytes("mail_sealed"),
            SealedColumn.REGISTRANT_MAIL.place(account, domain, SECTION)),
        former == null
            ? null
            : vault.open(
                former, SealedColumn.FORMER_REGISTRANT_MAIL.place(account, domain, SECTION)),
        instantOrNull(row, "mail_changed_at"));
  }

  /**
   * Records an address that was read or ordered; a different one than before counts as changed now.
   */
  @Transactional
  public void seen(String account, DomainName domain, String mail) {
    Optional<Known> known = find(account, domain);
    if (known.filter(before -> same(before.mail(), mail)).isPresent()) {
      return;
    }
    String name = domain.ascii();
    jdbc.sql(
            """
            insert into domain_section as known (account, domain, section, mail_sealed)
            select a.name, :domain, :section, :mail from reseller_account a where a.name = :account
            on conflict (account, domain, section) do update
            set mail_sealed = excluded.mail_sealed, former_mail_sealed = :former,
                mail_changed_at = :at
            """)
        .param("account", account)
        .param("domain", name)
        .param("section", SECTION)
        .param("mail", vault.seal(mail, SealedColumn.REGISTRANT_MAIL.place(account, name, SECTION)))
        .param(
            "former",
            known
                .map(
                    before ->
                        vault.seal(
                            earliest(before),
                            SealedColumn.FORMER_REGISTRANT_MAIL.place(account, name, SECTION)))
                .orElse(null))
        .param("at", known.isEmpty() ? null : utc(clock.instant()))
        .update();
  }

  // If somebody changes the address twice within days, the first new address must not be informed.
  private String earliest(Known before) {
    Instant kept = clock.instant().minus(FORMER_KEPT);
    return before.former() != null && before.changedAt() != null && before.changedAt().isAfter(kept)
        ? before.former()
        : before.mail();
  }

  @EventListener
  void ended(OrderEnded end) {
    if (end.order().status() != OrderStatus.COMPLETED) {
      return;
    }
    OrderContent content = end.order().content();
    Contact registrant = content.registrant();
    if (registrant != null && registrant.email() != null) {
      seen(content.account(), content.domain(), registrant.email());
    }
  }

  /** Deletes former addresses after their retention time. */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  public void forgetFormer() {
    jdbc.sql(
            """
            update domain_section set former_mail_sealed = null
            where former_mail_sealed is not null and mail_changed_at < :before
            """)
        .param("before", utc(clock.instant().minus(FORMER_KEPT)))
        .update();
  }
}
