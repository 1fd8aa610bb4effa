package io.domainflow.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import java.util.List;
import java.util.stream.StreamSupport;

/** The audit of a process instance, as a login reads it. */
final class AuditReader {

  private AuditReader() {}

  static List<JsonNode> audit(Caller reader, String instance) {
    return StreamSupport.stream(
            reader
                .get("/api/v1/process-instances/" + instance + "/audit")
                .body()
                .get("entries")
                .spliterator(),
            false)
        .toList();
  }
}
