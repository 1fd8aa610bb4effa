package io.domainflow.sandbox.endpoint;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.clock.Outcomes;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.fault.FaultKind;
import io.domainflow.sandbox.fault.Faults;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.SandboxState;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.FaultEntry;
import io.domainflow.sandbox.stored.RequestEntry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Passes a call to its handler, and records the call. */
@Component("sandboxDispatcher")
@ConditionalOnSandbox
class Dispatcher {

  private static final int MOST_REQUESTS = 100_000;
  private static final Optional<FaultKind> SLOW = FaultKind.of("DELAY_5000");

  private final SandboxState state;
  private final Outcomes outcomes;
  private final Faults faults;
  private final Usage usage;
  private final Clock clock;

  Dispatcher(SandboxState state, Outcomes outcomes, Faults faults, Usage usage, Clock clock) {
    this.state = state;
    this.outcomes = outcomes;
    this.faults = faults;
    this.usage = usage;
    this.clock = clock;
  }

  /** The answer to the caller, and the fault in its delivery. */
  record Reply(PlatformApi api, Answer answer, Optional<FaultKind> fault) {

    String toText() {
      return api.toText(answer);
    }
  }

  /** Carries out a call. Its changes are stored before this returns. */
  Reply dispatch(PlatformApi api, ReceivedCommand call) {
    return state.transaction(
        transaction -> {
          outcomes.happen(transaction);
          return admitted(api, call, transaction);
        });
  }

  /** Records a request that could not be read. */
  Reply unreadable(PlatformApi api, Refusal refusal) {
    state.change(
        transaction ->
            remember(
                api.platform().account(""),
                "",
                List.of(),
                refusal.answer().code(),
                false,
                null,
                transaction));
    return refused(api, refusal);
  }

  private static Reply refused(PlatformApi api, Refusal refusal) {
    return new Reply(api, refusal.answer(), Optional.empty());
  }

  private Reply admitted(PlatformApi api, ReceivedCommand anonymous, Transaction transaction) {
    Handler handler = api.named(anonymous.command()).orElse(null);
    ReceivedCommand call = anonymous;
    try {
      call = api.identify(anonymous, transaction);
      if (Platform.of(call.account()) != api.platform()) {
        throw new Refusal(Code.AUTHENTICATION_FAILED);
      }
      if (handler == null) {
        throw call.command().isEmpty()
            ? new Refusal(Code.MISSING_ATTRIBUTE, "COMMAND")
            : new Refusal(Code.INVALID_COMMAND);
      }
      api.authorize(call, handler.command(), transaction);
    } catch (Refusal refusal) {
      remember(call, handler, refusal.answer().code(), null, transaction);
      return refused(api, refusal);
    }
    return switch (usage.count(call, handler, transaction)) {
      case TURNED_AWAY -> {
        Refusal refusal = new Refusal(Code.USAGE_EXCEEDED);
        remember(call, handler, refusal.answer().code(), null, transaction);
        yield refused(api, refusal);
      }
      case SLOW -> {
        Reply reply = served(api, call, handler, transaction);
        yield new Reply(api, reply.answer(), reply.fault().or(() -> SLOW));
      }
      case SERVED -> served(api, call, handler, transaction);
    };
  }

  private Reply served(
      PlatformApi api, ReceivedCommand call, Handler handler, Transaction transaction) {
    Optional<FaultEntry> struck = faults.take(handler.command(), call.domains(), transaction);
    Optional<FaultKind> kind = struck.flatMap(fault -> FaultKind.of(fault.fault()));
    Answer answer = Answer.of(Code.COMPLETED);
    if (kind.map(k -> k.effect().executed()).orElse(true)) {
      answer = transaction.orNothing(() -> api.carryOut(handler, call, transaction));
    }
    Optional<Code> instead = kind.map(FaultKind::code);
    if (instead.isPresent()) {
      answer = Answer.of(instead.get(), struck.map(FaultEntry::description).orElse(""));
    }
    remember(
        call,
        handler,
        kind.filter(Dispatcher::unanswered).isPresent() ? null : answer.code(),
        struck.map(FaultEntry::fault).orElse(null),
        transaction);
    return new Reply(api, answer, kind);
  }

  private static boolean unanswered(FaultKind kind) {
    return switch (kind.effect()) {
      case CODE, CODE_AFTER, DELAY -> false;
      default -> true;
    };
  }

  private void remember(
      ReceivedCommand call,
      @Nullable Handler handler,
      @Nullable Code code,
      @Nullable String fault,
      Transaction transaction) {
    remember(
        printable(call.account()),
        handler == null ? printable(call.command()) : handler.command(),
        call.domains().stream().map(Dispatcher::printable).toList(),
        code,
        handler != null && handler.mutation(),
        fault,
        transaction);
  }

  private void remember(
      String account,
      String command,
      List<String> domains,
      @Nullable Code code,
      boolean mutation,
      @Nullable String fault,
      Transaction transaction) {
    transaction.put(
        Table.REQUESTS,
        new RequestEntry(
            transaction.next("request"),
            clock.instant(),
            account,
            command,
            domains.isEmpty() ? null : domains.get(0),
            domains,
            code == null ? null : code.number(),
            mutation,
            fault));
    transaction.trim(Table.REQUESTS, MOST_REQUESTS);
  }

  // Text from an unknown caller is cut short.
  private static String printable(String text) {
    return text.length() > 255 ? text.substring(0, 255) + "…" : text;
  }
}
