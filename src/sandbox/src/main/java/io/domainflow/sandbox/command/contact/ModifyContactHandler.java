package io.domainflow.sandbox.command.contact;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.command.transfer.TradeCheck;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.ContactObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class ModifyContactHandler implements CommandHandler, Handler.Changing {

  private static final List<String> PARTS_OF_NAME = List.of("FIRSTNAME", "MIDDLENAME", "LASTNAME");

  private final Zones zones;
  private final Ledger ledger;
  private final Clock clock;

  ModifyContactHandler(Zones zones, Ledger ledger, Clock clock) {
    this.zones = zones;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    ContactObject contact = Contacts.own(call, transaction);
    Map<String, String> fields = changed(contact.fields(), call);
    Contacts.requireComplete("", fields);
    if (TradeCheck.isAnother(contact.fields(), fields)
        && isRegistrantForGood(contact.handle(), transaction)) {
      throw new Refusal(
          Profile.of(transaction) == Profile.A ? Code.INVALID_OPTION_VALUE : Code.INVALID_VALUE,
          "the contact is the registrant of names; please use TradeDomain");
    }
    transaction.put(Table.CONTACTS, contact.withFields(fields));
    Instant now = clock.instant();
    Answer answer = Answer.of(Code.COMPLETED);
    ledger.record(call, command(), null, BigDecimal.ZERO, now, transaction);
    ledger.log(call, "CONTACT", contact.handle(), "MODIFY", "SUCCESSFUL", answer, now, transaction);
    return answer;
  }

  private static Map<String, String> changed(Map<String, String> before, ReceivedCommand call) {
    Map<String, String> given = new LinkedHashMap<>(call.parameters());
    given.keySet().removeAll(AddContactHandler.NOT_DATA);
    given.keySet().removeIf(name -> name.startsWith("X-"));
    Map<String, String> fields = new LinkedHashMap<>(before);
    fields.keySet().removeAll(given.keySet());
    if (given.containsKey("NAME")) {
      fields.keySet().removeAll(PARTS_OF_NAME);
    } else if (PARTS_OF_NAME.stream().anyMatch(given::containsKey)) {
      fields.remove("NAME");
    }
    if (given.keySet().stream().anyMatch(name -> name.startsWith("STREET"))) {
      fields.keySet().removeIf(name -> name.startsWith("STREET"));
    }
    fields.putAll(Contacts.normalized(given));
    return fields;
  }

  /**
   * Whether the contact is the registrant of a name whose registrant cannot be changed this way.
   */
  private boolean isRegistrantForGood(String handle, Transaction transaction) {
    return transaction.all(Table.NAMES).stream()
        .filter(name -> name.handles("OWNER").stream().anyMatch(handle::equalsIgnoreCase))
        .anyMatch(name -> !zones.policy(name.domain(), transaction).changeBy().equals("UPDATE"));
  }
}
