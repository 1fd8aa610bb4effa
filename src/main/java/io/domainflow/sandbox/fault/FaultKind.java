package io.domainflow.sandbox.fault;

import io.domainflow.sandbox.wire.Code;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What goes wrong with a call.
 *
 * @param code the code answered instead; null where the fault answers none
 * @param delay how long the answer is held back
 */
public record FaultKind(Effect effect, Code code, Duration delay) {

  /** The kinds of faults. */
  public enum Effect {
    /**
     * The connection is closed without an answer and nothing was executed: as near to a refused
     * connection as a server that listens can come.
     */
    REFUSE(false),
    RESET_BEFORE(false),
    RESET_AFTER(true),
    TIMEOUT_BEFORE(false),
    TIMEOUT_AFTER(true),
    HALF_BODY(true),
    GARBAGE(true),
    EMPTY(true),
    HTTP_500(true),
    CODE(false),
    CODE_AFTER(true),
    DELAY(true);

    /** Named as they stand; the others carry a number in their name. */
    private static final Set<Effect> PLAIN =
        EnumSet.complementOf(EnumSet.of(CODE, CODE_AFTER, DELAY));

    private final boolean executed;

    Effect(boolean executed) {
      this.executed = executed;
    }

    /** Whether the command is still carried out. */
    public boolean executed() {
      return executed;
    }
  }

  private static final Pattern CODE = Pattern.compile("CODE_([0-9]{3})(_AFTER)?");
  private static final Pattern DELAY = Pattern.compile("DELAY_([0-9]{1,6})");

  /** Reads a fault by its name in a control call. */
  public static Optional<FaultKind> of(String name) {
    Matcher code = CODE.matcher(name);
    if (code.matches()) {
      Effect effect = code.group(2) == null ? Effect.CODE : Effect.CODE_AFTER;
      return Code.of(Integer.parseInt(code.group(1)))
          .map(known -> new FaultKind(effect, known, Duration.ZERO));
    }
    Matcher delay = DELAY.matcher(name);
    if (delay.matches()) {
      return Optional.of(
          new FaultKind(Effect.DELAY, null, Duration.ofMillis(Long.parseLong(delay.group(1)))));
    }
    return Effect.PLAIN.stream()
        .filter(effect -> effect.name().equals(name))
        .findFirst()
        .map(effect -> new FaultKind(effect, null, Duration.ZERO));
  }
}
