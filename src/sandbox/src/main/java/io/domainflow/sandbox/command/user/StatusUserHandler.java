package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.account.Users;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.registry.PriceRelations;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Account;
import io.domainflow.sandbox.stored.SubUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class StatusUserHandler implements CommandHandler {

  /** The creation date of the initial accounts. */
  static final Instant CREATED = Instant.parse("2008-10-27T15:16:40Z");

  private final PriceRelations prices;

  StatusUserHandler(PriceRelations prices) {
    this.prices = prices;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Account account =
        transaction.find(Table.ACCOUNTS, Users.subject(call, transaction)).orElseThrow();
    Optional<SubUser> below = transaction.find(Table.SUBUSERS, account.login());
    String created = RegistrarDate.of(below.map(SubUser::createdAt).orElse(CREATED));
    Answer answer =
        Answer.of(Code.COMPLETED)
            .with("ACCOUNTCREDIT", Ledger.amount(account.creditLimit()))
            .with("ACCOUNTCURRENCY", account.currency())
            .with("ACCOUNTCURRENT", Ledger.amount(account.balance()))
            .with("ACCOUNTDEPOSIT", "0.00")
            .with("ACCOUNTPAYMENT", "0.00")
            .with("ACCOUNTTAXRATES", "MwSt:19.00")
            .with("ACCOUNTTEMPCREDIT", "0.00")
            .with("ACCOUNTVAT", below.map(SubUser::vat).orElse("19.00"))
            .with("ACCOUNTVOLUME", "0.00")
            .with("ACTIVE", "1")
            .with("CREATEDDATE", created)
            .with("OTPSTATUS", "INACTIVE")
            .with("PARENTUSER", below.map(SubUser::parent).orElse(""))
            .with("UPDATEDDATE", created)
            .with("USER", account.login());
    if (call.isOn("STATS")) {
      List<String> users = Users.below(account.login(), transaction);
      long direct =
          users.stream()
              .filter(
                  user ->
                      Users.parent(user, transaction).filter(account.login()::equals).isPresent())
              .count();
      answer
          .with("SUBUSERSDIRECT", Long.toString(direct))
          .with("SUBUSERSTOTAL", Integer.toString(users.size()));
    }
    if (asks(call, "TLDDATA")) {
      prices.putZones(answer, transaction);
    }
    boolean relations = call.value("RELATIONS").filter("0"::equals).isEmpty();
    return relations ? prices.put(answer, account, transaction) : answer;
  }

  private static boolean asks(ReceivedCommand call, String property) {
    return call.value("PROPERTIES").stream()
        .flatMap(properties -> Stream.of(properties.split(" ")))
        .anyMatch(property::equals);
  }
}
