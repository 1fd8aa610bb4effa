package io.domainflow.process.authcode;

import io.domainflow.client.ApiClient;
import io.domainflow.client.ApiClients;
import io.domainflow.client.ClientTokens;
import io.domainflow.client.Token;
import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.domain.RecentChanges;
import io.domainflow.order.domain.RecentChanges.Changes;
import io.domainflow.order.domain.StoredSection;
import io.domainflow.order.domain.StoredSections;
import io.domainflow.order.wanted.AuthCodeOrder;
import io.domainflow.process.Facts;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.text.PlainTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What of an order for an auth code may be theft, as the inputs of LeavingPolicy.dmn: a thief who
 * has taken over a login changes the registrant's mail address, opens the lock and asks for the
 * code.
 */
@Component
class AuthCodeRisk {

  static final String DECISION = "AuthCodePolicy";

  /** So many hours count as never. */
  static final int NEVER = 1_000_000;

  private final RecentChanges changes;
  private final StoredSections sections;
  private final ApiClients clients;
  private final ClientTokens tokens;
  private final Clock clock;

  AuthCodeRisk(
      RecentChanges changes,
      StoredSections sections,
      ApiClients clients,
      ClientTokens tokens,
      Clock clock) {
    this.changes = changes;
    this.sections = sections;
    this.clients = clients;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * When what was changed last.
   *
   * @param loginMadeAt when the login, or the youngest of its tokens, was made; null if that is not
   *     known, as of people
   */
  record Signs(Changes changes, @Nullable Instant loginMadeAt) {}

  /**
   * Gathers them.
   *
   * @param present how the name is now: what was changed at the registrar counts, even if no daily
   *     check has found it yet
   */
  Signs of(ProvisioningOrder order, NameSettings present) {
    Changes known = known(order);
    Map<Section, StoredSection> stored =
        sections.find(order.request().account(), order.request().domain());
    NameSettings servers = wanted(stored, Section.NAMESERVERS);
    NameSettings registrant = wanted(stored, Section.REGISTRANT_DETAILS);
    NameSettings lock = wanted(stored, Section.TRANSFER_LOCK);
    boolean otherServers =
        servers.nameservers() != null
            && present.nameservers() != null
            && !new HashSet<>(servers.nameservers()).equals(new HashSet<>(present.nameservers()));
    boolean otherRegistrant =
        registrant.contacts().containsKey(ContactRole.REGISTRANT)
            && present.contacts().containsKey(ContactRole.REGISTRANT)
            && !registrant
                .contacts()
                .get(ContactRole.REGISTRANT)
                .equals(present.contacts().get(ContactRole.REGISTRANT));
    boolean opened =
        Boolean.TRUE.equals(lock.transferLock()) && Boolean.FALSE.equals(present.transferLock());
    return new Signs(
        new Changes(
            orNow(otherRegistrant, known.registrantAt()),
            orNow(otherServers, known.nameserversAt()),
            orNow(opened, known.lockOpenedAt())),
        loginMadeAt(order.login()));
  }

  /** Those of them that are stored, for a form. */
  Signs stored(ProvisioningOrder order) {
    return new Signs(known(order), loginMadeAt(order.login()));
  }

  private Changes known(ProvisioningOrder order) {
    return changes.of(order.request().account(), order.request().domain());
  }

  private static NameSettings wanted(Map<Section, StoredSection> stored, Section section) {
    StoredSection known = stored.get(section);
    return known == null || known.wanted() == null ? NameSettings.NOTHING : known.wanted();
  }

  private @Nullable Instant orNow(boolean differs, @Nullable Instant known) {
    return known == null && differs ? clock.instant() : known;
  }

  private @Nullable Instant loginMadeAt(String login) {
    if (!ApiClient.isLogin(login)) {
      return null;
    }
    String client = ApiClient.nameOf(login);
    return Stream.concat(
            clients.find(client).map(ApiClient::createdAt).stream(),
            tokens.of(client).stream().map(Token::createdAt))
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }

  /** For the model. */
  Facts facts(ProvisioningOrder order, Signs signs) {
    return new Facts()
        .and(AuthCodeProcess.DELIVER, order.request().as(AuthCodeOrder.class).deliver().name())
        .and(AuthCodeProcess.REGISTRANT_CHANGED_HOURS, hours(signs.changes().registrantAt()))
        .and(AuthCodeProcess.NAMESERVERS_CHANGED_HOURS, hours(signs.changes().nameserversAt()))
        .and(AuthCodeProcess.LOCK_OPENED_HOURS, hours(signs.changes().lockOpenedAt()))
        .and(AuthCodeProcess.LOGIN_AGE_HOURS, hours(signs.loginMadeAt()));
  }

  /** For the table, outside of the process. */
  Map<String, Object> inputs(ProvisioningOrder order, Signs signs) {
    Map<String, Object> inputs = new HashMap<>(facts(order, signs).map());
    inputs.put(OrderVariables.ACCOUNT, order.request().account());
    return inputs;
  }

  private int hours(@Nullable Instant since) {
    return since == null
        ? NEVER
        : (int) Math.min(NEVER, Math.max(0, Duration.between(since, clock.instant()).toHours()));
  }

  /** A time of the signs, in words. */
  static String words(@Nullable Instant at) {
    return at == null ? "never, as far as is known" : PlainTime.of(at);
  }
}
