package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.WireCall;
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
    value = "X-PROXY of QueryDomainOptions is WHOISTRUSTEE where a zone has it",
    basis = Basis.INFERRED,
    source =
        "word the HEXONET WHMCS module 5.1.8 looks for; API/DOMAIN/QUERYDOMAINOPTIONS.md has no"
            + " example of a zone that has it",
    profileB = "as QueryDomainRepositoryInfo has it")
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
    boolean profileA = Profile.of(transaction) == Profile.A;
    for (String domain : call.list("DOMAIN")) {
      Zones.Policy policy = zones.policy(domain.toLowerCase(Locale.ROOT), transaction);
      Answer row = Answer.of(Code.COMPLETED);
      QueryDomainRepositoryInfoHandler.putShared(row, policy);
      String trustee = profileA ? "WHOISTRUSTEE" : QueryDomainRepositoryInfoHandler.TRUSTEES;
      row.with("X-PROXY", policy.zone().hasWhoisTrustee() ? trustee : "");
      row.properties()
          .forEach(
              (property, cells) ->
                  columns.computeIfAbsent(property, p -> new ArrayList<>()).addAll(cells));
    }
    for (String service : List.of("X-INSTANTMOBILIZER", "X-TRUSTEE")) {
      columns.put(service, call.list("DOMAIN").stream().map(domain -> "").toList());
    }
    Answer answer = Answer.of(Code.COMPLETED);
    columns.forEach(answer::with);
    return answer;
  }
}
