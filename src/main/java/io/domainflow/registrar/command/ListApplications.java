package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for this account's applications for a name: the newest 250, newest first. */
public record ListApplications(DomainName domain) implements Query<ListApplications.Result> {

  /** The applications, newest first; none is no failure. */
  public record Result(List<Application> applications) {}

  /**
   * One application.
   *
   * @param id number of the application
   * @param status as the registrar writes it; null if not stated
   * @param failed whether the name will not come of it, as far as {@link ReadApplication} can tell
   * @param priceClass price class applied for; null if not stated
   * @param createdAt null if not stated
   */
  public record Application(
      String id,
      DomainName domain,
      @Nullable String status,
      boolean failed,
      @Nullable String priceClass,
      @Nullable Instant createdAt) {}
}
