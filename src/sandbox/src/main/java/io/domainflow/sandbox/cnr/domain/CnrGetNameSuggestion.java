package io.domainflow.sandbox.cnr.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.ValueType;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Transaction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrGetNameSuggestion implements CnrHandler {

  private final Zones zones;
  private final Availability availability;

  CnrGetNameSuggestion(Zones zones, Availability availability) {
    this.zones = zones;
    this.availability = availability;
  }

  private record Suggestion(String name, boolean available) {}

  @Override
  public Parameters parameters() {
    return Parameters.requiring("NAME").optional("SHOW-UNAVAILABLE");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    String label = call.required("NAME").toLowerCase(Locale.ROOT).split("\\.", 2)[0];
    List<Suggestion> found =
        zones.all().stream()
            .map(zone -> label + "." + zone.tld())
            .filter(ValueType::isName)
            .map(name -> new Suggestion(name, isAvailable(name, transaction)))
            .filter(name -> name.available() || call.isOn("SHOW-UNAVAILABLE"))
            .toList();
    Map<String, Function<Suggestion, String>> columns = Listing.columns();
    columns.put("availability", name -> name.available() ? "available" : "unavailable");
    columns.put("name", Suggestion::name);
    return Listing.of(call, found, columns);
  }

  private boolean isAvailable(String name, Transaction transaction) {
    return availability.of(name, transaction).kind() != Availability.Kind.TAKEN;
  }
}
