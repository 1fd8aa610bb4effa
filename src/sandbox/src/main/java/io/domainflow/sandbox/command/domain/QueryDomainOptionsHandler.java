package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.registry.LaunchPhases;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryDomainOptionsHandler implements CommandHandler {

  /** A name whose row has the columns that every row has. */
  private static final String ANY_NAME = "example.com";

  private final Zones zones;
  private final LaunchPhases phases;

  QueryDomainOptionsHandler(Zones zones, LaunchPhases phases) {
    this.zones = zones;
    this.phases = phases;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    call.refuse(List.of("REPOSITORY0"));
    Profile profile = Profile.of(transaction);
    boolean withPhases = call.value("PROPERTIES").filter("LAUNCHPHASES"::equals).isPresent();
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (String asked : call.list("DOMAIN")) {
      String domain = asked.toLowerCase(Locale.ROOT);
      boolean offered = profile == Profile.B || zones.isOffered(domain);
      Zones.Policy policy = zones.policy(offered ? domain : ANY_NAME, transaction);
      Answer row = row(policy, profile);
      if (withPhases) {
        putPhases(row, policy);
      }
      row.properties()
          .forEach(
              (property, cells) ->
                  columns
                      .computeIfAbsent(property, p -> new ArrayList<>())
                      .add(offered ? cells.get(0) : ""));
    }
    Answer answer = Answer.of(Code.COMPLETED);
    columns.forEach(answer::with);
    return answer;
  }

  private void putPhases(Answer row, Zones.Policy policy) {
    List<LaunchPhases.Phase> ofZone = phases.of(policy.zone().tld());
    row.with("LAUNCHPHASES", cell(ofZone, LaunchPhases.Phase::name))
        .with("LAUNCHPHASESALLOCATIONTYPE", cell(ofZone, LaunchPhases.Phase::allocation))
        .with("LAUNCHPHASESAPPLICATIONDATE", cell(ofZone, LaunchPhases.Phase::applicationDate))
        .with("LAUNCHPHASESCLOSEDATE", cell(ofZone, LaunchPhases.Phase::closeDate))
        .with("LAUNCHPHASESSTARTDATE", cell(ofZone, LaunchPhases.Phase::startDate));
  }

  private static String cell(
      List<LaunchPhases.Phase> phases, Function<LaunchPhases.Phase, String> part) {
    return phases.stream().map(part).collect(Collectors.joining(","));
  }

  private static Answer row(Zones.Policy policy, Profile profile) {
    Answer row = Answer.of(Code.COMPLETED);
    QueryDomainRepositoryInfoHandler.putShared(row, policy);
    if (profile == Profile.A) {
      QueryDomainRepositoryInfoHandler.putReadByModules(row, policy);
    }
    String trustee =
        profile == Profile.A ? "WHOISTRUSTEE" : QueryDomainRepositoryInfoHandler.TRUSTEES;
    return row.with("X-PROXY", policy.zone().hasWhoisTrustee() ? trustee : "")
        .with("X-INSTANTMOBILIZER", "")
        .with("X-TRUSTEE", "");
  }
}
