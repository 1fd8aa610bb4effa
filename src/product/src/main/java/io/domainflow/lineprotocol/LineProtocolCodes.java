package io.domainflow.lineprotocol;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarCodes;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Interprets result codes, which both platforms share; their texts differ. */
public abstract class LineProtocolCodes implements RegistrarCodes {

  /** The registrar's prefixes of commands that only read. */
  private static final Pattern QUESTION = Pattern.compile("(Check|Status|Query|Get)[A-Z]\\w*");

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

  private RegistrarResponse answer(int code) {
    return new RegistrarResponse(code, meaning(code).orElse(""), false, Map.of());
  }
}
