package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Tsv;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The phases in which zones were opened; their dates do not move with the clock. */
@Component("sandboxLaunchPhases")
@ConditionalOnSandbox
public class LaunchPhases {

  /**
   * A phase.
   *
   * @param allocation AUCTION, or FCFS: first come, first served
   * @param closeDate empty for the last one, which stays open
   */
  public record Phase(
      String name, String allocation, String applicationDate, String startDate, String closeDate) {}

  private final Map<String, List<Phase>> phases = new LinkedHashMap<>();

  LaunchPhases() {
    for (String[] row : Tsv.rows("launch-phases.tsv")) {
      phases
          .computeIfAbsent(row[0], zone -> new ArrayList<>())
          .add(new Phase(row[1], row[2], row[3], row[4], row[5]));
    }
  }

  /** The phases of a zone, in their order; none if it was always open. */
  public List<Phase> of(String zone) {
    return phases.getOrDefault(zone, List.of());
  }
}
