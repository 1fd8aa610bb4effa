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
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.ContactObject;
import io.domainflow.sandbox.stored.name.Application;
import io.domainflow.sandbox.stored.name.DeletedName;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Trade;
import io.domainflow.sandbox.stored.name.Transfer;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class DeleteContactHandler implements CommandHandler, Handler.Changing {

  private final Ledger ledger;
  private final Clock clock;

  DeleteContactHandler(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    ContactObject contact = Contacts.own(call, transaction);
    if (inUse(contact.handle(), transaction)) {
      throw new Refusal(Code.IN_USE);
    }
    transaction.remove(Table.CONTACTS, contact.key());
    Answer answer = Answer.of(Code.COMPLETED);
    ledger.record(call, command(), null, BigDecimal.ZERO, clock.instant(), transaction);
    ledger.log(
        call,
        "CONTACT",
        contact.handle(),
        "DELETE",
        "SUCCESSFUL",
        answer,
        clock.instant(),
        transaction);
    return answer;
  }

  private static boolean inUse(String handle, Transaction transaction) {
    Stream<Map<String, List<String>>> users =
        Stream.concat(
            Stream.concat(
                    transaction.all(Table.NAMES).stream(),
                    transaction.all(Table.DELETED).stream().map(DeletedName::name))
                .map(RegisteredName::contacts),
            Stream.concat(
                transaction.all(Table.APPLICATIONS).stream()
                    .filter(Application::requested)
                    .map(Application::contacts),
                transaction.all(Table.TRANSFERS).stream()
                    .filter(Transfer::running)
                    .map(Transfer::contacts)));
    boolean traded =
        transaction.all(Table.TRADES).stream()
            .filter(Trade::running)
            .flatMap(
                trade ->
                    Stream.concat(
                        trade.owners().stream(),
                        trade.contacts().values().stream().flatMap(List::stream)))
            .anyMatch(handle::equalsIgnoreCase);
    // A name keeps a handle in the spelling of its registration.
    return traded
        || users
            .flatMap(contacts -> contacts.values().stream())
            .flatMap(List::stream)
            .anyMatch(handle::equalsIgnoreCase);
  }
}
