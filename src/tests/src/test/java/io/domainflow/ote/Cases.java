package io.domainflow.ote;

import io.domainflow.ispapi.command.RawCommand;
import io.domainflow.lineprotocol.EncodedCommand;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.Query;
import java.util.List;
import java.util.Map;

/**
 * Provides the cases: those that are possible with any account, and more if the settings name
 * domains.
 */
final class Cases {

  /** A name that is known to be taken. */
  static final DomainName TAKEN = DomainName.of("example.com");

  private Cases() {}

  /** Every case, in the order of the commands. */
  static List<Case<?>> of(OteSettings settings) {
    CaseList list = new CaseList(settings);
    DomainCases.addTo(list);
    AccountCases.addTo(list);
    DomainChangeCases.addTo(list);
    syntax(list);
    return list.cases();
  }

  private static void syntax(CaseList list) {
    String missing = "a required parameter that is missing is 504";
    String excess = "a parameter the command does not have";
    list.add("CheckDomain", "no DOMAIN", side -> new Raw("CheckDomain", Map.of()), missing);
    list.add("StatusDomain", "no DOMAIN", side -> new Raw("StatusDomain", Map.of()), missing);
    list.add(
        "CheckDomain",
        "a parameter that does not exist",
        side ->
            new Raw("CheckDomain", Map.of("DOMAIN", list.free().ascii(), "NO-SUCH-PARAMETER", "1")),
        excess);
    list.add(
        "CheckDomain",
        "a value that is no name",
        side -> new Raw("CheckDomain", Map.of("DOMAIN", "no name")),
        "a value of the wrong form is 505");
    list.add(
        "checkdomain",
        "a command in small letters",
        side -> new Raw("checkdomain", Map.of("DOMAIN", list.free().ascii())),
        "command names are read without regard");
    list.add(
        "QueryNoSuchThing",
        "a command that does not exist",
        side -> new Raw("QueryNoSuchThing", Map.of()),
        "an unknown command is 500");
  }

  /** A query that the client would never send. */
  record Raw(String command, Map<String, String> parameters) implements Query<RegistrarResponse> {

    EncodedCommand<RegistrarResponse> said() {
      return new RawCommand(command, parameters).of(this);
    }
  }
}
