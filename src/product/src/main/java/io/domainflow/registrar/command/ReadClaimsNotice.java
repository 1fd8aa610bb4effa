package io.domainflow.registrar.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the trademark claims notice that must be accepted before a name is registered.
 *
 * @param claimKey from {@link CheckClaims}
 */
public record ReadClaimsNotice(String claimKey) implements Query<ReadClaimsNotice.Result> {

  /**
   * The notice. Members that are not stated are null.
   *
   * @param expiresAt after that a new notice has to be requested
   * @param acceptHash proves which notice was accepted
   * @param text to be shown to the person who accepts; several lines
   */
  public record Result(
      @Nullable String noticeId,
      @Nullable Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable String acceptHash,
      @Nullable String text) {}
}
