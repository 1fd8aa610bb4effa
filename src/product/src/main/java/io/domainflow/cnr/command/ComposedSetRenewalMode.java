package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.SetRenewalMode;
import java.util.Optional;

/**
 * {@link SetRenewalMode} as {@code SetDomainRenewalMode}. A renewal that was ordered through the
 * mode, by an order or a restore, stays ordered, and the new mode applies after it, unless the
 * renewal has to be reversed: a mode that ends the name would cancel it. A renewal that was charged
 * without an order cannot be reversed, which is refused here: no command is known for it.
 */
final class ComposedSetRenewalMode implements Composed<SetRenewalMode, SetRenewalMode.Result> {

  private static final int POINTS = 11 + DefaultMode.POINTS;

  @Override
  public String name(SetRenewalMode command) {
    return "SetDomainRenewalMode";
  }

  @Override
  public int points(SetRenewalMode command) {
    return POINTS;
  }

  @Override
  public Optional<DomainName> about(SetRenewalMode command) {
    return Optional.of(command.domain());
  }

  @Override
  public SetRenewalMode.Result ask(SetRenewalMode command, Calls calls) {
    boolean ordered = ModeText.renewsOnce(calls.ask(new RenewalTerms(command.domain())).mode());
    if (command.takeBack() && !ordered) {
      throw new ComposedCallFailed(
          Refusals.of(
              RefusalReason.UNKNOWN_FIELD,
              ResultCode.INVALID_ATTRIBUTE_NAME,
              "no command reverses a renewal that was charged"));
    }
    String word =
        ordered && !command.takeBack() ? afterwards(command.mode(), calls) : command.mode().name();
    calls.change(new CnrRenewalMode(command.domain(), word));
    return new SetRenewalMode.Result();
  }

  // There is no value for renewing once and then always. If the account's default does not renew,
  // the plain mode carries out the ordered renewal as well.
  private static String afterwards(RenewalMode mode, Calls calls) {
    if (mode != RenewalMode.AUTORENEW) {
      return ModeText.renewOnceThen(mode);
    }
    return DefaultMode.of(calls).filter(RenewalMode.AUTORENEW::equals).isPresent()
        ? ModeText.RENEW_ONCE
        : RenewalMode.AUTORENEW.name();
  }
}
