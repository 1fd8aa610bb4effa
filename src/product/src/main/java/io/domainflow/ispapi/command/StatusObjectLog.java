package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one entry of the registrar's log: the command as it was sent and its answer, or an external
 * event. Auth codes, passwords and the like are removed immediately.
 *
 * <p>Used only by the dialect, which can interpret the command. All other code uses {@link
 * io.domainflow.registrar.command.ReadLogEntry} for the reason.
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

    /** The parameters of the command, by upper-case name; empty if the entry has no command. */
    public Map<String, String> command() {
      return LogSection.command(info);
    }

    /** Code of the answer; 0 if not stated. */
    public int responseCode() {
      return response().map(RegistrarResponse::code).orElse(0);
    }

    /** Description of the answer; empty if not stated. */
    public String responseText() {
      return response().map(RegistrarResponse::description).orElse("");
    }

    /**
     * The answer to the command.
     *
     * @return empty if not stated or not readable
     */
    public Optional<RegistrarResponse> response() {
      return LogSection.response(info);
    }

    /**
     * Why it failed, as stated by the registrar, without mail addresses: the last line of its log
     * of a transfer, else the detail of the answer, else any unstructured text.
     *
     * @return empty if there is none of these
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

    /** Without the lines, which may contain personal data. */
    @Override
    public String toString() {
      return "StatusObjectLog.Result[" + info.size() + " lines]";
    }

    private static String detail(String description) {
      return description.substring(description.indexOf(';') + 1).strip();
    }
  }
}
