package io.domainflow.process.transfer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.content.TransferOrder;
import io.domainflow.order.intake.OrderInput;
import io.domainflow.order.intake.OrderRejected;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.CallerInstructions;
import io.domainflow.process.text.EnteredTime;
import io.domainflow.process.text.PlainText;
import io.domainflow.process.text.ProblemText;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Correct transfer: an obstacle that can be removed prevents it. */
@Component
class CorrectTransfer implements UserTask {

  private static final List<String> MEMBERS = List.of("authCode", "period");
  private static final String UNTIL = "until";

  /** For these obstacles, a new attempt needs the auth code. */
  private static final Set<Code> OF_AUTH_CODE =
      Set.of(Code.AUTH_CODE_MISSING, Code.AUTH_CODE_WRONG);

  /** The field that is required in that case. */
  private static final String NEEDED_AUTH_CODE = "neededAuthCode";

  private static final Duration LONGEST_WAIT = Duration.ofDays(366);

  private final Orders orders;
  private final OrderInput input;
  private final ObjectMapper json;
  private final Clock clock;

  // lazy, because the class that takes input needs the engine, which is still being built
  CorrectTransfer(Orders orders, @Lazy OrderInput input, ObjectMapper json, Clock clock) {
    this.orders = orders;
    this.input = input;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "Task_CorrectTransfer";
  }

  @Override
  public Waits waits(OpenTask task) {
    Code code = Code.valueOf(Objects.requireNonNull(task.get(DomainTransferProcess.OBSTACLE)));
    return new Waits(
        Who.OPERATOR,
        code,
        what(
            task.order().content().domain().unicode(),
            task.get(DomainTransferProcess.OBSTACLE_TEXT)),
        TransferBlocker.until(code, task.get(DomainTransferProcess.OBSTACLE_UNTIL), task.due()));
  }

  /** What prevents the transfer, and what to do. */
  static String what(String domain, @Nullable String obstacle) {
    return domain
        + " cannot be transferred yet: "
        + obstacle
        + ". Nothing was bought. Give new values as input"
        + CallerInstructions.orAnOperator("decides");
  }

  /** Shows whether there is an auth code, never the code itself. */
  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    TransferOrder ordered = order.content().as(TransferOrder.class);
    return Map.of(
        "problem",
        order.waitingFor() == null
            ? ""
            : PlainText.of(CallerInstructions.forStaff(order.waitingFor().what())),
        "authCodeGiven",
        ordered.authCode() == null ? "none yet" : "yes",
        "authCodeNeeded",
        order.waitingFor() != null && OF_AUTH_CODE.contains(order.waitingFor().code()),
        "orderedPeriod",
        ordered.period() == null ? "by the rules of the zone" : ordered.period().words());
  }

  @Override
  public void decided(Decision decision) {
    if (decision.is("WAIT")) {
      decision.set(DomainTransferProcess.WAIT_UNTIL, until(decision.value(UNTIL)));
    }
    if (decision.is("RETRY")) {
      revise(decision);
    }
    orders.refused(decision.order().id(), null);
  }

  /** Checks new values like those of a new order; an auth code leaves the process here. */
  private void revise(Decision decision) {
    ObjectNode corrections = json.createObjectNode();
    for (String member : MEMBERS) {
      String text = decision.text(member);
      if (!text.isEmpty()) {
        corrections.put(member, text);
      }
    }
    // Input from the caller is already in the order.
    if (CurrentLogin.inTheEngine().isPresent()
        && !corrections.has("authCode")
        && OF_AUTH_CODE.contains(
            Code.valueOf(Objects.requireNonNull(decision.get(DomainTransferProcess.OBSTACLE))))) {
      corrections.put("authCode", decision.required(NEEDED_AUTH_CODE, "«New auth code»"));
    }
    if (corrections.isEmpty()) {
      return;
    }
    try {
      input.revise(decision.order(), corrections, decision.login());
    } catch (OrderRejected e) {
      throw Decision.refused(ProblemText.of(e.problems(), Optional.empty()) + e.andMore());
    }
  }

  private Instant until(@Nullable Object given) {
    Instant until;
    try {
      until = EnteredTime.of(given);
    } catch (DateTimeException e) {
      throw Decision.refused(
          "«Wait until» must be a date such as 2026-12-24, or a time such as 2026-12-24T10:00:00Z");
    }
    Instant now = clock.instant();
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_WAIT))) {
      throw Decision.refused("«Wait until» must be in the future, and within a year");
    }
    return until;
  }
}
