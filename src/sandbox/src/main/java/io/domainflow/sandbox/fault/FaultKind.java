package io.domainflow.sandbox.fault;

import io.domainflow.sandbox.protocol.Code;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fault of a call.
 *
 * @param code the code answered instead; null if the fault answers none
 * @param delay how long the answer is held back
 */
public record FaultKind(Effect effect, @Nullable Code code, Duration delay) {

  /** The kinds of faults. */
  public enum Effect {
    /** The nearest to a refused connection that a listening server can offer. */
    REFUSE(false, "The connection is closed before the call is read; nothing is executed."),
    RESET_BEFORE(false, "The connection breaks (RST) before anything is executed."),
    RESET_AFTER(true, "The command is executed, then the connection breaks (RST): no answer."),
    TIMEOUT_BEFORE(false, "No answer comes in time, and nothing is executed."),
    TIMEOUT_AFTER(true, "The command is executed, but no answer comes in time."),
    HALF_BODY(true, "The command is executed; the answer breaks off in the middle."),
    GARBAGE(true, "The command is executed; the answer cannot be read."),
    EMPTY(true, "The command is executed; the answer is empty."),
    HTTP_500(true, "The command is executed; the web server answers 500."),
    CODE(false, "The command is answered with a code of your choice and not executed."),
    CODE_AFTER(true, "The command is executed, then answered with a code of your choice."),
    DELAY(true, "The command is executed and answered as always, only later.");

    /** The effects without a number in their name; the others have one. */
    private static final Set<Effect> PLAIN =
        EnumSet.complementOf(EnumSet.of(CODE, CODE_AFTER, DELAY));

    private final boolean executed;
    private final String meaning;

    Effect(boolean executed, String meaning) {
      this.executed = executed;
      this.meaning = meaning;
    }

    /** A sentence that describes the fault. */
    public String meaning() {
      return meaning;
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
