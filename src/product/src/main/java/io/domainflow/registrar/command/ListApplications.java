package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists this account's newest 250 applications for a name, newest first. */
public record ListApplications(DomainName domain) implements Query<ListApplications.Result> {

  /** The applications, newest first; may be empty. */
  public record Result(List<Application> applications) {}

  /**
   * One application.
   *
   * @param id number of the application
   * @param status as stated by the registrar; null if not stated
   * @param failed whether it has failed, as far as {@link ReadApplication} can tell
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
