package io.domainflow.sandbox.cnr.application;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.cnr.TldFields;
import io.domainflow.sandbox.cnr.Translation;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.command.domain.PrivacyCheck;
import io.domainflow.sandbox.command.domain.Registrations;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Registration;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Transaction;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrAddDomainApplication implements CnrHandler, Handler.Changing {

  private static final Set<String> CLASSES =
      Set.of(
          "GTLD-PREORDER",
          "SUNRISE",
          "LRP",
          "EAP",
          "GOLIVE",
          "SWISS-GOLIVE",
          "BACKORDER",
          "LITEBACKORDER");

  private final Registration registration;
  private final Registrations registrations;
  private final Zones zones;

  CnrAddDomainApplication(Registration registration, Registrations registrations, Zones zones) {
    this.registration = registration;
    this.registrations = registrations;
    this.zones = zones;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN", "CLASS")
        .optional("PERIOD")
        .optional(Translation.OF_NAMES);
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    TldFields.check(call);
    if (!CLASSES.contains(call.required("CLASS").toUpperCase(Locale.ROOT))) {
      throw new Refusal(Code.INVALID_VALUE);
    }
    ReceivedCommand translated = Translation.of(call);
    Registration.Details details =
        IspapiCommands.plainly(() -> registration.checkWithFee(translated, transaction));
    IspapiCommands.plainly(
        () -> PrivacyCheck.refuseUnknown(PrivacyCheck.AT_CNR, call, zones, transaction));
    List<String> number =
        registrations.apply(translated, details, transaction).column("APPLICATION");
    return Answer.of(Code.COMPLETED).with("application", number).with("status", "REQUESTED");
  }
}
