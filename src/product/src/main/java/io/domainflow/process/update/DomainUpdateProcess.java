package io.domainflow.process.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.ProcessContract;
import io.domainflow.process.Variable;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import io.domainflow.process.start.StartForm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Names of DomainUpdateProcess.bpmn that Java and the model share. */
@Component
@EnableConfigurationProperties(UpdateProperties.class)
public class DomainUpdateProcess implements ProcessContract {

  static final String KEY = "DomainUpdateProcess";

  private static final OwnVariables OWN = new OwnVariables();

  /** What to do: CHANGE, NOTHING or NO_CHANGE. */
  static final Variable<String> NEXT_STEP = OWN.text("nextStep");

  /** Whether the name keeps none of its name servers. */
  static final Variable<Boolean> ALL_NAMESERVERS_REPLACED = OWN.flag("allNameserversReplaced");

  static final Variable<Boolean> TRANSFER_LOCK_OPENED = OWN.flag("transferLockOpened");

  static final Variable<Boolean> PRIVACY_REMOVED = OWN.flag("privacyRemoved");

  /** Whether the name was taken from an owner by a hand-over recently. */
  static final Variable<Boolean> OWNER_CHANGED_LATELY = OWN.flag("ownerChangedLately");

  /** Whether the name has an owner, and somebody else has ordered. */
  static final Variable<Boolean> ORDERED_BY_STAFF = OWN.flag("orderedByStaff");

  /** Whether an approver has to be asked. */
  static final Variable<Boolean> APPROVAL_NEEDED = OWN.flag("approvalNeeded");

  /** Whether the registrant's details have yet to be sent. */
  static final Variable<Boolean> REGISTRANT_TO_CHANGE = OWN.flag("registrantToChange");

  /** The state of the update: AS_ORDERED, AT_REGISTRY or DIFFERENT. */
  static final Variable<String> UPDATE_STATE = OWN.text("updateState");

  /** When to check again whether the registry has carried the update out. */
  static final Variable<Instant> NEXT_LOOK_AT = OWN.time("nextLookAt");

  /** When to look again while somebody is asked about what is not as ordered. */
  static final Variable<String> LOOK_TIMETABLE = OWN.text("lookTimetable");

  /** Whether the name is as ordered by now, while somebody is asked about it. */
  static final Variable<Boolean> SETTLED_MEANWHILE = OWN.flag("settledMeanwhile");

  private static final List<String> FLAGS = List.of("registrarDns", "transferLock", "privacy");
  private static final String REGISTRANT_DETAILS = "registrantDetails";
  private static final String CONTACTS = "contacts";

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<Operation> operations() {
    return List.of(Operation.UPDATE, Operation.REVERT);
  }

  @Override
  public void readStartForm(ObjectNode content) {
    StartForm.nameservers(content);
    StartForm.leaveOutEmpty(content, List.of("renewalMode", "reverts"));
    StartForm.leaveOutEmpty(content, FLAGS);
    FLAGS.forEach(flag -> StartForm.flag(content, flag));
    readContacts(content);
    readRegistrantDetails(content);
  }

  private static void readContacts(ObjectNode content) {
    ObjectNode contacts = content.objectNode();
    for (String role : List.of("admin", "tech", "billing")) {
      JsonNode handle = content.remove(role + "Handle");
      if (handle != null) {
        contacts.set(role + "Handle", handle);
      }
    }
    StartForm.handles(contacts, "admin", "tech", "billing");
    if (!contacts.isEmpty()) {
      content.set(CONTACTS, contacts);
    }
  }

  private static void readRegistrantDetails(ObjectNode content) {
    Map<String, String> keys = StartForm.contactKeys(REGISTRANT_DETAILS);
    ObjectNode details = content.objectNode();
    keys.forEach(
        (key, member) -> {
          String text = content.path(key).asText("").strip();
          if (!text.isEmpty()) {
            StartForm.put(details, member, text);
          }
        });
    content.remove(keys.keySet());
    if (!details.isEmpty()) {
      content.set(REGISTRANT_DETAILS, details);
    }
  }

  @Override
  public Set<String> variables() {
    return Stream.of(OWN.names(), AdditionalFieldsQuestion.VARIABLES)
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }

  @Override
  public Map<String, Object> initialVariables(ProvisioningOrder order) {
    return Map.of();
  }
}
