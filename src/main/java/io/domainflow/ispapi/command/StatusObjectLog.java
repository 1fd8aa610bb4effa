package io.domainflow.ispapi.command;

import io.domainflow.registrar.command.Query;
import io.domainflow.wire.protocol.WireResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks for one entry of the registrar's log: the command as it was sent, and the answer to it, or
 * what happened from outside. Auth codes, passwords and the like are taken out at once.
 *
 * <p>A question of the dialect itself, because only the dialect can read what was sent. Everybody
 * else asks {@link io.domainflow.registrar.command.ReadLogEntry} for the reason.
 *
 * @param index number of the entry
 */
public record StatusObjectLog(String index) implements Query<StatusObjectLog.Result> {

  /**
   * The answer.
   *
   * @param info the lines of the entry, without secrets; may have personal data
   */
  public record Result(List<String> info) {

    // «2026-03-01 10:00:00 [FAILED] refused by the registrant», as in the log of a transfer
    private static final Pattern TAGGED =
        Pattern.compile("(?:\\d{4}-\\d\\d-\\d\\d[ T][0-9:.]+\\s+)?\\[[A-Z_]+]\\s*(\\S.*)");

    private static final Pattern MAIL_ADDRESS =
        Pattern.compile("(?:\"[^\"]*\"\\s*)?[<\\[(]?[^\\s<>\\[\\]()]+@[^\\s<>\\[\\]()]+[>\\])]?");

    /**
     * The parameters that were sent, by upper-case name; empty if it is not an entry of a command.
     */
    public Map<String, String> command() {
      return LogSection.command(info);
    }

    /** Code of the answer that was given; 0 if not stated. */
    public int responseCode() {
      return response().map(WireResponse::code).orElse(0);
    }

    /** Description of the answer that was given; empty if not stated. */
    public String responseText() {
      return response().map(WireResponse::description).orElse("");
    }

    /**
     * The answer that was given to the command.
     *
     * @return empty if it is not stated, or cannot be read
     */
    public Optional<WireResponse> response() {
      return LogSection.response(info);
    }

    /**
     * Why it failed, in the registrar's words without mail addresses: the last thing its log of a
     * transfer says, else the detail of the answer, else what stands there without form.
     *
     * @return empty if nothing of this is there
     */
    public Optional<String> reason() {
      List<String> free = LogSection.outside(info);
      return free.stream()
          .map(TAGGED::matcher)
          .filter(Matcher::matches)
          .map(line -> line.group(1))
          .reduce((earlier, later) -> later)
          .or(() -> Optional.of(detail(responseText())).filter(text -> !text.isEmpty()))
          .or(() -> Optional.of(String.join(" ", free)).filter(text -> !text.isEmpty()))
          .map(text -> MAIL_ADDRESS.matcher(text).replaceAll("***"));
    }

    /** Without the lines, which may have personal data. */
    @Override
    public String toString() {
      return "StatusObjectLog.Result[" + info.size() + " lines]";
    }

    private static String detail(String description) {
      return description.substring(description.indexOf(';') + 1).strip();
    }
  }
}
