package io.domainflow.registrar.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the trademark claims notice that must be accepted before a name is registered.
 *
 * @param claimKey from {@link CheckClaims}
 */
public record ReadClaimsNotice(String claimKey) implements Query<ReadClaimsNotice.Result> {

  /**
   * The notice. Null for what the registrar does not state.
   *
   * @param expiresAt from then on a new notice has to be asked for
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
