package io.domainflow.sandbox.cnr.price;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.cnr.PricedZones;
import io.domainflow.sandbox.cnr.ZoneFacts;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.ContactSlots;
import io.domainflow.sandbox.registry.Deletions;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Transaction;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrGetZoneInfo implements CnrHandler {

  private static final Set<String> MONTHLY = Set.of("de");
  private static final Set<String> QUARTERLY = Set.of("nl");

  private final PricedZones priced;
  private final Zones zones;

  CnrGetZoneInfo(PricedZones priced, Zones zones) {
    this.priced = priced;
    this.zones = zones;
  }

  @Override
  public Parameters parameters() {
    return Parameters.none().optional("ZONE", "DOMAIN");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    String domain = call.value("DOMAIN").orElseGet(() -> exampleOf(call));
    PricedZones.PricedZone zone = IspapiCommands.plainly(() -> priced.of(domain));
    Zones.Policy policy = zones.policy(domain, Platform.CNR, transaction);
    String transfer = joined(policy.transferPeriods());
    return Answer.of(Code.COMPLETED)
        .with("authcode", "required")
        .with("autorenewgraceperioddays", "35")
        .with("foaemail", flag(policy.confirmed()))
        .with("handlesupdateable", flag(policy.changeBy().equals("UPDATE")))
        .with("irtp", flag(policy.changesRegistrantByIcannTrade()))
        .with("isntld", "0")
        .with("ntldcategories", "")
        .with("ownerchangeprocess", ownerChange(policy))
        .with("periods", registration(policy))
        .with("redemptionperioddays", Long.toString(Deletions.RESTORABLE.toDays()))
        .with("registrationperiods", registration(policy))
        .with("renewalaftertransfer", "0")
        .with("renewalattransfer", flag(!transfer.startsWith("0")))
        .with("renewalmode", "DEFAULT,AUTORENEW,AUTOEXPIRE,AUTODELETE,RENEWONCE")
        .with("renewalperiods", shorter(policy) + joined(policy.renewalPeriods()))
        .with("restoreperiods", "R1y")
        .with("rrpsupportsrenewal", flag(ZoneFacts.renewsByCommand(policy)))
        .with("rrpsupportswhoisprivacy", flag(policy.zone().hasWhoisTrustee()))
        .with("supportsdnssecdsdata", "1")
        .with("supportstransferlocks", flag(policy.generic()))
        .with("supportstrustee", "0")
        .with("transferperiods", transfer)
        .with("transferresetsregistrationperiod", "0")
        .with(
            "transfersupportedcontacts",
            ContactSlots.ROLES.stream()
                .filter(policy.takenOver()::contains)
                .collect(Collectors.joining(",")))
        .with("zone", zone.name());
  }

  /** A name in the requested zone. */
  private String exampleOf(ReceivedCommand call) {
    String zone = call.value("ZONE").orElseThrow(() -> new Refusal(Code.MISSING_ATTRIBUTE, "ZONE"));
    return priced
        .named(zone)
        .map(known -> "example." + known.endings().get(0))
        .orElse("example." + zone.toLowerCase(Locale.ROOT));
  }

  private static String ownerChange(Zones.Policy policy) {
    return policy.changesRegistrantByIcannTrade() ? "UPDATE" : policy.changeBy();
  }

  private static String registration(Zones.Policy policy) {
    return shorter(policy) + "1y,2y,3y,4y,5y,6y,7y,8y,9y,10y";
  }

  private static String shorter(Zones.Policy policy) {
    String months = MONTHLY.contains(policy.zone().tld()) ? "1m," : "";
    return QUARTERLY.contains(policy.zone().tld()) ? "1m,3m," : months;
  }

  private static String joined(List<String> periods) {
    return String.join(",", periods).toLowerCase(Locale.ROOT);
  }

  private static String flag(boolean yes) {
    return yes ? "1" : "0";
  }
}
