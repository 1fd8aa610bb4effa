package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.RevokeAuthCode;
import java.util.Optional;

/**
 * {@link RevokeAuthCode} as {@code SetAuthCode} at the registries that support it; elsewhere a new
 * code replaces the issued one. Under .be no code can be deleted: the registrant is sent a new one.
 */
final class ComposedRevokeAuthCode implements Composed<RevokeAuthCode, RevokeAuthCode.Result> {

  @Override
  public String name(RevokeAuthCode command) {
    return isAtRegistry(command) ? "SetAuthCode" : "ModifyDomain";
  }

  @Override
  public int points(RevokeAuthCode command) {
    return 10;
  }

  @Override
  public Optional<DomainName> about(RevokeAuthCode command) {
    return Optional.of(command.domain());
  }

  @Override
  public RevokeAuthCode.Result ask(RevokeAuthCode command, Calls calls) {
    boolean pending =
        isAtRegistry(command)
            ? calls.change(new AuthCodeAtRegistry(command.domain(), true)).pending()
            : calls.change(GeneratedAuthCode.newFor(command.domain())).pending();
    return new RevokeAuthCode.Result(pending);
  }

  private static boolean isAtRegistry(RevokeAuthCode command) {
    return command.atRegistry() && AuthCodeAtRegistry.isFor(command.domain());
  }
}
