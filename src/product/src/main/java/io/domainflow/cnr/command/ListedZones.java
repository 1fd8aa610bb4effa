package io.domainflow.cnr.command;

import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.ReadAccount.Charge;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads part of the zones and their prices.
 *
 * @param pattern of their names; {@code *} for all
 * @param first how many to skip
 */
record ListedZones(String pattern, int first) implements Query<ListedZones.Result> {

  /** Zones in one part: an answer of this size stays well below the client's limit. */
  static final int PART = 1000;

  /**
   * The answer.
   *
   * @param total the total number; empty if not stated
   */
  record Result(List<Zone> zones, Optional<Integer> total) {}

  /**
   * One zone.
   *
   * @param name in the registrar's terms, such as {@code com}
   * @param tlds the top-level domains that its prices are for, such as {@code co.uk}; empty if not
   *     stated
   * @param yearly whether its prices are per year
   * @param currency null if not stated
   */
  record Zone(
      String name,
      List<String> tlds,
      boolean yearly,
      @Nullable String currency,
      Map<Charge, String> amounts) {}
}
