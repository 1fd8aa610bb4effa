package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
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
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Trade;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks a requested change of registrant. */
@Component("sandboxTradeCheck")
@ConditionalOnSandbox
public class TradeCheck {

  private static final String NEW = "X-CONFIRM-DA-NEW-REGISTRANT";
  private static final String OLD = "X-CONFIRM-DA-OLD-REGISTRANT";
  private static final String OPT_OUT = "X-REQUEST-OPT-OUT-TRANSFERLOCK";

  /**
   * The parameters that state who has agreed under ICANN's rules, and whether the lock is waived.
   */
  static final List<String> AGREEMENTS = List.of(NEW, OLD, OPT_OUT);

  private static final List<String> MATERIAL =
      List.of("FIRSTNAME", "LASTNAME", "NAME", "ORGANIZATION", "EMAIL");

  private final Zones zones;
  private final Contacts contacts;
  private final Clock clock;

  TradeCheck(Zones zones, Contacts contacts, Clock clock) {
    this.zones = zones;
    this.contacts = contacts;
    this.clock = clock;
  }

  /**
   * The result of the check.
   *
   * @param asked whether the prior registrant has to confirm
   * @param locks whether the name is locked once the change is done
   * @param against why the change is refused, unless because of an error in the command
   */
  record Result(
      RegisteredName name,
      Zones.Policy policy,
      boolean asked,
      boolean locks,
      Optional<Answer> against) {}

  /**
   * Checks the change of a command.
   *
   * @param whole whether the command must have everything that a change needs
   * @throws Refusal if there is no such name in the account, or the command has an error
   */
  Result of(ReceivedCommand call, boolean whole, Transaction transaction) {
    Zones.Policy policy = zones.policy(call.domain(), transaction);
    Profile profile = Profile.of(transaction);
    RegisteredName name = name(call, transaction);
    Optional<Answer> otherWay = otherWay(policy, profile);
    if (otherWay.isPresent()) {
      return new Result(name, policy, false, false, otherWay);
    }
    boolean optOut = checkAgreements(call, policy, whole, profile);
    ContactSlots.of(call).forEach(slot -> contacts.data(slot, call, transaction));
    NameParameters.refuseUnknownHosts(call);
    Optional<Map<String, String>> owner = contacts.data("OWNERCONTACT0", call, transaction);
    if (whole && owner.isEmpty()) {
      throw new Refusal(Code.MISSING_ATTRIBUTE, "OWNERCONTACT0");
    }
    Optional<Map<String, String>> before = registrant(name, transaction);
    boolean icann = policy.changesRegistrantByIcannTrade() && before.isPresent();
    boolean agreed = call.isOn(OLD) && !optOut;
    return new Result(
        name,
        policy,
        icann && !agreed,
        icann && !optOut,
        standing(name, profile, transaction)
            .or(
                () ->
                    owner
                        .filter(wanted -> before.filter(old -> !isAnother(old, wanted)).isPresent())
                        .map(wanted -> unchanged(profile))));
  }

  /**
   * The name a command is about.
   *
   * @throws Refusal if it is not in the account
   */
  public static RegisteredName name(ReceivedCommand call, Transaction transaction) {
    RegisteredName name =
        transaction
            .find(Table.NAMES, call.domain())
            .filter(n -> Platform.same(n.account(), call.account()))
            .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    if (!call.account().equals(name.account())) {
      throw new Refusal(Code.AUTHORIZATION_FAILED);
    }
    return name;
  }

  /**
   * Whether a command ends a change that was requested earlier.
   *
   * @throws Refusal 541 for an unknown ACTION
   */
  static boolean cancels(ReceivedCommand call) {
    return switch (call.value("ACTION").orElse("request").toLowerCase(Locale.ROOT)) {
      case "request" -> false;
      case "cancel" -> true;
      default -> throw new Refusal(Code.INVALID_VALUE, "ACTION");
    };
  }

  /** The open change of registrant, which an account may end. */
  public static Optional<Trade> running(RegisteredName name, Transaction transaction) {
    return Trades.running(name.domain(), transaction)
        .filter(trade -> trade.account().equals(name.account()));
  }

  /** Whether the contacts are different registrants. */
  public static boolean isAnother(Map<String, String> old, Map<String, String> wanted) {
    return MATERIAL.stream().anyMatch(field -> !Objects.equals(old.get(field), wanted.get(field)));
  }

  /** The present registrant of a name, if it has one. */
  public static Optional<Map<String, String>> registrant(
      RegisteredName name, Transaction transaction) {
    return name.handles("OWNER").stream()
        .flatMap(handle -> Contacts.fields(handle, transaction).stream())
        .findFirst();
  }

  private static Optional<Answer> otherWay(Zones.Policy policy, Profile profile) {
    return switch (policy.changeBy()) {
      case "UPDATE" -> Optional.of(unfit("please use UPDATE method", profile));
      case "REGISTRY" ->
          Optional.of(Answer.of(Code.FAILED, "the registrant is changed at the registry only"));
      case "NEWREG" ->
          Optional.of(Answer.of(Code.FAILED, "the name has to be deleted and registered again"));
      default -> Optional.empty();
    };
  }

  private static Answer unchanged(Profile profile) {
    return unfit(
        "Registrant remains unchanged; trade is only allowed for change of registrant", profile);
  }

  private static Answer unfit(String text, Profile profile) {
    return Answer.of(
        profile == Profile.A ? Code.INVALID_OPTION_VALUE : Code.REQUEST_NOT_AVAILABLE, text);
  }

  /** Checks the three parameters, and returns whether the lock is to be opted out of. */
  private static boolean checkAgreements(
      ReceivedCommand call, Zones.Policy policy, boolean whole, Profile profile) {
    boolean profileA = profile == Profile.A;
    if (!policy.changesRegistrantByIcannTrade()) {
      AGREEMENTS.stream()
          .filter(name -> profileA && call.value(name).isPresent())
          .findFirst()
          .ifPresent(
              name -> {
                throw new Refusal(Code.INVALID_ATTRIBUTE, name);
              });
      return false;
    }
    Optional<String> agreed = call.value(NEW);
    if (whole && agreed.isEmpty()) {
      throw new Refusal(Code.MISSING_ATTRIBUTE, NEW);
    }
    if (agreed.filter("0"::equals).isPresent()) {
      throw new Refusal(profileA ? Code.INVALID_SYNTAX : Code.MISSING_ATTRIBUTE, NEW);
    }
    if (policy.afnic() && profileA && call.value(OPT_OUT).isPresent()) {
      throw new Refusal(Code.INVALID_SYNTAX, OPT_OUT);
    }
    return call.isOn(OPT_OUT) && !policy.afnic();
  }

  private Optional<Answer> standing(RegisteredName name, Profile profile, Transaction transaction) {
    boolean profileA = profile == Profile.A;
    if (running(name, transaction).isPresent()) {
      return Optional.of(
          Answer.of(profileA ? Code.STATUS_FORBIDS : Code.ALREADY_FLAGGED, "a trade is pending"));
    }
    return obstacle(name, clock.instant(), transaction)
        .map(text -> Answer.of(profileA ? Code.STATUS_FORBIDS : Code.FAILED, text));
  }

  private static Optional<String> obstacle(
      RegisteredName name, Instant now, Transaction transaction) {
    if (name.onHold()) {
      return Optional.of("the name is on hold (" + name.holds().get(0) + ")");
    }
    if (Transfers.running(name.domain(), transaction).isPresent()) {
      return Optional.of("the name is being transferred");
    }
    if (!name.status().equals("ACTIVE")) {
      return Optional.of("the name is not active (" + name.status() + ")");
    }
    return name.expiresAt().isBefore(now) ? Optional.of("the name has expired") : Optional.empty();
  }
}
