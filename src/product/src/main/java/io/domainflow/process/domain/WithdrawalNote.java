package io.domainflow.process.domain;

import io.domainflow.registrar.RegistrarFailure;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks the registrar to withdraw something because a caller wants that. The wish is recorded before
 * the request is sent: a check while the answer is on its way, or lost, may see the end and has to
 * know its reason.
 */
public final class WithdrawalNote {

  private WithdrawalNote() {}

  /**
   * Records the wish, then asks.
   *
   * @param note records it; empty if there is an earlier record, which stays: that request may have
   *     been carried out
   * @param takeBack removes the record, once it is certain that nothing was withdrawn
   * @param ask asks, and says whether there was anything to withdraw
   * @return what {@code ask} says
   * @throws RegistrarFailure as {@code ask} does
   */
  public static boolean ask(
      Supplier<Optional<Instant>> note, Consumer<Instant> takeBack, BooleanSupplier ask) {
    Optional<Instant> made = note.get();
    try {
      boolean withdrawn = ask.getAsBoolean();
      if (!withdrawn) {
        made.ifPresent(takeBack);
      }
      return withdrawn;
    } catch (RegistrarFailure e) {
      if (!e.mayBeDone()) {
        made.ifPresent(takeBack);
      }
      throw e;
    }
  }
}
