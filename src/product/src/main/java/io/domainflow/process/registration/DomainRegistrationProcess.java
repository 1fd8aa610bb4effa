package io.domainflow.process.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.ProcessContract;
import io.domainflow.process.Variable;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import io.domainflow.process.paperwork.PaperWait;
import io.domainflow.process.paperwork.RegistrantDuty;
import io.domainflow.process.start.StartForm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Names of DomainRegistrationProcess.bpmn that Java and the model share. */
@Component
@EnableConfigurationProperties(RegistrationProperties.class)
public class DomainRegistrationProcess implements ProcessContract {

  static final String KEY = "DomainRegistrationProcess";

  private static final OwnVariables OWN = new OwnVariables();

  static final String TASK_DECIDE_ON_CLAIMS_NOTICE = "Task_DecideOnClaimsNotice";

  static final String ERROR_NAME_TAKEN = "Err_NameTaken";
  static final String ERROR_REGISTRATION_REFUSED = "Err_RegistrationRefused";
  static final String ERROR_TERMS_CHANGED = "Err_TermsChanged";
  static final String ERROR_REGISTRATION_REJECTED = "Err_RegistrationRejected";

  /** What the availability check found: AVAILABLE, TAKEN or NOT_FOR_SALE. */
  static final Variable<String> AVAILABILITY = OWN.text("availability");

  /** Whether somebody has to agree to the price first. */
  static final Variable<Boolean> PRICE_TO_DECIDE = OWN.flag("priceToDecide");

  /** Whether somebody has to accept a trademark notice first. */
  static final Variable<Boolean> NOTICE_TO_ACCEPT = OWN.flag("noticeToAccept");

  /** Id of the form to correct what the registrar refused. */
  static final Variable<String> CORRECTION_FORM = OWN.text("correctionForm");

  /** Whether the renewal mode could not be set with the registration. */
  static final Variable<Boolean> RENEWAL_MODE_TO_SET = OWN.flag("renewalModeToSet");

  /** Whether the registry has yet to decide. */
  static final Variable<Boolean> REGISTRATION_PENDING = OWN.flag("registrationPending");

  /** When to check again whether the registry has decided. */
  static final Variable<Instant> NEXT_LOOK_AT = OWN.time("nextLookAt");

  /** When a pending registration becomes a task for an operator. */
  static final Variable<Instant> REGISTRATION_DEADLINE = OWN.time("registrationDeadline");

  /** Whether the registered name is as ordered. */
  static final Variable<Boolean> REGISTERED_AS_ORDERED = OWN.flag("registeredAsOrdered");

  /** What differs from the order, for people. */
  static final Variable<String> DIFFERENCE_TEXT = OWN.text("differenceText");

  /** The registrar's last answer in plain words. */
  static final Variable<String> REGISTRAR_ANSWER = OWN.text("registrarAnswer");

  private static final Set<String> VARIABLES =
      Stream.of(
              OWN.names(),
              AdditionalFieldsQuestion.VARIABLES,
              PaperWait.VARIABLES,
              RegistrantDuty.VARIABLES)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<Operation> operations() {
    return List.of(Operation.REGISTER);
  }

  @Override
  public void readStartForm(ObjectNode content) {
    StartForm.registrant(content, "registrant");
    StartForm.handles(content, "admin", "tech");
    StartForm.nameservers(content);
    StartForm.acceptPrice(content);
    StartForm.leaveOutEmpty(content, List.of("renewalMode", "transferLock", "idnLanguage"));
    StartForm.flag(content, "transferLock");
  }

  @Override
  public Set<String> variables() {
    return VARIABLES;
  }

  @Override
  public Map<String, Object> initialVariables(ProvisioningOrder order) {
    return Map.of();
  }
}
