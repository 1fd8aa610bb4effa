package io.domainflow.sandbox.control;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.command.CommandSyntax;
import io.domainflow.sandbox.fault.EventFault;
import io.domainflow.sandbox.fault.FaultKind;
import io.domainflow.sandbox.protocol.Code;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Lists the choices that a person has in control calls, each with its meaning. */
@Component("sandboxChoices")
@ConditionalOnSandbox
class Choices {

  private final CommandSyntax syntax;
  private final List<CnrHandler> cnr;
  private final Environment settings;

  Choices(CommandSyntax syntax, List<CnrHandler> cnr, Environment settings) {
    this.syntax = syntax;
    this.cnr = cnr;
    this.settings = settings;
  }

  /**
   * All choices.
   *
   * @param alone whether the sandbox runs without the application
   * @param elsewhere address of the simulated registrar that the application uses instead of this
   *     one; null if it uses this one
   * @param codes the codes that a fault can answer
   */
  record All(
      boolean alone,
      @Nullable String elsewhere,
      List<String> commands,
      List<Fault> faults,
      List<Answered> codes,
      List<Happening> happenings,
      RegistryInput.Registrant registrant) {}

  /**
   * A kind of fault.
   *
   * @param form its name, with {@code {}} in place of a value
   * @param events whether it affects events instead of commands
   */
  record Fault(String form, String meaning, boolean events) {}

  /** A code and its text. */
  record Answered(int code, String text) {}

  /** Something that can happen to a name, and the account or registrar that it requires. */
  record Happening(String what, String meaning, RegistryAction.To to) {}

  /** The commands of both platforms. */
  List<String> commands() {
    return Stream.concat(syntax.commands().stream(), cnr.stream().map(CnrHandler::command))
        .distinct()
        .sorted()
        .toList();
  }

  All all() {
    return new All(
        settings.matchesProfiles("sandbox"),
        settings.getProperty("domainflow.ispapi.sandbox-url"),
        commands(),
        Stream.concat(
                Arrays.stream(FaultKind.Effect.values())
                    .map(effect -> new Fault(form(effect), effect.meaning(), false)),
                EventFault.MEANINGS.entrySet().stream()
                    .map(kind -> new Fault(kind.getKey(), kind.getValue(), true)))
            .toList(),
        Arrays.stream(Code.values())
            .filter(code -> Code.of(code.number()).equals(Optional.of(code)))
            .map(code -> new Answered(code.number(), code.text()))
            .toList(),
        Arrays.stream(RegistryAction.values())
            .map(what -> new Happening(what.name(), what.meaning(), what.to()))
            .toList(),
        RegistryInput.Registrant.OLD_HOLDER);
  }

  private static String form(FaultKind.Effect effect) {
    return switch (effect) {
      case CODE -> "CODE_{}";
      case CODE_AFTER -> "CODE_{}_AFTER";
      case DELAY -> "DELAY_{}";
      default -> effect.name();
    };
  }
}
