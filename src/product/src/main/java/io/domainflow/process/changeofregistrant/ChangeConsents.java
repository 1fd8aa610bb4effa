package io.domainflow.process.changeofregistrant;

import io.domainflow.account.Accounts;
import io.domainflow.account.ResellerAccount;
import io.domainflow.consent.Channel;
import io.domainflow.consent.Consent;
import io.domainflow.consent.ConsentDraft;
import io.domainflow.consent.ConsentKind;
import io.domainflow.consent.ConsentSide;
import io.domainflow.consent.Consents;
import io.domainflow.consent.Fingerprint;
import io.domainflow.consent.GivenConsent;
import io.domainflow.consent.StandingAuthorization;
import io.domainflow.consent.StandingAuthorizations;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.RegistrantChangeOrder;
import io.domainflow.order.progress.RegistrantChange;
import io.domainflow.order.progress.RegistrantChange.Terms;
import io.domainflow.order.progress.RegistrantChanges;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds and records the consents to a change. A consent that follows from an order or a standing
 * authorisation is recorded separately before it is used, so that the records are complete.
 */
@Component
class ChangeConsents {

  private final Orders orders;
  private final Consents consents;
  private final StandingAuthorizations authorizations;
  private final RegistrantChanges changes;
  private final Accounts accounts;
  private final ChangeRoute route;
  private final Clock clock;

  ChangeConsents(
      Orders orders,
      Consents consents,
      StandingAuthorizations authorizations,
      RegistrantChanges changes,
      Accounts accounts,
      ChangeRoute route,
      Clock clock) {
    this.orders = orders;
    this.consents = consents;
    this.authorizations = authorizations;
    this.changes = changes;
    this.accounts = accounts;
    this.route = route;
    this.clock = clock;
  }

  /** Whether the designated agent is to confirm for this side. */
  static boolean isNeeded(Terms terms, ConsentSide side) {
    return side == ConsentSide.NEW ? terms.agentForNew() : terms.agentForPrior();
  }

  /** Whether it is attested that the account's registrants have made the reseller their agent. */
  boolean isAgent(ProvisioningOrder order) {
    return account(order).map(ResellerAccount::designatedAgent).isPresent();
  }

  /**
   * Whether a consent covers the data to be sent now. A consent that follows from a standing
   * authorisation does not outlive it: the agent must be authorised when it confirms.
   */
  boolean isGiven(ProvisioningOrder order, ConsentSide side) {
    return valid(order, side, ConsentKind.CONSENT)
        .filter(consent -> consent.channel() != Channel.STANDING || isInForce(order, consent))
        .isPresent();
  }

  private boolean isInForce(ProvisioningOrder order, Consent consent) {
    Instant now = clock.instant();
    return authorizations.of(order.content().account()).stream()
        .filter(standing -> standing.id().toString().equals(consent.evidence()))
        .anyMatch(standing -> standing.validUntil() == null || standing.validUntil().isAfter(now));
  }

  /**
   * Whether there is a consent for each confirmation sent to the registrar, and for each that the
   * policy requires. Called right before sending, because consents can be revoked.
   */
  boolean areAllGiven(ProvisioningOrder order) {
    RegistrantChange change = changes.get(order.id());
    Terms terms = change.terms();
    if (terms == null) {
      return false;
    }
    return terms.consentsNeeded()
        ? areGiven(order, terms)
        : !route.needsConsents(order.content(), change.beforeOrThrow());
  }

  private boolean areGiven(ProvisioningOrder order, Terms terms) {
    return isAgent(order)
        && (!terms.agentForNew() || isGiven(order, ConsentSide.NEW))
        && (!terms.agentForPrior() || isGiven(order, ConsentSide.PRIOR))
        && (!terms.optOut() || isOptedOut(order));
  }

  /** Ends consents to data that differ from the order's present data. */
  void voidOutdated(ProvisioningOrder order) {
    OrderContent content = order.content();
    consents.voidOthers(
        content.account(),
        content.domain(),
        content.reference().text(),
        fingerprint(order),
        "the data of the new registrant was changed");
  }

  /**
   * Ends the consents of the prior registrant, because the name has another one by now; those that
   * came with the order do not count for that one either.
   */
  void voidPrior(ProvisioningOrder order) {
    OrderContent content = order.content();
    consents.voidAll(
        content.account(),
        content.domain(),
        content.reference().text(),
        ConsentSide.PRIOR,
        "the name has another prior registrant");
    RegistrantChangeOrder wanted = content.as(RegistrantChangeOrder.class);
    orders.revise(
        order.id(), content.with(wanted.with(wanted.options().without(ConsentSide.PRIOR))));
  }

  /** Records the consent that came with the order or follows from a standing authorisation. */
  void rely(ProvisioningOrder order, ConsentSide side) {
    atHand(order, side).ifPresent(consents::record);
  }

  /** Whether an approver has to be asked for this side; nothing is recorded. */
  boolean isToAsk(ProvisioningOrder order, Terms terms, ConsentSide side) {
    return isNeeded(terms, side)
        && !(isAgent(order) && (isGiven(order, side) || atHand(order, side).isPresent()));
  }

  private Optional<ConsentDraft> atHand(ProvisioningOrder order, ConsentSide side) {
    return order.content().as(RegistrantChangeOrder.class).options().consents().stream()
        .filter(consent -> consent.side() == side)
        .findFirst()
        .map(given -> ofOrder(order, given, side, ConsentKind.CONSENT))
        .or(
            () ->
                authorizations
                    .valid(order.content().account(), side, clock.instant())
                    .map(
                        standing ->
                            standing.consent(
                                order.content().domain(),
                                order.content().reference().text(),
                                agent(order),
                                fingerprint(order))));
  }

  /** Whether the prior registrant has opted out of the lock, before the order was placed. */
  boolean hasOptedOut(ProvisioningOrder order) {
    return isOptedOut(order)
        || optOutOfOrder(order).isPresent()
        || standingOptOut(order).isPresent();
  }

  /** Records the opting out, unless it is already recorded. */
  void recordOptOut(ProvisioningOrder order) {
    if (isOptedOut(order)) {
      return;
    }
    optOutOfOrder(order)
        .map(given -> ofOrder(order, given, ConsentSide.PRIOR, ConsentKind.OPT_OUT))
        .or(
            () ->
                standingOptOut(order)
                    .map(
                        standing ->
                            standing.optOut(
                                order.content().domain(),
                                order.content().reference().text(),
                                agent(order),
                                fingerprint(order))))
        .ifPresent(consents::record);
  }

  /**
   * Records a consent for which somebody has proof.
   *
   * @param by the person who states it
   */
  void record(
      ProvisioningOrder order,
      ConsentSide side,
      ConsentKind kind,
      String basis,
      String evidence,
      Instant givenAt,
      String by) {
    consents.record(
        consent(
            order,
            side,
            kind,
            basis,
            account(order).map(ResellerAccount::designatedAgent).orElseThrow().termsVersion(),
            evidence,
            Channel.TASK,
            by,
            givenAt));
  }

  private Optional<GivenConsent> optOutOfOrder(ProvisioningOrder order) {
    return order.content().as(RegistrantChangeOrder.class).options().consents().stream()
        .filter(GivenConsent::optOutOfLock)
        .filter(given -> given.side() == ConsentSide.PRIOR)
        .filter(given -> given.givenAt().isBefore(order.createdAt()))
        .findFirst();
  }

  private Optional<StandingAuthorization> standingOptOut(ProvisioningOrder order) {
    return authorizations.optOut(order.content().account(), order.createdAt());
  }

  private boolean isOptedOut(ProvisioningOrder order) {
    return valid(order, ConsentSide.PRIOR, ConsentKind.OPT_OUT).isPresent();
  }

  private Optional<Consent> valid(ProvisioningOrder order, ConsentSide side, ConsentKind kind) {
    OrderContent content = order.content();
    return consents.valid(
        content.account(),
        content.domain(),
        content.reference().text(),
        side,
        kind,
        fingerprint(order));
  }

  private ConsentDraft ofOrder(
      ProvisioningOrder order, GivenConsent given, ConsentSide side, ConsentKind kind) {
    return consent(
        order,
        side,
        kind,
        given.basis(),
        given.textVersion(),
        given.evidence(),
        Channel.ORDER,
        given.by(),
        given.givenAt());
  }

  private ConsentDraft consent(
      ProvisioningOrder order,
      ConsentSide side,
      ConsentKind kind,
      String basis,
      String textVersion,
      String evidence,
      Channel channel,
      String by,
      Instant givenAt) {
    return new ConsentDraft(
        order.content().account(),
        order.content().domain(),
        order.content().reference().text(),
        side,
        kind,
        agent(order),
        basis,
        textVersion,
        evidence,
        channel,
        by,
        givenAt,
        fingerprint(order));
  }

  private String agent(ProvisioningOrder order) {
    return account(order).map(ResellerAccount::login).orElse(order.content().account());
  }

  private Optional<ResellerAccount> account(ProvisioningOrder order) {
    return accounts.findForOrder(order.content().account());
  }

  private static String fingerprint(ProvisioningOrder order) {
    return Fingerprint.of(order.content().registrantOrThrow());
  }
}
