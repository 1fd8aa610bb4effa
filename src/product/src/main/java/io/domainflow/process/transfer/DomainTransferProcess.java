package io.domainflow.process.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.ProcessContract;
import io.domainflow.process.StepVariables;
import io.domainflow.process.Variable;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import io.domainflow.process.paperwork.PaperWait;
import io.domainflow.process.start.StartForm;
import java.time.Instant;
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

  private static final OwnVariables OWN = new OwnVariables();

  static final String ERROR_TRANSFER_NOT_REQUESTED = "Err_TransferNotRequested";

  /** What to do: TRANSFER, REPAIR, SETUP or NO_TRANSFER. */
  static final Variable<String> NEXT_STEP = OWN.text("nextStep");

  /** What prevents the transfer, as a code of {@code waitingFor}. */
  static final Variable<String> OBSTACLE = OWN.text("obstacle");

  /** What prevents the transfer, for people. */
  static final Variable<String> OBSTACLE_TEXT = OWN.text("obstacleText");

  /** When the obstacle ends automatically; null if unknown. */
  static final Variable<Instant> OBSTACLE_UNTIL = OWN.time("obstacleUntil");

  /** Whether no obstacle is left. */
  static final Variable<Boolean> REPAIRED = OWN.flag("repaired");

  /** When to check that, as the timer of the model needs it. */
  static final Variable<String> REPAIR_TIMETABLE = OWN.text("repairTimetable");

  /** Whether the registrar has refused the request itself: then no check can find what is wrong. */
  static final Variable<Boolean> REQUEST_REFUSED = OWN.flag("requestRefused");

  /** How long an operator has chosen to wait. */
  static final Variable<Instant> WAIT_UNTIL = OWN.time("waitUntil");

  /** Whether somebody has to agree to the price first. */
  static final Variable<Boolean> PRICE_TO_APPROVE = OWN.flag("priceToApprove");

  /** Whether the transfer is under way at the registrar. */
  static final Variable<Boolean> UNDER_WAY = OWN.flag("underWay");

  /** When to check the transfer again. */
  static final Variable<Instant> NEXT_LOOK_AT = OWN.time("nextLookAt");

  /** When to check whether the transfer is overdue. */
  static final Variable<Instant> REMIND_AT = OWN.time("remindAt");

  /** Whether the transfer takes longer than it should. */
  static final Variable<Boolean> OVERDUE = OWN.flag("overdue");

  /** Whether the registrar has refused the withdrawal that an operator requested. */
  static final Variable<Boolean> WITHDRAWAL_REFUSED = OWN.flag("withdrawalRefused");

  /** How the transfer ended: ARRIVED, FAILED or WITHDRAWN. */
  static final Variable<String> TRANSFER_END = OWN.text("transferEnd");

  private static final Set<String> VARIABLES =
      Stream.of(OWN.names(), AdditionalFieldsQuestion.VARIABLES, PaperWait.VARIABLES)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private final RepairWait repair;

  DomainTransferProcess(RepairWait repair) {
    this.repair = repair;
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
    return StepVariables.of(REPAIR_TIMETABLE, repair.timetable());
  }
}
