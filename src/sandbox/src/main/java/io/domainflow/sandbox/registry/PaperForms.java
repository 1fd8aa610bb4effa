package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Tsv;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.NameSetup;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Knows which registries decide only after a paper form has arrived, or after a number of days. */
@Component("sandboxPaperForms")
@ConditionalOnSandbox
public class PaperForms {

  private static final Set<String> DECLARATION =
      Set.of(
          "X-NO-CONSENTING-PERSON-NAME", "X-NO-DECLARATION-VERSION", "X-NO-DECLARATION-TIMESTAMP");

  private final Map<String, NameSetup.Next> waits = new HashMap<>();

  PaperForms() {
    for (String[] row : Tsv.rows("paper-forms.tsv")) {
      waits.put(
          row[1] + " " + row[0],
          new NameSetup.Next(row[1], Duration.parse(row[2]), NameSetup.Outcome.SUCCESSFUL, null));
    }
  }

  /** The same for a command that may contain a substitute for the form. */
  public Optional<NameSetup.Next> next(
      String command, String domain, ReceivedCommand call, Transaction transaction) {
    return DECLARATION.stream().allMatch(parameter -> call.value(parameter).isPresent())
        ? Availability.takeNext(command, domain, transaction)
        : next(command, domain, transaction);
  }

  /** The decision that a name waits for, as it was set up, or else as its zone requires. */
  public Optional<NameSetup.Next> next(String command, String domain, Transaction transaction) {
    return Availability.takeNext(command, domain, transaction)
        .or(() -> Optional.ofNullable(waits.get(command + " " + zone(domain))));
  }

  /** Whether names of the zone change their registrant by a trade that waits for a form. */
  public boolean trades(String zone) {
    return waits.containsKey("TradeDomain " + zone);
  }

  private static String zone(String domain) {
    return domain.substring(domain.indexOf('.') + 1);
  }
}
