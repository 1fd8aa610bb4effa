package io.domainflow.ispapi;

import io.domainflow.ispapi.command.RegistrarTextHints;
import io.domainflow.ispapi.command.RegistrationWords;
import io.domainflow.ispapi.command.TransferLockWords;
import io.domainflow.registrar.ChangeHint;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.TransferHint;
import io.domainflow.registrar.command.RegistrationPart;
import io.domainflow.wire.AnswerMeaning;
import io.domainflow.wire.protocol.ResultCode;
import io.domainflow.wire.protocol.WireResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What ISPAPI's result codes and descriptions say. */
@Component
public final class IspapiCodes implements RegistrarCodes {

  /** As the registrar calls commands that only ask. */
  private static final Pattern QUESTION = Pattern.compile("(Check|Status|Query|Get)[A-Z]\\w*");

  /** The only one on the page of QueryEventList. */
  private static final Set<String> DOCUMENTED_EVENTS = Set.of("DOMAIN_TRANSFER");

  @Override
  public Optional<String> meaning(int code) {
    return ResultCode.of(code).map(ResultCode::text);
  }

  @Override
  public RefusalReason reason(int code) {
    return AnswerMeaning.reasonOf(answer(code));
  }

  @Override
  public int code(RefusalReason reason) {
    return Arrays.stream(ResultCode.values())
        .mapToInt(ResultCode::code)
        .filter(code -> reason(code) == reason)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no code says " + reason));
  }

  @Override
  public boolean wentWrong(String command, int code) {
    boolean mutation = !QUESTION.matcher(command).matches();
    return switch (AnswerMeaning.kindOf(answer(code), mutation)) {
      case SUCCESS, NEGATIVE_CHECK -> false;
      case REFUSED -> mutation;
      case TRY_LATER, IN_DOUBT, LOGIN_REFUSED, CREDIT -> true;
    };
  }

  @Override
  public Set<RegistrationPart> partsNamedIn(String words) {
    return RegistrationWords.parts(words);
  }

  @Override
  public Set<String> additionalFieldsNamedIn(String words) {
    return RegistrationWords.additionalFields(words);
  }

  @Override
  public Set<TransferHint> transferHints(String words) {
    return RegistrarTextHints.ofTransfer(words);
  }

  @Override
  public Set<ChangeHint> changeHints(String words) {
    return RegistrarTextHints.ofChange(words);
  }

  @Override
  public Set<String> documentedEvents() {
    return DOCUMENTED_EVENTS;
  }

  @Override
  public Optional<Instant> lockedUntil(String words) {
    return TransferLockWords.lockedUntil(words);
  }

  private WireResponse answer(int code) {
    return new WireResponse(code, meaning(code).orElse(""), false, Map.of());
  }
}
