package io.domainflow.sandbox.cnr.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.cnr.CnrDate;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.NamePrices;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.cnr.PremiumFee;
import io.domainflow.sandbox.cnr.Translation;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.command.transfer.CnrTransferState;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Transfer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrTransferDomain implements CnrHandler, Handler.Changing {

  private static final Pattern KEPT =
      Pattern.compile(
          "DOMAIN|AUTH|PERIOD|(OWNER|ADMIN|TECH|BILLING)CONTACT[0-9].*|NAMESERVER[0-9]+");
  private static final Set<Code> FOR_CODE = Set.of(Code.AUTHORIZATION_FAILED, Code.FAILED);
  private static final Pattern CONTACT = Pattern.compile("([A-Z]+)CONTACT[0-9].*");

  private final IspapiCommands other;
  private final Zones zones;
  private final NamePrices prices;
  private final Clock clock;

  CnrTransferDomain(IspapiCommands other, Zones zones, NamePrices prices, Clock clock) {
    this.other = other;
    this.zones = zones;
    this.prices = prices;
    this.clock = clock;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN")
        .optional(Translation.OF_NAMES)
        .optional(
            "ACTION",
            "PERIOD",
            "FORCEREQUEST",
            "ACCEPT-TRADE",
            "TARGET",
            "TOKEN",
            "DOMAINAUTH",
            "EMAIL*");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    String action = call.value("ACTION").orElse("REQUEST").toUpperCase(Locale.ROOT);
    return switch (action) {
      case "REQUEST", "USERTRANSFER" -> request(call, action.equals("USERTRANSFER"), transaction);
      case "CANCEL", "APPROVE", "DENY" -> {
        other.carryOut(
            command(), call, Map.of("DOMAIN", call.domain(), "ACTION", action), transaction);
        yield answer(call, transaction).without("job id").without("renewal period");
      }
      default -> throw new Refusal(Code.INVALID_VALUE, "ACTION");
    };
  }

  private Answer request(ReceivedCommand call, boolean user, Transaction transaction) {
    Zones.Policy policy = IspapiCommands.plainly(() -> zones.policy(call.domain(), transaction));
    boolean forced = call.isOn("FORCEREQUEST");
    boolean internal =
        transaction
            .find(Table.NAMES, call.domain())
            .filter(name -> Platform.same(name.account(), call.account()))
            .filter(name -> !call.account().equals(name.account()))
            .isPresent();
    Map<String, String> parameters = new LinkedHashMap<>();
    call.parameters()
        .forEach(
            (key, value) -> {
              if (!KEPT.matcher(key).matches()) {
                return;
              }
              if (takes(policy, internal, key)) {
                parameters.put(key, value);
              } else if (!forced && !key.equals("PERIOD")) {
                throw new Refusal(Code.INVALID_ATTRIBUTE, key);
              }
            });
    if (forced && !takesPeriod(policy, call)) {
      parameters.remove("PERIOD");
    }
    parameters.put("ACTION", user || (forced && internal) ? "USERTRANSFER" : "REQUEST");
    if (!internal) {
      priceClass(call, transaction).ifPresent(known -> parameters.put("CLASS", known));
    }
    try {
      other.carryOut(command(), call, parameters, transaction);
    } catch (Refusal refusal) {
      throw isForCode(refusal, call, transaction) ? wrongCode(transaction) : refusal;
    }
    return answer(call, transaction);
  }

  private static boolean takes(Zones.Policy policy, boolean internal, String key) {
    if (key.equals("DOMAIN") || key.equals("AUTH")) {
      return true;
    }
    if (internal) {
      return false;
    }
    Matcher contact = CONTACT.matcher(key);
    if (contact.matches()) {
      return policy.takenOver().contains(contact.group(1));
    }
    return key.equals("PERIOD") || !policy.takenOver().isEmpty();
  }

  private static boolean takesPeriod(Zones.Policy policy, ReceivedCommand call) {
    return call.period().filter(policy.transferPeriods()::contains).isPresent();
  }

  private Optional<String> priceClass(ReceivedCommand call, Transaction transaction) {
    NamePrices.NamePrice name =
        IspapiCommands.plainly(() -> prices.of(call.domain(), call, transaction));
    if (name.premium().isPresent()) {
      PremiumFee.refuseOther(
          call,
          name.of(NamePrices.Action.TRANSFER, 1),
          Profile.of(transaction) == Profile.A ? Code.MISSING_ATTRIBUTE : Code.INVALID_VALUE);
    }
    return name.premium();
  }

  private boolean isForCode(Refusal refusal, ReceivedCommand call, Transaction transaction) {
    boolean wrong =
        transaction
            .find(Table.NAMES, call.domain())
            .filter(
                name -> call.value("AUTH").filter(name.authAt(clock.instant())::equals).isEmpty())
            .isPresent();
    return wrong && FOR_CODE.contains(refusal.answer().code());
  }

  private static Refusal wrongCode(Transaction transaction) {
    return Profile.of(transaction) == Profile.A
        ? new Refusal(Code.AUTHORIZATION_FAILED, "wrong authinfo")
        : new Refusal(Code.FAILED, "wrong auth code");
  }

  private static Answer answer(ReceivedCommand call, Transaction transaction) {
    Transfer transfer = transaction.find(Table.TRANSFERS, call.domain()).orElseThrow();
    return Answer.of(Code.COMPLETED)
        .with(
            "execute date",
            CnrDate.of(Objects.requireNonNullElse(transfer.dueAt(), transfer.updatedAt())))
        .with("job id", Long.toString(transfer.number()))
        .with("registrar", CnrTransferState.registrar(transfer.losing()))
        .with("renewal period", Integer.toString(transfer.years()))
        .with("request date", CnrDate.of(transfer.createdAt()))
        .with("requesting registrar", CnrTransferState.requesting(transfer))
        .with(
            "transfer status",
            CnrTransferState.of(transfer, call.account(), Profile.of(transaction)));
  }
}
