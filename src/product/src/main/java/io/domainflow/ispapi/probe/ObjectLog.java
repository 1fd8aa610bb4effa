package io.domainflow.ispapi.probe;

import io.domainflow.account.Accounts;
import io.domainflow.account.ResellerAccount;
import io.domainflow.ispapi.command.IspapiCodecs;
import io.domainflow.ispapi.command.StatusObjectLog;
import io.domainflow.lineprotocol.AnswerMeaning;
import io.domainflow.lineprotocol.EncodedCommand;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.probe.AttemptTime;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.Answer;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.ReadLog.Entry;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The registrar's log of a name as evidence of a command's outcome. An entry proves that the
 * command was executed; a missing entry proves nothing, because the log may lag.
 */
@Component
class ObjectLog {

  private static final int MOST = 20;

  // Values that were removed from the log because they are secret.
  private static final String MASKED = "***";

  private final Accounts accounts;

  ObjectLog(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * The newest entries of these operations, newest first.
   *
   * @return empty if the account may not read the log
   */
  Optional<List<Entry>> entries(
      DomainName name, Instant since, Set<Operation> operations, Reader registrar) {
    return entries(name, since, registrar)
        .map(
            entries ->
                entries.stream().filter(entry -> operations.contains(entry.operation())).toList());
  }

  /**
   * The newest entries, newest first.
   *
   * @return empty if the account may not read the log
   */
  Optional<List<Entry>> entries(DomainName name, Instant since, Reader registrar) {
    return registrar.log(name, since, MOST);
  }

  /** The command and its answer; empty if the account may not read it. */
  Optional<StatusObjectLog.Result> read(Entry entry, Reader registrar) {
    try {
      return Optional.of(registrar.ask(new StatusObjectLog(entry.index())));
    } catch (Refused | AccessRefused e) {
      return Optional.empty();
    }
  }

  /**
   * The answer to a command that creates the name, if this attempt executed it and it has not
   * failed since.
   */
  <R> Optional<R> creation(Mutation<R> command, DomainName name, Intent intent, Reader registrar) {
    for (Entry entry :
        entries(name, AttemptTime.since(intent), Set.of(Operation.REGISTRATION), registrar)
            .orElse(List.of())) {
      Optional<StatusObjectLog.Result> detail = read(entry, registrar);
      boolean outcome = detail.filter(found -> found.command().isEmpty()).isPresent();
      boolean ours =
          detail
              .filter(found -> isOf(command, intent, entry, found) && accepted(found))
              .isPresent();
      if ((ours || outcome) && entry.outcome() == Outcome.FAILED) {
        return Optional.empty();
      }
      if (ours) {
        return detail
            .flatMap(StatusObjectLog.Result::response)
            .map(IspapiCodecs.encode(command)::result);
      }
    }
    return Optional.empty();
  }

  /** Whether an entry belongs to this command, sent with the account's login. */
  boolean isOf(Mutation<?> command, Intent intent, Entry entry, StatusObjectLog.Result detail) {
    Map<String, String> logged = detail.command();
    EncodedCommand<?> encoded = IspapiCodecs.encode(command);
    return encoded.name().equalsIgnoreCase(logged.get("COMMAND"))
        && isOfLogin(entry, intent.account())
        && encoded.parameters().entrySet().stream()
            .allMatch(sent -> isLogged(sent.getValue(), logged.get(sent.getKey())));
  }

  /** Whether a logged command was executed, or is pending. */
  static boolean accepted(StatusObjectLog.Result detail) {
    // An order is only stored for later execution.
    return !detail.command().containsKey("ORDER")
        && detail.response().filter(ObjectLog::isSuccess).isPresent();
  }

  private static boolean isSuccess(RegistrarResponse response) {
    return AnswerMeaning.kindOf(response, true) == Answer.Kind.SUCCESS;
  }

  private static boolean isLogged(String sent, @Nullable String logged) {
    return logged != null && (logged.equals(MASKED) || logged.equals(sent.strip()));
  }

  /**
   * Whether an entry may belong to the account's login. The log's details about the caller are not
   * fully documented: missing ones are ignored.
   */
  boolean isOfLogin(Entry entry, String account) {
    return entry.mayBeOf(accounts.find(account).map(ResellerAccount::login).orElse(""));
  }
}
