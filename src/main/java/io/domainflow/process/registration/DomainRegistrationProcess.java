package io.domainflow.process.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.Operation;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.ProcessContract;
import io.domainflow.process.StartForm;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import io.domainflow.process.paperwork.PaperWait;
import io.domainflow.process.paperwork.RegistrantDuty;
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

  static final String TASK_DECIDE_ON_CLAIMS_NOTICE = "Task_DecideOnClaimsNotice";

  static final String ERROR_NAME_TAKEN = "Err_NameTaken";
  static final String ERROR_REGISTRATION_REFUSED = "Err_RegistrationRefused";
  static final String ERROR_TERMS_CHANGED = "Err_TermsChanged";
  static final String ERROR_REGISTRATION_REJECTED = "Err_RegistrationRejected";

  /** What the availability check found: AVAILABLE, TAKEN or NOT_FOR_SALE (String). */
  static final String AVAILABILITY = "availability";

  /**
   * Whether the name has a price of its own (Boolean). Read by models before version 2.3.0 only.
   */
  static final String PREMIUM = "premium";

  /**
   * Whether names below the TLD are applied for, at the price of a registration (Boolean). Read by
   * models before version 2.3.0 only.
   */
  static final String BY_APPLICATION = "byApplication";

  /**
   * Whether the purchase is an application, for whichever reason (Boolean). Read by models before
   * version 2.3.0 only.
   */
  static final String BOUGHT_BY_APPLICATION = "boughtByApplication";

  /** Whether somebody has to agree to the price first (Boolean). */
  static final String PRICE_TO_DECIDE = "priceToDecide";

  /** Whether somebody has to accept a trademark notice first (Boolean). */
  static final String NOTICE_TO_ACCEPT = "noticeToAccept";

  /** Id of the form to correct what the registrar refused (String). */
  static final String CORRECTION_FORM = "correctionForm";

  /** Whether the renewal mode did not go with the registration (Boolean). */
  static final String RENEWAL_MODE_TO_SET = "renewalModeToSet";

  /** Whether the registry has yet to decide (Boolean). */
  static final String REGISTRATION_PENDING = "registrationPending";

  /** When to look again whether the registry has decided (Date). */
  static final String NEXT_LOOK_AT = "nextLookAt";

  /** When a pending registration becomes a task for an operator (Date). */
  static final String REGISTRATION_DEADLINE = "registrationDeadline";

  /** Whether what was read back is what was ordered (Boolean). */
  static final String REGISTERED_AS_ORDERED = "registeredAsOrdered";

  /** What differs from the order, for people (String). */
  static final String DIFFERENCE_TEXT = "differenceText";

  /** The registrar's last answer in plain words (String). */
  static final String REGISTRAR_ANSWER = "registrarAnswer";

  private static final Set<String> OWN =
      Set.of(
          AVAILABILITY,
          PREMIUM,
          BY_APPLICATION,
          BOUGHT_BY_APPLICATION,
          PRICE_TO_DECIDE,
          NOTICE_TO_ACCEPT,
          CORRECTION_FORM,
          RENEWAL_MODE_TO_SET,
          REGISTRATION_PENDING,
          NEXT_LOOK_AT,
          REGISTRATION_DEADLINE,
          REGISTERED_AS_ORDERED,
          DIFFERENCE_TEXT,
          REGISTRAR_ANSWER);

  private static final Set<String> VARIABLES =
      Stream.of(
              OWN,
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
