package io.domainflow.process.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.Operation;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.ProcessContract;
import io.domainflow.process.StartForm;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import io.domainflow.process.paperwork.PaperWait;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Names of DomainTransferProcess.bpmn that Java and the model share. */
@Component
@EnableConfigurationProperties(TransferProperties.class)
public class DomainTransferProcess implements ProcessContract {

  static final String KEY = "DomainTransferProcess";

  static final String ERROR_TRANSFER_NOT_REQUESTED = "Err_TransferNotRequested";

  /** What can be done: TRANSFER, REPAIR, SETUP or NO_TRANSFER (String). */
  static final String NEXT_STEP = "nextStep";

  /** What is in the way, as a code of {@code waitingFor} (String). */
  static final String OBSTACLE = "obstacle";

  /** What is in the way, for people (String). */
  static final String OBSTACLE_TEXT = "obstacleText";

  /** When what is in the way ends by itself; null if nobody says (Date). */
  static final String OBSTACLE_UNTIL = "obstacleUntil";

  /** Whether nothing is in the way any more (Boolean). */
  static final String REPAIRED = "repaired";

  /** When to look for that, as the timer of the model wants it (String). */
  static final String REPAIR_TIMETABLE = "repairTimetable";

  /** Until when an operator lets the transfer rest (Date). */
  static final String WAIT_UNTIL = "waitUntil";

  /** Whether somebody has to agree to the price first (Boolean). */
  static final String PRICE_TO_APPROVE = "priceToApprove";

  /** Whether the transfer runs at the registrar (Boolean). */
  static final String UNDER_WAY = "underWay";

  /** When to look again how it stands (Date). */
  static final String NEXT_LOOK_AT = "nextLookAt";

  /** When to see whether it is overdue (Date). */
  static final String REMIND_AT = "remindAt";

  /** Whether it takes longer than it should (Boolean). */
  static final String OVERDUE = "overdue";

  /** How it ended: ARRIVED, FAILED or WITHDRAWN (String). */
  static final String TRANSFER_END = "transferEnd";

  private static final Set<String> OWN =
      Set.of(
          NEXT_STEP,
          OBSTACLE,
          OBSTACLE_TEXT,
          OBSTACLE_UNTIL,
          REPAIRED,
          REPAIR_TIMETABLE,
          WAIT_UNTIL,
          PRICE_TO_APPROVE,
          UNDER_WAY,
          NEXT_LOOK_AT,
          REMIND_AT,
          OVERDUE,
          TRANSFER_END);

  private static final Set<String> VARIABLES =
      Stream.of(OWN, AdditionalFieldsQuestion.VARIABLES, PaperWait.VARIABLES)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private final TransferProperties properties;

  DomainTransferProcess(TransferProperties properties) {
    this.properties = properties;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<Operation> operations() {
    return List.of(Operation.TRANSFER);
  }

  @Override
  public void readStartForm(ObjectNode content) {
    StartForm.registrant(content, "registrant");
    StartForm.handles(content, "admin", "tech");
    StartForm.nameservers(content);
    StartForm.acceptPrice(content);
    StartForm.leaveOutEmpty(content, List.of("authCode", "period", "renewalMode", "transferLock"));
    StartForm.flag(content, "transferLock");
  }

  @Override
  public Set<String> variables() {
    return VARIABLES;
  }

  @Override
  public Map<String, Object> initialVariables(ProvisioningOrder order) {
    return Map.of(REPAIR_TIMETABLE, "R/" + properties.repairLookEvery());
  }
}
