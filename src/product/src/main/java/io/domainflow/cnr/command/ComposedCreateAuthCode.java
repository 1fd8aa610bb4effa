package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.CreateAuthCode;
import java.util.Optional;

/**
 * {@link CreateAuthCode} as {@code SetAuthCode} at the registries that support it; elsewhere {@code
 * ModifyDomain} sets a code that we generate or, under .cn, one that the registrar generates.
 */
final class ComposedCreateAuthCode implements Composed<CreateAuthCode, CreateAuthCode.Result> {

  @Override
  public String name(CreateAuthCode command) {
    return isAtRegistry(command) ? "SetAuthCode" : "ModifyDomain";
  }

  @Override
  public int points(CreateAuthCode command) {
    return 10;
  }

  @Override
  public Optional<DomainName> about(CreateAuthCode command) {
    return Optional.of(command.domain());
  }

  @Override
  public CreateAuthCode.Result ask(CreateAuthCode command, Calls calls) {
    if (isAtRegistry(command)) {
      AuthCodeAtRegistry.Result made =
          calls.change(new AuthCodeAtRegistry(command.domain(), false));
      return new CreateAuthCode.Result(
          made.pending(), made.code(), AuthCodeAtRegistry.end(command.domain(), calls.now()));
    }
    GeneratedAuthCode chosen = GeneratedAuthCode.newFor(command.domain());
    boolean pending = calls.change(chosen).pending();
    return new CreateAuthCode.Result(
        pending, pending || chosen.isMadeThere() ? null : chosen.code(), null);
  }

  private static boolean isAtRegistry(CreateAuthCode command) {
    return command.atRegistry() && AuthCodeAtRegistry.isFor(command.domain());
  }
}
