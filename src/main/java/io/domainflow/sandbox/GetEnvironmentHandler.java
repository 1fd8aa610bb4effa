package io.domainflow.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value =
        "GetEnvironment: values in the order of the keys, empty where there is none, and then key"
            + " and name in MISSING",
    basis = Basis.DOCUMENTED,
    source = "API/USER/ENVIRONMENT/GETENVIRONMENT.md of the HEXONET API documentation")
@Behaviour(
    value =
        "the account's renewal mode is the setting _system/defaults renewalmode: AUTOEXPIRE,"
            + " AUTODELETE, missing for AUTORENEW",
    basis = Basis.INFERRED,
    source =
        "example of API/USER/ENVIRONMENT/GETENVIRONMENT.md of the HEXONET API documentation, which"
            + " shows it missing; AUTORENEW is the default of API/DOMAIN/SETDOMAINRENEWALMODE.md",
    profileB = "never missing: renew, expire, delete")
@Behaviour(
    value =
        "no other setting is there; PRIVATE, PARENT_ONLY_READABLE and PARENT_ONLY_WRITABLE are 0;"
            + " SUBUSER, LEVEL and USEPARENT are refused with 549",
    basis = Basis.INVENTED)
class GetEnvironmentHandler implements CommandHandler {

  private static final List<String> NOT_OFFERED = List.of("SUBUSER0", "LEVEL0", "USEPARENT0");
  private static final String RENEWAL_MODE = "_system/defaults/renewalmode";

  @Override
  public String command() {
    return "GetEnvironment";
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    call.refuse(NOT_OFFERED);
    Stored.Account account = transaction.find(Table.ACCOUNTS, call.account()).orElseThrow();
    Profile profile = Profile.of(transaction);
    List<String> keys = call.list("ENVIRONMENTKEY");
    List<String> names = call.list("ENVIRONMENTNAME");
    List<String> values = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<String> flags = new ArrayList<>();
    for (int i = 0; i < Math.min(keys.size(), names.size()); i++) {
      String setting = keys.get(i) + "/" + names.get(i);
      Optional<String> value =
          setting.equals(RENEWAL_MODE) ? mode(account, profile) : Optional.empty();
      values.add(value.orElse(""));
      flags.add(value.isPresent() ? "0" : "");
      if (value.isEmpty()) {
        missing.add(setting);
      }
    }
    return Answer.of(Code.COMPLETED)
        .with("ENVIRONMENTVALUE", values)
        .with("MISSING", missing)
        .with("PARENT_ONLY_READABLE", flags)
        .with("PARENT_ONLY_WRITABLE", flags)
        .with("PRIVATE", flags);
  }

  private static Optional<String> mode(Stored.Account account, Profile profile) {
    String mode = account.renewalMode();
    if (profile == Profile.B) {
      return Optional.of(mode.substring("AUTO".length()).toLowerCase(Locale.ROOT));
    }
    return Optional.of(mode).filter(stated -> !stated.equals("AUTORENEW"));
  }
}
