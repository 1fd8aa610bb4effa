package io.domainflow.seconddialect;

import io.domainflow.registrar.ChangeHint;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.TransferHint;
import io.domainflow.registrar.command.RegistrationPart;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The meaning of its numbers; its texts have none. */
final class SecondCodes implements RegistrarCodes {

  private static final Map<RefusalReason, Integer> NUMBERS =
      Map.of(
          RefusalReason.NOT_FOUND, NoticeBoard.NOBODY_HAS_IT,
          RefusalReason.ALREADY_THERE, NoticeBoard.SOMEBODY_HAS_IT,
          RefusalReason.UNKNOWN_COMMAND, NoticeBoard.UNKNOWN_VERB);

  static RefusalReason reasonOf(int number) {
    return NUMBERS.entrySet().stream()
        .filter(each -> each.getValue() == number)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(RefusalReason.OTHER);
  }

  @Override
  public Optional<String> meaning(int code) {
    return Optional.of(reasonOf(code).name());
  }

  @Override
  public RefusalReason reason(int code) {
    return reasonOf(code);
  }

  @Override
  public int code(RefusalReason reason) {
    return NUMBERS.getOrDefault(reason, 0);
  }

  @Override
  public boolean wentWrong(String command, int code) {
    return code != NoticeBoard.DONE;
  }

  @Override
  public Set<RegistrationPart> partsNamedIn(String words) {
    return Set.of();
  }

  @Override
  public Set<String> additionalFieldsNamedIn(String words) {
    return Set.of();
  }

  @Override
  public Set<TransferHint> transferHints(String words) {
    return Set.of();
  }

  @Override
  public Set<ChangeHint> changeHints(String words) {
    return Set.of();
  }

  @Override
  public Set<String> documentedEvents() {
    return Set.of();
  }

  @Override
  public Optional<Instant> lockedUntil(String words) {
    return Optional.empty();
  }
}
