package io.domainflow.consent;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.DomainName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The consents in the database. They are added and may end, but are never changed or deleted; the
 * database refuses both.
 */
@Repository
public class Consents {

  private static final String SELECT =
      """
      select c.*, coalesce(e.state, 'VALID') as state
      from consent_record c left join consent_end e on e.consent_id = c.id
      """;

  private final JdbcClient jdbc;
  private final OpenOrdersOfName orders;
  private final Clock clock;

  Consents(JdbcClient jdbc, OpenOrdersOfName orders, Clock clock) {
    this.jdbc = jdbc;
    this.orders = orders;
    this.clock = clock;
  }

  /**
   * Records a consent for an open order.
   *
   * @throws IllegalStateException if there is no such order, or the underlying standing
   *     authorisation has since been revoked; nothing is recorded then
   */
  @Transactional
  public void record(ConsentDraft consent) {
    String login =
        orders
            .login(consent.account(), consent.domain(), consent.orderReference())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "order %s for %s is not being carried out"
                            .formatted(consent.orderReference(), consent.domain())));
    UUID authorization = consent.channel() == Channel.STANDING ? held(consent) : null;
    jdbc.sql(
            """
            insert into consent_record (id, account, domain, domain_unicode, order_reference, login,
              side, kind, agent, basis, text_version, evidence, channel, recorded_by, given_at,
              recorded_at, fingerprint, authorization_id)
            values (:id, :account, :domain, :unicode, :reference, :login, :side, :kind, :agent,
              :basis, :textVersion, :evidence, :channel, :by, :givenAt, :now, :fingerprint,
              :authorization)
            """)
        .param("id", UUID.randomUUID())
        .param("account", consent.account())
        .param("domain", consent.domain().ascii())
        .param("unicode", consent.domain().unicode())
        .param("reference", consent.orderReference())
        .param("login", login)
        .param("side", consent.side().name())
        .param("kind", consent.kind().name())
        .param("agent", consent.agent())
        .param("basis", consent.basis())
        .param("textVersion", consent.textVersion())
        .param("evidence", consent.evidence())
        .param("channel", consent.channel().name())
        .param("by", consent.by())
        .param("givenAt", utc(consent.givenAt()))
        .param("now", utc(clock.instant()))
        .param("fingerprint", consent.fingerprint())
        .param("authorization", authorization)
        .update();
  }

  // Locked until the consent is stored, so that a revocation of the authorisation finds it.
  private UUID held(ConsentDraft consent) {
    return jdbc.sql(
            """
            select id from standing_authorization
            where id = :id and account = :account and revoked_at is null
            for share
            """)
        .param("id", UUID.fromString(consent.evidence()))
        .param("account", consent.account())
        .query(UUID.class)
        .optional()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "standing authorisation " + consent.evidence() + " is no longer in force"));
  }

  /** The latest valid consent of one side for an open order and exactly that data. */
  public Optional<Consent> valid(
      String account,
      DomainName domain,
      String orderReference,
      ConsentSide side,
      ConsentKind kind,
      String fingerprint) {
    return jdbc.sql(
            SELECT
                + """
                where c.account = :account and c.domain = :domain
                  and c.order_reference = :reference and c.login = :login and c.side = :side
                  and c.kind = :kind and c.fingerprint = :fingerprint and e.consent_id is null
                order by c.number desc limit 1
                """)
        .param("account", account)
        .param("domain", domain.ascii())
        .param("reference", orderReference)
        .param("login", orders.login(account, domain, orderReference).orElse(null))
        .param("side", side.name())
        .param("kind", kind.name())
        .param("fingerprint", fingerprint)
        .query((row, n) -> consent(row))
        .optional();
  }

  /**
   * Ends the consents for an open order that are not for exactly this data.
   *
   * @param reason why, for people
   */
  public void voidOthers(
      String account, DomainName domain, String orderReference, String fingerprint, String reason) {
    end(account, domain, orderReference, reason, "fingerprint <> :of", fingerprint);
  }

  /**
   * Ends the consents of one side for an open order.
   *
   * @param reason why, for people
   */
  public void voidAll(
      String account, DomainName domain, String orderReference, ConsentSide side, String reason) {
    end(account, domain, orderReference, reason, "side = :of", side.name());
  }

  private void end(
      String account,
      DomainName domain,
      String orderReference,
      String reason,
      String which,
      String value) {
    jdbc.sql(
            """
            insert into consent_end (consent_id, state, ended_at, reason)
            select id, 'VOID', :now, :reason
            from consent_record
            where account = :account and domain = :domain and order_reference = :reference
              and login = :login and %s
            on conflict do nothing
            """
                .formatted(which))
        .param("now", utc(clock.instant()))
        .param("reason", reason)
        .param("account", account)
        .param("domain", domain.ascii())
        .param("reference", orderReference)
        .param("login", orders.login(account, domain, orderReference).orElse(null))
        .param("of", value)
        .update();
  }

  /** Ends the consents that open orders have from a standing authorisation. */
  void revoke(UUID authorization, String by) {
    jdbc
        .sql(SELECT + "where c.authorization_id = :authorization and e.consent_id is null")
        .param("authorization", authorization)
        .query((row, n) -> consent(row))
        .list()
        .stream()
        .filter(this::isOfAnOrderInWork)
        .forEach(consent -> revoke(consent, by));
  }

  private boolean isOfAnOrderInWork(Consent consent) {
    return orders.login(consent.account(), consent.domain(), consent.orderReference()).isPresent();
  }

  private void revoke(Consent consent, String by) {
    jdbc.sql(
            """
            insert into consent_end (consent_id, state, ended_at, reason, ended_by)
            values (:id, 'REVOKED', :now, 'the standing authorisation was revoked', :by)
            on conflict do nothing
            """)
        .param("id", consent.id())
        .param("now", utc(clock.instant()))
        .param("by", by)
        .update();
  }

  /** All consents for a name, oldest first. */
  public List<Consent> of(DomainName domain) {
    return jdbc.sql(SELECT + "where c.domain = :domain order by c.number")
        .param("domain", domain.ascii())
        .query((row, n) -> consent(row))
        .list();
  }

  /**
   * The consents for a name from orders of a login or of some owners, oldest first.
   *
   * @param login who placed the orders
   * @param owners owners of the names, no matter who placed the orders; null to use only the login
   */
  public List<Consent> of(DomainName domain, String login, String @Nullable [] owners) {
    return jdbc.sql(
            SELECT
                + """
                where c.domain = :domain and case when :owners::text[] is null
                  then c.login = :login
                  else exists (select 1 from provisioning_order o where o.login = c.login
                    and o.reference = c.order_reference and o.owner = any(:owners::text[])) end
                order by c.number
                """)
        .param("domain", domain.ascii())
        .param("login", login)
        .param("owners", owners)
        .query((row, n) -> consent(row))
        .list();
  }

  private static Consent consent(ResultSet row) throws SQLException {
    return new Consent(
        row.getObject("id", UUID.class),
        row.getString("account"),
        new DomainName(row.getString("domain"), row.getString("domain_unicode")),
        row.getString("order_reference"),
        ConsentSide.valueOf(row.getString("side")),
        ConsentKind.valueOf(row.getString("kind")),
        row.getString("agent"),
        row.getString("basis"),
        row.getString("text_version"),
        row.getString("evidence"),
        Channel.valueOf(row.getString("channel")),
        row.getString("recorded_by"),
        instant(row, "given_at"),
        instant(row, "recorded_at"),
        row.getString("fingerprint"),
        ConsentState.valueOf(row.getString("state")));
  }
}
