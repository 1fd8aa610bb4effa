package io.domainflow.process.paperwork;

import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.RegistrantContext;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.StepVariables;
import io.domainflow.process.Variable;
import io.domainflow.process.text.PlainTime;
import io.domainflow.tld.Paperwork;
import io.domainflow.tld.TldCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tracks what a registrant still has to do for a registered name, as variables for a model. */
@Component
public class RegistrantDuty {

  private static final OwnVariables OWN = new OwnVariables();

  /** Whether the registrant still has to do something. */
  public static final Variable<Boolean> DUTY_LEFT = OWN.flag("dutyLeft");

  /** Until when. */
  public static final Variable<Instant> DUTY_DUE_AT = OWN.time("dutyDueAt");

  /** When to check whether it was done, if no event says so before. */
  public static final Variable<Instant> DUTY_LOOK_AT = OWN.time("dutyLookAt");

  /** Whether reading the name shows at any time if it was done. */
  public static final Variable<Boolean> DUTY_SHOWN = OWN.flag("dutyShown");

  /** The variables that these facts are. */
  public static final Set<String> VARIABLES = OWN.names();

  // A registry needs a while to act, and its systems show the result later still.
  private static final Duration MARGIN = Duration.ofDays(1);

  // Begins the remark that is given when the name is registered. The date in it stays true, even if
  // the rules change later.
  private static final String LEFT = "The registrant still has to ";

  private static final Pattern LEFT_UNTIL =
      Pattern.compile(Pattern.quote(LEFT) + "(.+, until .+ UTC\\. )");

  private final TldCatalogue tlds;

  RegistrantDuty(TldCatalogue tlds) {
    this.tlds = tlds;
  }

  /** What the registrant has to do for the name of an order; empty if nothing. */
  public Optional<Paperwork> of(ProvisioningOrder order) {
    return tlds.policyFor(order.content().domain())
        .map(policy -> policy.paperwork().get(RegistrantContext.of(order.content()).operation()))
        .filter(paperwork -> !paperwork.kind().beforeTheDecision())
        .filter(paperwork -> !isNeedless(paperwork, order));
  }

  private static boolean isNeedless(Paperwork paperwork, ProvisioningOrder order) {
    return paperwork
        .unless()
        .map(order.content().additionalFields().values()::containsKey)
        .orElse(false);
  }

  /**
   * Starts the period that the registrant has.
   *
   * @param since when it begins: the registry counts from the registration, whenever we saw it
   */
  public Map<String, Object> begins(ProvisioningOrder order, Instant since) {
    return of(order)
        .map(
            duty ->
                new StepVariables()
                    .and(DUTY_LEFT, true)
                    .and(DUTY_DUE_AT, dueAt(duty, since))
                    .and(DUTY_LOOK_AT, dueAt(duty, since).plus(MARGIN))
                    .and(DUTY_SHOWN, duty.kind() == Paperwork.Kind.PROFILE)
                    .map())
        .orElse(StepVariables.of(DUTY_LEFT, false));
  }

  /**
   * The remark about the duty that the caller reads when the name is registered; null without a
   * duty.
   *
   * @param since as of {@link #begins}
   */
  public @Nullable String remark(ProvisioningOrder order, Instant since) {
    return of(order)
        .map(
            duty ->
                LEFT
                    + duty.what()
                    + ", until "
                    + PlainTime.of(dueAt(duty, since))
                    + ". "
                    + consequence(duty))
        .orElse(null);
  }

  /**
   * The remark that replaces the first one once the duty has ended.
   *
   * @param how how it ended, as a sentence
   * @return empty if the order does not say that anything is still to be done
   */
  public static Optional<String> remarkOfEnded(ProvisioningOrder order, String how) {
    return Optional.ofNullable(order.outcome())
        .map(Outcome::remark)
        .map(LEFT_UNTIL::matcher)
        .filter(Matcher::lookingAt)
        .map(left -> "The registrant had to " + left.group(1) + how);
  }

  /** What happens if it is not done. */
  public static String consequence(Paperwork duty) {
    return duty.kind() == Paperwork.Kind.AGREEMENT
        ? "Otherwise the registry deletes the name again without a refund."
        : "Until then the registry keeps the name on hold, and it does not resolve.";
  }

  private static Instant dueAt(Paperwork duty, Instant since) {
    return since.plus(Duration.ofDays(duty.days()));
  }
}
