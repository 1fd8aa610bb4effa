package io.domainflow.cnr.command;

import io.domainflow.account.Platform;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.Query;
import io.domainflow.wire.Wire;
import io.domainflow.wire.WireCommand;
import io.domainflow.wire.Wires;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How each of our commands is said to CentralNic Reseller, and which ones it does not have. */
public final class CnrWires {

  /** Those that are one command there, and the single questions of those that are several. */
  public static final Wires ALL =
      new Wires(
          Platform.CNR,
          List.<Wire<?, ?>>of(
              new CreateContactWire(), new HoldDomainWire(), new ReadBalanceWire()));

  private static final Map<Class<?>, Composed<?, ?>> COMPOSED =
      List.<Composed<?, ?>>of().stream()
          .collect(Collectors.toMap(Composed::query, Function.identity()));

  private static final Map<Class<? extends Command<?>>, String> NOT_OFFERED = Map.of();

  private CnrWires() {}

  /** Says a command that is one command there. */
  public static <R> WireCommand<R> said(Command<R> command) {
    return ALL.say(command);
  }

  /** How a question that takes several of the registrar's is put together; empty for others. */
  // It is registered under the class of its question, and the question determines the result.
  @SuppressWarnings("unchecked")
  public static <R> Optional<Composed<Query<R>, R>> composed(Command<R> command) {
    return Optional.ofNullable((Composed<Query<R>, R>) COMPOSED.get(command.getClass()));
  }

  /** Why the registrar has nothing like a command, as a sentence; empty if it has. */
  public static Optional<String> notOffered(Command<?> command) {
    return Optional.ofNullable(NOT_OFFERED.get(command.getClass()));
  }
}
