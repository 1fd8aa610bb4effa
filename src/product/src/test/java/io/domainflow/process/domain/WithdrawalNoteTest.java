package io.domainflow.process.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.registrar.RegistrarFailure;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The note is kept only as long as something may have been withdrawn. */
class WithdrawalNoteTest {

  private static final Instant NOTE = Instant.parse("2026-06-10T10:00:00Z");

  private final List<Instant> takenBack = new ArrayList<>();
  private boolean noted;

  @Test
  void isNotedBeforeItIsAskedFor() {
    assertThat(
            ask(
                Optional.of(NOTE),
                () -> {
                  assertThat(noted).isTrue();
                  return true;
                }))
        .isTrue();
    assertThat(takenBack).isEmpty();
  }

  @Test
  void staysNotedWhereItMayHaveBeenCarriedOut() {
    fails(Optional.of(NOTE), Unavailable.repeatable("CancelTransfer", "no answer", true));

    assertThat(takenBack).isEmpty();
  }

  @Test
  void isNoLongerNotedOnceItIsCertainThatItDidNotHappen() {
    fails(Optional.of(NOTE), new Unavailable("the registrar is away", false));
    fails(Optional.of(NOTE), AccessRefused.request("not let in"));

    assertThat(takenBack).containsExactly(NOTE, NOTE);
  }

  @Test
  void isNoLongerNotedIfThereWasNothingToWithdraw() {
    assertThat(ask(Optional.of(NOTE), () -> false)).isFalse();

    assertThat(takenBack).containsExactly(NOTE);
  }

  /** The earlier request may have been carried out. */
  @Test
  void keepsAnEarlierNote() {
    fails(Optional.empty(), new Unavailable("the registrar is away", false));
    ask(Optional.empty(), () -> false);

    assertThat(takenBack).isEmpty();
  }

  private void fails(Optional<Instant> note, RegistrarFailure failure) {
    assertThatExceptionOfType(RegistrarFailure.class)
        .isThrownBy(
            () ->
                ask(
                    note,
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
  }

  private boolean ask(Optional<Instant> note, BooleanSupplier ask) {
    return WithdrawalNote.ask(
        () -> {
          noted = true;
          return note;
        },
        takenBack::add,
        ask);
  }
}
