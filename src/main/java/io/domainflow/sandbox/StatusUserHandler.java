package io.domainflow.sandbox;

import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "StatusUser: properties of the account's user",
    basis = Basis.DOCUMENTED,
    source = "API/USER/STATUSUSER.md of the HEXONET API documentation")
@Behaviour(
    value = "StatusUser has relations unless RELATIONS=0",
    basis = Basis.INFERRED,
    source = "example of API/USER/STATUSUSER.md of the HEXONET API documentation",
    profileB = "relations only with RELATIONS=1")
@Behaviour(
    value = "no sub-user is known (545); STATS and PROPERTIES change nothing",
    basis = Basis.INVENTED)
class StatusUserHandler implements CommandHandler {

  private static final String CREATED = "2008-10-27 15:16:40";

  private final PriceRelations prices;

  StatusUserHandler(PriceRelations prices) {
    this.prices = prices;
  }

  @Override
  public String command() {
    return "StatusUser";
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    if (call.value("SUBUSER").isPresent()) {
      throw new Refusal(Code.NOT_FOUND, "SUBUSER");
    }
    Stored.Account account = transaction.find(Table.ACCOUNTS, call.account()).orElseThrow();
    Answer answer =
        Answer.of(Code.COMPLETED)
            .with("ACCOUNTCREDIT", Ledger.amount(account.creditLimit()))
            .with("ACCOUNTCURRENCY", account.currency())
            .with("ACCOUNTCURRENT", Ledger.amount(account.balance()))
            .with("ACCOUNTDEPOSIT", "0.00")
            .with("ACCOUNTPAYMENT", "0.00")
            .with("ACCOUNTTAXRATES", "MwSt:19.00")
            .with("ACCOUNTTEMPCREDIT", "0.00")
            .with("ACCOUNTVAT", "19.00")
            .with("ACCOUNTVOLUME", "0.00")
            .with("ACTIVE", "1")
            .with("CREATEDDATE", CREATED)
            .with("OTPSTATUS", "INACTIVE")
            .with("PARENTUSER", "")
            .with("UPDATEDDATE", CREATED)
            .with("USER", account.login());
    boolean relations =
        call.value("RELATIONS").map("1"::equals).orElse(Profile.of(transaction) == Profile.A);
    return relations ? prices.put(answer, account, transaction) : answer;
  }
}
