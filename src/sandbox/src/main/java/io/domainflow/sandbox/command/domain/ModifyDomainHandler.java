package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.command.dns.DnsZones;
import io.domainflow.sandbox.command.transfer.Prohibitions;
import io.domainflow.sandbox.command.transfer.TradeCheck;
import io.domainflow.sandbox.command.transfer.Trades;
import io.domainflow.sandbox.command.transfer.Transfers;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.ContactSlots;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.registry.NameParameters;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Account;
import io.domainflow.sandbox.stored.AuthCodes;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class ModifyDomainHandler implements CommandHandler, Handler.Changing {

  private static final String NOT_OFFERED =
      "((ADD|DEL)OWNERCONTACT|(ADD|DEL)?HOST|NAMESERVERSET|DOMAINAUTH|FORCE|REGISTRANT-VERIFIED).*";

  private static final List<String> CHANGEABLE = List.of("ADMIN", "TECH", "BILLING");
  private static final int MOST_CONTACTS = 3;

  private static final String HELD = "clientHold";
  private static final String LOCKED = "clientTransferProhibited";

  private final Zones zones;
  private final Contacts contacts;
  private final Trades trades;
  private final Ledger ledger;
  private final Clock clock;

  ModifyDomainHandler(Zones zones, Contacts contacts, Trades trades, Ledger ledger, Clock clock) {
    this.zones = zones;
    this.contacts = contacts;
    this.trades = trades;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    call.refuse(
        call.parameters().keySet().stream().filter(key -> key.matches(NOT_OFFERED)).toList());
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    RegisteredName name = TradeCheck.name(call, transaction);
    refuseHeld(name, transaction);
    Set<String> statuses = statuses(call, name);
    boolean locked = locked(call, statuses);
    refuseUnlocking(call, name, locked, now);
    Zones.Policy policy = zones.policy(name.domain(), transaction);
    PrivacyCheck.refuseUnknown(PrivacyCheck.SERVICES, call, zones, transaction);
    List<String> nameservers = NameserverCheck.wanted(call, name, policy, transaction);
    Map<String, List<String>> handles = handles(call, name, transaction);
    dropUnknownRoles(handles, policy, transaction);
    boolean traded = becomesTrade(call, name, handles, transaction);
    RegisteredName changed =
        changed(call, name, handles, traded)
            .withNameservers(nameservers)
            .withStatuses(statuses.stream().filter(status -> !status.equals(LOCKED)).toList())
            .withTransferLock(locked)
            .updated(now);
    Optional<Answer> waiting =
        traded ? Optional.empty() : Updates.wait(call, name, changed, now, transaction);
    transaction.put(Table.NAMES, waiting.isPresent() ? Updates.meanwhile(name, changed) : changed);
    if (call.isOn("INTERNALDNS")) {
      DnsZones.ensure(name.domain(), call.account(), now, transaction);
    }
    Answer answer = waiting.orElseGet(() -> Answer.of(Code.COMPLETED));
    boolean waits = traded && account(call, transaction).automaticOptOut();
    if (traded) {
      Trades.Details wanted =
          Trades.Details.registrant(handles.getOrDefault("OWNER", List.of()), !waits);
      trades.begin(
          Trades.requested(name, wanted, call.role(), now, transaction), waits, transaction);
      answer = Trades.answer(waits, transaction);
    }
    ledger.record(call, command(), name.domain(), BigDecimal.ZERO, now, transaction);
    ledger.log(
        call,
        "DOMAIN",
        name.domain(),
        "MODIFY",
        waits || waiting.isPresent() ? "PENDING" : "SUCCESSFUL",
        answer,
        now,
        transaction);
    return answer;
  }

  private static void refuseHeld(RegisteredName name, Transaction transaction) {
    boolean profileA = Profile.of(transaction) == Profile.A;
    if (name.onHold()) {
      throw new Refusal(profileA ? Code.ON_HOLD : Code.STATUS_FORBIDS);
    }
    if (Transfers.running(name.domain(), transaction).isPresent()) {
      throw new Refusal(profileA ? Code.PENDING_TRANSFER : Code.STATUS_FORBIDS);
    }
  }

  /** The future statuses of the name, including its lock. */
  private static Set<String> statuses(ReceivedCommand call, RegisteredName name) {
    Set<String> statuses = new LinkedHashSet<>(name.statuses());
    if (name.transferLock()) {
      statuses.add(LOCKED);
    }
    if (call.parameters().containsKey("STATUS0")) {
      statuses.removeAll(Set.of(HELD, LOCKED));
    }
    statuses.addAll(own("STATUS", call));
    statuses.addAll(own("ADDSTATUS", call));
    statuses.removeAll(own("DELSTATUS", call));
    return statuses;
  }

  private static List<String> own(String parameter, ReceivedCommand call) {
    List<String> given = new ArrayList<>(call.list(parameter));
    if (parameter.equals("STATUS")) {
      given.remove("ACTIVE");
    }
    if (!Set.of(HELD, LOCKED).containsAll(given)) {
      throw new Refusal(Code.INVALID_VALUE, parameter);
    }
    return given;
  }

  private static boolean locked(ReceivedCommand call, Set<String> statuses) {
    return call.value("TRANSFERLOCK").map("1"::equals).orElse(statuses.contains(LOCKED));
  }

  private static void refuseUnlocking(
      ReceivedCommand call, RegisteredName name, boolean locked, Instant now) {
    boolean asked = call.value("TRANSFERLOCK").isPresent() || name.transferLock() != locked;
    if (asked && !locked) {
      Prohibitions.byTrade(name, now)
          .ifPresent(
              text -> {
                throw new Refusal(Code.STATUS_FORBIDS, text);
              });
    }
  }

  private static Account account(ReceivedCommand call, Transaction transaction) {
    return transaction.find(Table.ACCOUNTS, call.account()).orElseThrow();
  }

  private Map<String, List<String>> handles(
      ReceivedCommand call, RegisteredName name, Transaction transaction) {
    Map<String, List<String>> handles = new LinkedHashMap<>();
    List<String> slots = ContactSlots.of(call);
    for (String slot : slots) {
      contacts.data(slot, call, transaction);
    }
    for (String role : ContactSlots.ROLES) {
      List<String> ofRole = slots.stream().filter(slot -> slot.startsWith(role)).toList();
      if (!ofRole.isEmpty()) {
        handles.put(
            role,
            ofRole.stream()
                .flatMap(slot -> contacts.handle(slot, call, transaction).stream())
                .toList());
      }
    }
    for (String role : CHANGEABLE) {
      changeSome(role, handles, call, name, transaction);
    }
    return handles;
  }

  /** In profile A they are refused instead. */
  private static void dropUnknownRoles(
      Map<String, List<String>> handles, Zones.Policy policy, Transaction transaction) {
    for (String role : CHANGEABLE) {
      boolean given = !handles.getOrDefault(role, List.of()).isEmpty();
      if (given && !policy.contacts().contains(role)) {
        if (Profile.of(transaction) == Profile.A) {
          throw new Refusal(Code.INVALID_VALUE, role + "CONTACT0");
        }
        handles.remove(role);
      }
    }
  }

  private void changeSome(
      String role,
      Map<String, List<String>> handles,
      ReceivedCommand call,
      RegisteredName name,
      Transaction transaction) {
    String parameter = role + "CONTACT";
    int added = call.list("ADD" + parameter).size();
    if (added + call.list("DEL" + parameter).size() == 0) {
      return;
    }
    for (int i = 0; i < added; i++) {
      contacts.data("ADD" + parameter + i, call, transaction);
    }
    List<String> before = handles.getOrDefault(role, name.handles(role));
    List<String> wanted = call.changed(parameter, before);
    if (wanted.size() > MOST_CONTACTS) {
      throw new Refusal(Code.INVALID_VALUE, "ADD" + parameter);
    }
    handles.put(role, wanted);
  }

  private boolean becomesTrade(
      ReceivedCommand call,
      RegisteredName name,
      Map<String, List<String>> handles,
      Transaction transaction) {
    Zones.Policy policy = zones.policy(name.domain(), transaction);
    List<String> owners = handles.getOrDefault("OWNER", List.of());
    List<String> before = name.handles("OWNER");
    if (handles.containsKey("OWNER") && owners.isEmpty()) {
      throw new Refusal(Code.INVALID_VALUE, "OWNERCONTACT0");
    }
    if (owners.isEmpty() || before.isEmpty() || policy.changeBy().equals("UPDATE")) {
      return false;
    }
    if (!isAnother(before.get(0), owners.get(0), transaction)) {
      return false;
    }
    boolean profileA = Profile.of(transaction) == Profile.A;
    boolean fallback = account(call, transaction).modifyDomainFallback();
    if (!fallback || !policy.changesRegistrantByIcannTrade()) {
      throw new Refusal(
          profileA ? Code.FINAL_ATTRIBUTE : Code.INVALID_OPTION_VALUE, "OWNERCONTACT0");
    }
    if (TradeCheck.running(name, transaction).isPresent()) {
      throw new Refusal(profileA ? Code.STATUS_FORBIDS : Code.ALREADY_FLAGGED);
    }
    return true;
  }

  private static boolean isAnother(String before, String after, Transaction transaction) {
    return TradeCheck.isAnother(
        Contacts.fields(before, transaction).orElse(Map.of()),
        Contacts.fields(after, transaction).orElse(Map.of()));
  }

  private static RegisteredName changed(
      ReceivedCommand call,
      RegisteredName name,
      Map<String, List<String>> handles,
      boolean traded) {
    Map<String, List<String>> contacts = new LinkedHashMap<>(name.contacts());
    contacts.putAll(handles);
    if (traded) {
      contacts.put("OWNER", name.handles("OWNER"));
    }
    RegisteredName changed =
        name.withContacts(contacts).withFields(NameParameters.fields(call, name.fields()));
    if (call.isOn("GENERATERANDOMAUTH")) {
      changed = changed.withAuth(AuthCodes.of(name.domain() + " " + name.auth()));
    }
    return call.value("AUTH").map(changed::withAuth).orElse(changed);
  }
}
