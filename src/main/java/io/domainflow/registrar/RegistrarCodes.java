package io.domainflow.registrar;

import io.domainflow.ispapi.protocol.ResultCode;
import java.util.Optional;

/** The registrar's result codes, for whoever knows only the number. */
public final class RegistrarCodes {

  private RegistrarCodes() {}

  /** What a code says in general; empty for one that is not documented. */
  public static Optional<String> meaning(int code) {
    return ResultCode.of(code).map(ResultCode::text);
  }
}
