package io.domainflow.sandbox.command.contact;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.state.Transaction;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class AddContactHandler implements CommandHandler, Handler.Changing {

  /** Parameters that are not data of a contact. */
  static final Set<String> NOT_DATA =
      Set.of("NEW", "CONTACT", "AUTH", "DISCLOSE", "DISCLOSE-ELEMENTS");

  private final Contacts contacts;
  private final Ledger ledger;
  private final Clock clock;

  AddContactHandler(Contacts contacts, Ledger ledger, Clock clock) {
    this.contacts = contacts;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    if (call.value("CONTACT").isPresent()) {
      throw new Refusal(Code.FAILED, "CONTACT is not offered by the sandbox");
    }
    Map<String, String> given = new LinkedHashMap<>(call.parameters());
    given.keySet().removeAll(NOT_DATA);
    Map<String, String> fields = Contacts.normalized(given);
    Contacts.requireComplete("", fields);
    boolean always = call.value("NEW").filter("1"::equals).isPresent();
    Optional<String> known =
        always ? Optional.empty() : contacts.identical(call.account(), fields, transaction);
    if (known.isPresent()) {
      return answer(known.get(), "0");
    }
    String handle = contacts.add(call.account(), fields, transaction);
    Answer answer = answer(handle, "1");
    ledger.record(call, command(), null, BigDecimal.ZERO, clock.instant(), transaction);
    ledger.log(call, "CONTACT", handle, "SUCCESSFUL", answer, clock.instant(), transaction);
    return answer;
  }

  private static Answer answer(String handle, String created) {
    return Answer.of(Code.COMPLETED)
        .with("CONTACT", handle)
        .with("NEW", created)
        .with("STATUS", "ACTIVE");
  }
}
