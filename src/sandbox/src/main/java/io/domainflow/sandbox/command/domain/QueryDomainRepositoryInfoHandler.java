package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.renewal.RenewalCheck;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.registry.Deletions;
import io.domainflow.sandbox.registry.LaunchPhases;
import io.domainflow.sandbox.registry.Registrars;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.NameDates;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryDomainRepositoryInfoHandler implements CommandHandler {

  /** The parameters that order a trustee for the registrant in the whois. */
  static final String TRUSTEES = "X-ACCEPT-WHOISTRUSTEE-TAC X-ACCEPT-WHOISTRUSTEELITE-TAC";

  private static final String YEARS = "1Y,2Y,3Y,4Y,5Y,6Y,7Y,8Y,9Y,10Y";

  /** Zones of the registry whose name and address the example has. */
  private static final Set<String> OF_VERISIGN = Set.of("com", "net");

  private final Zones zones;
  private final LaunchPhases phases;

  QueryDomainRepositoryInfoHandler(Zones zones, LaunchPhases phases) {
    this.zones = zones;
    this.phases = phases;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Zones.Policy policy = zones.policy(call.domain(), transaction);
    Answer answer = Answer.of(Code.COMPLETED);
    putShared(answer, policy);
    putRegistry(answer, policy);
    putAddons(answer, policy);
    if (Profile.of(transaction) == Profile.A) {
      putPhases(answer, phases.of(policy.zone().tld()));
    }
    return answer
        .with("ACCOUNTID", "4535")
        .with("CATEGORY", categories(policy))
        .with("DELETIONHOLDPERIOD", period(Deletions.HOLD))
        .with("DELETIONRESTORABLEPERIOD", period(Deletions.RESTORABLE))
        .with("REGISTRAR", Registrars.HERE)
        .with("REGISTRYEXPLICITRENEWAL", explicitRenewal(policy))
        .with("REGISTRYTRANSFERACKBY", "REGISTRAR")
        .with("REGISTRYTRANSFERCLASS", "PULL")
        .with("REGISTRYTRANSFEREXPIREACTION", "ACK")
        .with("REGISTRYTRANSFERLOCK", "YES")
        .with("REGISTRYTRANSFERNACKBY", "REGISTRAR")
        .with("REGISTRYTRANSFERPENDINGPERIOD", period(policy.transferPending()))
        .with("REGISTRYTRANSFERREALTIME", policy.transferPending().isZero() ? "YES" : "NO")
        .with("RESTOREPOLICY", "REALTIME")
        .with("X-PROXY", policy.zone().hasWhoisTrustee() ? TRUSTEES : "")
        .with("ZONEPOLICYCONTACTORIGINCOUNTRY", "")
        .with("ZONEPOLICYCONTACTORIGINCOUNTRYREQUIREDFOR", "NONE")
        .with("ZONEREGISTRATIONGRACEPERIOD", "0")
        .with("ZONERENEWALACCOUNTINGPERIOD", period(NameDates.ACCOUNTING))
        .with("ZONERENEWALFAILUREPERIOD", period(NameDates.FAILURE))
        .with("ZONERENEWALFINALIZATIONPERIOD", period(NameDates.FINALIZATION))
        .with("ZONERENEWALPAYMENTPERIOD", period(RenewalCheck.EARLIEST))
        .with("ZONESECDNSINTERFACE", "DS");
  }

  private static void putRegistry(Answer answer, Zones.Policy policy) {
    answer
        .with("REGISTRYCHARSMAX", "63")
        .with("REGISTRYCHARSMIN", "3")
        .with("REGISTRYDOMAINNAMECHARSET", "LETTERANDNUMBERS")
        .with("REGISTRYHANDLEUPDATE", "Supported")
        .with("REGISTRYIDNCAPABLE", "Yes")
        .with("REGISTRYNAMESERVERCHECKS", "NO")
        .with("REGISTRYNAMESERVERROOTUPDATE", "Real-Time")
        .with("REGISTRYREGISTRATIONSYSTEM", "Real-Time")
        .with("REGISTRYWHOISSERVER", "-")
        .with("REGISTRYWHOISUPDATE", "Real-Time")
        .with("ZONEREGISTRATIONPERIOD", YEARS);
    if (policy.generic()) {
      answer.with("REGISTRYDISPUTEPOLICY", "http://www.icann.org/udrp/udrp-rules-24oct99.htm");
    }
    if (OF_VERISIGN.contains(policy.zone().tld())) {
      answer
          .with("REGISTRYURL", "http://www.verisign.com/information-services/index.html")
          .with("REGISTRYURLNAME", "VeriSign");
    }
  }

  private static void putAddons(Answer answer, Zones.Policy policy) {
    if (!policy.zone().hasWhoisTrustee()) {
      return;
    }
    List<String> properties = List.of(TRUSTEES.split(" "));
    answer
        .with("ADDONCLASS", each(properties, "PROXY"))
        .with("ADDONDISPUTEEMAIL", each(properties, ""))
        .with(
            "ADDONID",
            properties.stream()
                .map(property -> property.replaceAll("^X-ACCEPT-|-TAC$", ""))
                .toList())
        .with("ADDONNOTIFICATIONEMAIL", each(properties, ""))
        .with("ADDONPOLICYOWNERCHANGE", each(properties, "IGNORE"))
        .with("ADDONPROPERTYTYPE", properties)
        .with("ADDONPROPERTYVALUE", each(properties, "1"))
        .with("ADDONRENEWALGRACEPERIODSECONDS", each(properties, "0"))
        .with("ADDONRENEWALPERIOD", each(properties, "1M"))
        .with("ADDONREPLACEPROPERTIES", each(properties, ""));
  }

  private static List<String> each(List<String> rows, String value) {
    return Collections.nCopies(rows.size(), value);
  }

  private static void putPhases(Answer answer, List<LaunchPhases.Phase> phases) {
    if (phases.isEmpty()) {
      return;
    }
    answer
        .with("LAUNCHPHASE", phases.stream().map(LaunchPhases.Phase::name).toList())
        .with("LAUNCHPHASEALLOCATION", phases.stream().map(LaunchPhases.Phase::allocation).toList())
        .with("LAUNCHPHASEEND", phases.stream().map(LaunchPhases.Phase::closeDate).toList())
        .with("LAUNCHPHASESTART", phases.stream().map(LaunchPhases.Phase::startDate).toList());
  }

  /** Adds further properties of QueryDomainOptions that the registrar's modules read. */
  static void putReadByModules(Answer answer, Zones.Policy policy) {
    answer
        .with("CATEGORY", String.join(",", categories(policy)))
        .with("REGISTRYEXPLICITRENEWAL", explicitRenewal(policy))
        .with("ZONEDELETIONRESTORABLEPERIOD", period(Deletions.RESTORABLE))
        .with("ZONERENEWALPAYMENTPERIOD", period(RenewalCheck.EARLIEST));
  }

  private static List<String> categories(Zones.Policy policy) {
    return policy.generic() ? List.of("ICANN", "gTLD") : List.of("ccTLD");
  }

  private static String explicitRenewal(Zones.Policy policy) {
    return policy.explicitRenewal() ? "YES" : "NO";
  }

  private static String period(Duration period) {
    return period.toHours() % 24 == 0 ? period.toDays() + "d" : period.toHours() + "h";
  }

  /** Adds the properties that QueryDomainOptions also answers, in the first row. */
  static void putShared(Answer answer, Zones.Policy policy) {
    answer
        .with("HOSTIPADDRESSESTYPE", "ipv6")
        .with("HOSTMANAGEDAS", "OBJECT")
        .with("NAMESERVERMAX", Integer.toString(policy.maxNameservers()))
        .with("NAMESERVERMIN", Integer.toString(policy.minNameservers()))
        .with("REGISTRYTRANSFERREQUIREAUTHCODE", "YES")
        .with("REPOSITORY", policy.repository());
    for (String role : List.of("ADMIN", "BILLING", "REGISTRANT", "TECH")) {
      String number = role.equals("REGISTRANT") || policy.contacts().contains(role) ? "1" : "0";
      answer
          .with("ZONE" + role + "CONTACTSMAX", number)
          .with("ZONE" + role + "CONTACTSMIN", number);
    }
    answer
        .with("ZONEPOLICYDOMAINTRADEAPPROVECONFIRMATION", "")
        .with("ZONEPOLICYDOMAINTRADEREQUESTCONFIRMATION", "")
        .with("ZONEPOLICYDOMAINTRANSFERAPPROVECONFIRMATION", "")
        .with("ZONEPOLICYDOMAINTRANSFERREJECTCONFIRMATION", "")
        .with(
            "ZONEPOLICYDOMAINTRANSFERREQUESTCONFIRMATION",
            policy.confirmed() ? "ICANN-FOA-REQUEST" : "")
        .with("ZONEPOLICYREGISTRANTNAMECHANGEBY", policy.changeBy())
        .with("ZONEREGISTRATIONPERIODS", YEARS)
        .with("ZONERENEWALPERIODS", String.join(",", policy.renewalPeriods()))
        .with("ZONETRADEPERIODS", "")
        .with("ZONETRANSFERPERIODS", String.join(",", policy.transferPeriods()));
  }
}
