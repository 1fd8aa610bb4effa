package io.domainflow.order.leaving;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.DomainName;
import io.domainflow.model.Resettable;
import io.domainflow.model.Section;
import io.domainflow.order.leaving.OutgoingTransfer.Answer;
import io.domainflow.order.leaving.OutgoingTransfer.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The outgoing transfer requests for names in our accounts, open and ended. */
@Repository
public class OutgoingTransfers implements Resettable {

  private static final Duration LIST_LAGS = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  OutgoingTransfers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A request as stated in the registrar's list.
   *
   * @param requestedAt null if not stated
   * @param executesAt when the registry transfers the name if nobody answers
   * @param executesStated whether the registrar states that time; otherwise it is computed
   * @param gainingRegistrar null if not stated
   */
  public record ListedRequest(
      DomainName domain,
      @Nullable Instant requestedAt,
      Instant executesAt,
      boolean executesStated,
      @Nullable String gainingRegistrar,
      boolean toOtherAccount) {}

  /** What was new about a request in the list. */
  public enum News {
    /** The request is new. */
    NEW,
    /** The request is new, and replaces one that was open. */
    ANOTHER,
    /** Its date has changed. */
    CHANGED,
    /** Nothing has changed. */
    NONE
  }

  /**
   * Records a request from the list. A request by a different registrar or of a different day is a
   * new one: the one that was open has ended, and the name is still here.
   */
  @Transactional
  public News seen(String account, ListedRequest seen) {
    Optional<OutgoingTransfer> open = lock(account, seen.domain());
    boolean another = open.filter(transfer -> isAnother(transfer, seen)).isPresent();
    if (another) {
      ended(account, seen.domain(), State.STAYED);
    }
    if (open.isEmpty() && isJustDenied(account, seen)) {
      return News.NONE;
    }
    if (another || open.isEmpty()) {
      return !insert(account, seen) ? News.NONE : another ? News.ANOTHER : News.NEW;
    }
    Instant before = open.get().executesAt();
    return update(open.get(), seen).equals(before) ? News.NONE : News.CHANGED;
  }

  // For a while, a list may still contain a request that our answer has ended; after that it counts
  // as open again.
  private boolean isJustDenied(String account, ListedRequest seen) {
    return latest(account, seen.domain())
        .filter(ended -> !isAnother(ended, seen))
        .map(OutgoingTransfer::answer)
        .filter(answer -> !answer.approve() && isLately(answer.sentAt()))
        .isPresent();
  }

  private boolean isLately(@Nullable Instant sent) {
    return sent != null && sent.plus(LIST_LAGS).isAfter(clock.instant());
  }

  private static boolean isAnother(OutgoingTransfer open, ListedRequest seen) {
    return !open.isRequestOf(seen.gainingRegistrar(), seen.requestedAt())
        // an answered request is decided and gets no later date
        || (open.answer() != null
            && open.answer().sentAt() != null
            && open.executesStated()
            && seen.executesStated()
            && !open.executesAt().equals(seen.executesAt()));
  }

  private boolean insert(String account, ListedRequest seen) {
    return jdbc.sql(
                """
                insert into outgoing_transfer (id, account, domain, found_at, requested_at,
                  gaining_registrar, to_other_account, executes_at, executes_stated, state)
                select :id, a.name, :domain, :now, :requested, :gaining, :other, :executes,
                  :stated, 'OPEN'
                from reseller_account a where a.name = :account
                on conflict (account, domain) where state = 'OPEN' do nothing
                """)
            .param("id", UUID.randomUUID())
            .param("account", account)
            .param("domain", seen.domain().ascii())
            .param("now", utc(clock.instant()))
            .param("requested", utc(seen.requestedAt()))
            .param("gaining", seen.gainingRegistrar())
            .param("other", seen.toOtherAccount())
            .param("executes", utc(seen.executesAt()))
            .param("stated", seen.executesStated())
            .update()
        > 0;
  }

  // A stated date replaces a computed one, not the other way round.
  private Instant update(OutgoingTransfer open, ListedRequest seen) {
    return jdbc.sql(
            """
            update outgoing_transfer
            set gaining_registrar = coalesce(:gaining, gaining_registrar),
                requested_at = coalesce(cast(:requested as timestamptz), requested_at),
                executes_at = case when :stated then :executes else executes_at end,
                executes_stated = :stated or executes_stated, unlisted_since = null
            where id = :id returning executes_at
            """)
        .param("id", open.id())
        .param("requested", utc(seen.requestedAt()))
        .param("gaining", seen.gainingRegistrar())
        .param("executes", utc(seen.executesAt()))
        .param("stated", seen.executesStated())
        .query((row, n) -> instant(row, "executes_at"))
        .single();
  }

  /** The open requests for the names of an account. */
  public List<OutgoingTransfer> open(String account) {
    return jdbc.sql(
            """
            select * from outgoing_transfer
            where account = :account and state = 'OPEN' order by executes_at, domain
            """)
        .param("account", account)
        .query((row, n) -> transfer(row))
        .list();
  }

  /** The open request for a name; empty if there is none. */
  public Optional<OutgoingTransfer> open(String account, DomainName domain) {
    return latest(account, domain).filter(transfer -> transfer.state() == State.OPEN);
  }

  /**
   * As {@link #open(String, DomainName)}; but locked, so that nobody else answers or ends it before
   * the transaction ends.
   */
  public Optional<OutgoingTransfer> lock(String account, DomainName domain) {
    return jdbc.sql(
            """
            select * from outgoing_transfer
            where account = :account and domain = :domain and state = 'OPEN' for update
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .query((row, n) -> transfer(row))
        .optional();
  }

  /** A request by its id, whether it has ended or not. */
  public Optional<OutgoingTransfer> find(UUID id) {
    return jdbc.sql("select * from outgoing_transfer where id = :id")
        .param("id", id)
        .query((row, n) -> transfer(row))
        .optional();
  }

  /** The latest request for a name, whether it has ended or not. */
  public Optional<OutgoingTransfer> latest(String account, DomainName domain) {
    return jdbc.sql(
            """
            select * from outgoing_transfer where account = :account and domain = :domain
            order by state = 'OPEN' desc, found_at desc limit 1
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .query((row, n) -> transfer(row))
        .optional();
  }

  /** Records the result of a check of the name. */
  public void looked(OutgoingTransfer transfer, Set<Section> differing, @Nullable Instant since) {
    jdbc.sql(
            """
            update outgoing_transfer
            set found_differing = array(select distinct unnest(found_differing || :differing::text[])),
                name_since = :since
            where id = :id
            """)
        .param("id", transfer.id())
        .param("differing", differing.stream().map(Section::name).toArray(String[]::new))
        .param("since", utc(since))
        .update();
  }

  /**
   * Records that the registrar no longer lists a request.
   *
   * @return since when it has not been listed
   */
  public Instant unlisted(OutgoingTransfer transfer) {
    return jdbc.sql(
            """
            update outgoing_transfer set unlisted_since = coalesce(unlisted_since, :now)
            where id = :id returning unlisted_since
            """)
        .param("id", transfer.id())
        .param("now", utc(clock.instant()))
        .query((row, n) -> instant(row, "unlisted_since"))
        .single();
  }

  /** Records that the holder has to be informed again, because the last mail is outdated. */
  public void holderToTell(OutgoingTransfer transfer) {
    jdbc.sql("update outgoing_transfer set holder_told_at = null where id = :id")
        .param("id", transfer.id())
        .update();
  }

  /** Records that the holder was informed by mail. */
  public void holderTold(OutgoingTransfer transfer) {
    jdbc.sql("update outgoing_transfer set holder_told_at = :now where id = :id")
        .param("id", transfer.id())
        .param("now", utc(clock.instant()))
        .update();
  }

  /**
   * An order that got the auth code of a name.
   *
   * @param at when it was placed
   */
  public record CodeOrder(String login, Instant at) {}

  /** The orders that got the auth code of the name since then, latest first. */
  public List<CodeOrder> codeOrders(OutgoingTransfer transfer, Instant since) {
    return jdbc.sql(
            """
            select login, created_at from provisioning_order
            where account = :account and domain = :domain and operation = 'AUTH_CODE'
              and status = 'COMPLETED' and created_at > :since
            order by created_at desc
            """)
        .param("account", transfer.account())
        .param("domain", transfer.domain().ascii())
        .param("since", utc(since))
        .query((row, n) -> new CodeOrder(row.getString("login"), instant(row, "created_at")))
        .list();
  }

  /**
   * Whether an order for the auth code has opened the transfer lock of the name, until it is set
   * again.
   */
  public boolean isUnlockedForCode(OutgoingTransfer transfer) {
    return jdbc.sql(
            """
            select exists (select 1 from order_code_course c
              join provisioning_order o on o.id = c.order_id
              where o.account = :account and o.domain = :domain and c.unlocked)
            """)
        .param("account", transfer.account())
        .param("domain", transfer.domain().ascii())
        .query(Boolean.class)
        .single();
  }

  /** The accounts that are known to have names, whether they were read or not, or open requests. */
  public Set<String> accountsWithNames() {
    return Set.copyOf(
        jdbc.sql(
                """
                select name from reseller_account a
                where exists (select 1 from stored_domain d where d.account = a.name
                    and d.gone_at is null and d.status not in ('TRANSFERRED_AWAY', 'DELETED'))
                  or exists (select 1 from domain_owner o where o.account = a.name
                    and not exists (select 1 from stored_domain d
                      where d.account = o.account and d.domain = o.domain))
                  or exists (select 1 from outgoing_transfer t where t.account = a.name
                    and t.state = 'OPEN')
                """)
            .query(String.class)
            .list());
  }

  /**
   * Records that a request has ended; has no effect if it already had.
   *
   * @param state gone or stayed
   */
  public void ended(String account, DomainName domain, State state) {
    jdbc.sql(
            """
            update outgoing_transfer set state = :state, ended_at = :now
            where account = :account and domain = :domain and state = 'OPEN'
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .param("state", state.name())
        .param("now", utc(clock.instant()))
        .update();
  }

  /** A reset of the sandbox deletes the names. */
  @Override
  public void startOver() {
    jdbc.sql("delete from outgoing_transfer").update();
  }

  static OutgoingTransfer transfer(ResultSet row) throws SQLException {
    return new OutgoingTransfer(
        row.getObject("id", UUID.class),
        row.getString("account"),
        DomainName.ofManaged(row.getString("domain")),
        instant(row, "found_at"),
        instantOrNull(row, "requested_at"),
        row.getString("gaining_registrar"),
        row.getBoolean("to_other_account"),
        instant(row, "executes_at"),
        row.getBoolean("executes_stated"),
        State.valueOf(row.getString("state")),
        instantOrNull(row, "ended_at"),
        answer(row),
        instantOrNull(row, "holder_told_at"),
        sections(row),
        instantOrNull(row, "name_since"),
        instantOrNull(row, "unlisted_since"),
        row.getString("problem"));
  }

  private static Set<Section> sections(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("found_differing").getArray())
        .map(Section::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable Answer answer(ResultSet row) throws SQLException {
    String answer = row.getString("answer");
    String reason = row.getString("reason");
    return answer == null
        ? null
        : new Answer(
            answer.equals("APPROVE"),
            reason == null ? null : DenialReason.valueOf(reason),
            row.getString("answered_by"),
            instant(row, "answered_at"),
            instantOrNull(row, "sent_at"));
  }
}
