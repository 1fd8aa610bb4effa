package io.domainflow.process.domain;

import io.domainflow.registrar.RegistrarFailure;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks the registrar to withdraw something because a caller wants that. Noted before it is sent: a
 * look while the answer is on its way, or lost, sees the end of it and has to know why.
 */
public final class WithdrawalNote {

  private WithdrawalNote() {}

  /**
   * Notes, then asks.
   *
   * @param note makes the note; empty if an earlier one stands, which stays: what was asked then
   *     may have been carried out
   * @param takeBack unmakes the note, once it is sure that nothing was withdrawn
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
