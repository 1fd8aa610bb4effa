package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.registry.LaunchPhases;
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
import java.util.function.Function;
import java.util.stream.Collectors;
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
    value = "QueryDomainOptions: the row of a name in no zone on offer has empty cells",
    basis = Basis.INFERRED,
    source =
        "HEXONET WHMCS module 5.1.8, which asks for names below each of its price classes and leaves"
            + " out the rows without a repository",
    profileB = "the whole command is 541")
@Behaviour(
    value =
        "QueryDomainOptions: category, with commas between, registryexplicitrenewal,"
            + " zonedeletionrestorableperiod and zonerenewalpaymentperiod, too",
    basis = Basis.INFERRED,
    source =
        "HEXONET WHMCS module 5.1.8 and its module for Blesta, which read them;"
            + " API/DOMAIN/QUERYDOMAINOPTIONS.md of the HEXONET API documentation does not have them",
    profileB = "they are missing")
@Behaviour(
    value =
        "QueryDomainOptions with PROPERTIES=LAUNCHPHASES: names, kinds and dates of the launch phases,"
            + " with commas between; those of .shop",
    basis = Basis.DOCUMENTED,
    source = "example of API/DOMAIN/QUERYDOMAINOPTIONS.md of the HEXONET API documentation")
@Behaviour(
    value =
        "no other zone has launch phases, their cells are empty; REPOSITORY0 … is refused with 549",
    basis = Basis.INVENTED)
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
  public String command() {
    return "QueryDomainOptions";
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
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
