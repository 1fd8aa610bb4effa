package io.domainflow.sandbox;

import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value =
        "StatusDomainApplication: properties; an unknown number is 545, one of another account"
            + " 531",
    basis = Basis.DOCUMENTED,
    source = "API/DOMAIN/APPLICATION/STATUSDOMAINAPPLICATION.md of the HEXONET API documentation")
@Behaviour(
    value = "both UPDATEBY as in the example and UPDATEDBY as in the table",
    basis = Basis.INVENTED)
class StatusDomainApplicationHandler implements CommandHandler {

  @Override
  public String command() {
    return "StatusDomainApplication";
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    String number = call.required("APPLICATION");
    Application application =
        transaction.all(Table.APPLICATIONS).stream()
            .filter(a -> Long.toString(a.number()).equals(number))
            .findFirst()
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    if (!application.account().equals(call.account())) {
      throw new Refusal(Code.AUTHORIZATION_FAILED);
    }
    return Applications.answer(application).with("UPDATEDBY", "SYSTEM");
  }
}
