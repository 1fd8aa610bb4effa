package io.domainflow.rest.analysis;

import io.domainflow.analysis.InstanceSearch.Position;
import io.domainflow.analysis.InstanceSearch.State;
import io.domainflow.analysis.ProcessInstances.Instance;
import io.domainflow.order.content.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of instances of a process, latest first.
 *
 * @param next for the next page; null on the last
 */
record InstanceList(List<InstanceView> instances, @Nullable String next) {

  /**
   * An instance of a process.
   *
   * @param id the engine's id
   * @param reference of the order; without an order, the subject
   * @param outcome how it has ended, in words; null if that means nothing
   * @param order id of the order that it carries out, or a part of it
   */
  record InstanceView(
      String id,
      int version,
      State state,
      String reference,
      String account,
      String domain,
      @Nullable Operation operation,
      @Nullable String outcome,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Double tookSeconds,
      @Nullable UUID order) {

    static InstanceView of(Instance instance) {
      return new InstanceView(
          instance.id(),
          instance.version(),
          instance.state(),
          instance.reference(),
          instance.account(),
          instance.domain(),
          instance.operation(),
          instance.outcome(),
          instance.startedAt(),
          instance.endedAt(),
          seconds(instance.took()),
          instance.order());
    }
  }

  static @Nullable Double seconds(@Nullable Duration duration) {
    return duration == null ? null : duration.toMillis() / 1000.0;
  }

  /**
   * A page.
   *
   * @param found one more than the page has, if there are as many
   */
  static InstanceList of(List<Instance> found, int limit) {
    List<Instance> page = found.subList(0, Math.min(limit, found.size()));
    return new InstanceList(
        page.stream().map(InstanceView::of).toList(),
        found.size() > limit ? InstanceQuery.cursor(position(page.get(limit - 1))) : null);
  }

  private static Position position(Instance last) {
    return new Position(last.endedAt() == null ? last.startedAt() : last.endedAt(), last.id());
  }
}
