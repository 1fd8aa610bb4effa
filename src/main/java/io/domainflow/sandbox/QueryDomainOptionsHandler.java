package io.domainflow.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value = "QueryDomainOptions: a row for each name asked for",
    basis = Basis.DOCUMENTED,
    source = "API/DOMAIN/QUERYDOMAINOPTIONS.md of the HEXONET API documentation")
@Behaviour(
    value = "no zone has launch phases; REPOSITORY0 … is refused with 549",
    basis = Basis.INVENTED)
class QueryDomainOptionsHandler implements CommandHandler {

  private final Zones zones;

  QueryDomainOptionsHandler(Zones zones) {
    this.zones = zones;
  }

  @Override
  public String command() {
    return "QueryDomainOptions";
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    call.refuse(List.of("REPOSITORY0"));
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (String domain : call.list("DOMAIN")) {
      Answer row = Answer.of(Code.COMPLETED);
      QueryDomainRepositoryInfoHandler.putShared(
          row, zones.policy(domain.toLowerCase(Locale.ROOT), transaction));
      row.properties()
          .forEach(
              (property, cells) ->
                  columns.computeIfAbsent(property, p -> new ArrayList<>()).addAll(cells));
    }
    for (String service : List.of("X-INSTANTMOBILIZER", "X-PROXY", "X-TRUSTEE")) {
      columns.put(service, call.list("DOMAIN").stream().map(domain -> "").toList());
    }
    Answer answer = Answer.of(Code.COMPLETED);
    columns.forEach(answer::with);
    return answer;
  }
}
