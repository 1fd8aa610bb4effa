package io.domainflow.rest.analysis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.analysis.InstanceSearch;
import io.domainflow.analysis.InstanceSearch.Position;
import io.domainflow.analysis.InstanceSearch.State;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.Text;
import io.domainflow.rest.PageCursor;
import io.domainflow.rest.RequestRejected;
import io.domainflow.rest.RequestValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/** Reads which instances of a process are requested. */
final class InstanceQuery {

  private static final int USUAL = 25;
  private static final int MOST = 100;

  private static final Set<String> PARAMETERS =
      Set.of("state", "domain", "reference", "endedFrom", "endedTo", "after", "limit");

  private InstanceQuery() {}

  /**
   * Reads the parameters of a request.
   *
   * @throws RequestRejected with every problem found
   */
  static InstanceSearch of(Map<String, String> parameters) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parameters.forEach(node::put);
    JsonMembers fields = new JsonMembers(node);
    fields.refuseUnknown(PARAMETERS);
    State state = fields.optional("state", text -> Text.oneOfSeveral(State.class, text));
    LocalDate from = fields.optional("endedFrom", Days::day);
    LocalDate to = fields.optional("endedTo", Days::day);
    if (state == State.RUNNING && (from != null || to != null)) {
      fields.problem(
          from == null ? "endedTo" : "endedFrom",
          "NOT_OFFERED",
          "is for instances that have ended, not for running ones");
    }
    Integer limit = fields.optional("limit", text -> RequestValue.limit(text, MOST));
    InstanceSearch search =
        new InstanceSearch(
            state,
            fields.optional("domain", RequestValue::domainPattern),
            fields.optional("reference"),
            from == null ? null : start(from),
            to == null ? null : start(to).plus(Duration.ofDays(1)),
            fields.optional("after", InstanceQuery::position),
            limit == null ? USUAL : limit);
    RequestRejected.ifWrong(fields);
    return search;
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The position at which the page after an instance begins. */
  static String cursor(Position position) {
    return PageCursor.of(position.at(), position.instance());
  }

  private static Position position(String cursor) {
    return PageCursor.read(cursor, 2, parts -> new Position(RequestValue.time(parts[0]), parts[1]));
  }
}
