package io.domainflow.cnr.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.probe.PendingPushProbe;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.DeleteDomain;
import io.domainflow.registrar.command.PushDomain;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadLog;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import io.domainflow.registrar.command.ReadRegistrantChange;
import io.domainflow.registrar.command.ReadTransfer;
import io.domainflow.registrar.command.ReplaceContacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Deletions, pushes and contacts: they are free, and it does not matter who carried them out. */
class FreeProbesTest {

  private final ScriptedReader registrar = new ScriptedReader();
  private final DomainName name = DomainName.of("my-name.com");
  private final DeleteDomain deletion = new DeleteDomain(name);
  private final ReplaceContacts replacement =
      new ReplaceContacts(
          name,
          Map.of(ContactRole.REGISTRANT, "P-NEW", ContactRole.TECH, "P-TECH"),
          AdditionalFields.NONE);
  private final ReplaceContacts paidReplacement =
      new ReplaceContacts(name, replacement.handles(), AdditionalFields.NONE, true);

  @Test
  void aNameThatIsBeingDeletedOrGoneWasDeleted() {
    assertThat(deletion())
        .isEqualTo(new ProbeResult.Executed<>(new DeleteDomain.Result(false, List.of())));

    registrar.answer(ReadDomain.class, Names.old().isDeleting().result());
    assertThat(deletion())
        .isEqualTo(new ProbeResult.Executed<>(new DeleteDomain.Result(true, List.of("ok"))));

    registrar.answer(ReadDomain.class, Names.old().result());
    assertThat(deletion()).isEqualTo(new ProbeResult.NoTrace<>());

    registrar.refuse(ReadDomain.class, RefusalReason.OTHER);
    assertThat(deletion()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @Test
  void aNameThatWentToAnotherRegistrarWasNotDeleted() {
    registrar.answer(
        ReadLog.class,
        new ReadLog.Result(
            List.of(
                new ReadLog.Entry(
                    "1",
                    Operation.OUTGOING_TRANSFER,
                    Outcome.SUCCESSFUL,
                    Instant.now(),
                    null,
                    null))));
    assertThat(deletion()).isEqualTo(new ProbeResult.NoTrace<>());

    registrar.answer(ReadDeletedDomain.class, new ReadDeletedDomain.Result(true, null));
    assertThat(deletion()).as("listed as deleted").isInstanceOf(ProbeResult.Executed.class);
  }

  @Test
  void aNameThatIsGoneWithoutHavingBeenDeletedWasPushed() {
    assertThat(push()).isEqualTo(new ProbeResult.Executed<>(new PushDomain.Result(false)));

    registrar.answer(ReadDeletedDomain.class, new ReadDeletedDomain.Result(true, null));
    assertThat(push()).as("listed as deleted").isEqualTo(new ProbeResult.NoTrace<>());

    registrar.refuse(ReadDomain.class, RefusalReason.OTHER);
    assertThat(push()).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @Test
  void aNameThatTheRegistryMayHaveYetToTakeIsPushedNoSecondTime() {
    registrar.answer(ReadDomain.class, Names.old().result());
    assertThat(push()).isInstanceOf(ProbeResult.Inconclusive.class);
    assertThat(push(Duration.ofHours(71))).isInstanceOf(ProbeResult.Inconclusive.class);
    assertThat(push(Duration.ofHours(73))).isEqualTo(new ProbeResult.NoTrace<>());

    registrar.answer(ReadTransfer.class, transfer(ReadTransfer.State.PENDING));
    assertThat(push()).isEqualTo(new ProbeResult.Executed<>(new PushDomain.Result(true)));

    registrar.answer(ReadTransfer.class, transfer(ReadTransfer.State.FAILED));
    assertThat(push()).as("an old one").isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @Test
  void findsTheContactsAtTheName() {
    registrar.answer(ReadDomain.class, Names.old().contacts("p-new", "P-TECH").result());
    assertThat(contacts(replacement))
        .isEqualTo(
            new ProbeResult.Executed<>(
                new ReplaceContacts.Result(false, "Command completed successfully")));

    registrar.answer(ReadDomain.class, Names.old().contacts("P-NEW", "P-OLD").result());
    assertThat(contacts(replacement)).isEqualTo(new ProbeResult.NoTrace<>());
  }

  @Test
  void findsTheChangeOfRegistrantWhereTheRegistrarShowsIt() {
    registrar.answer(ReadDomain.class, Names.old().contacts("P-OLD", "P-TECH").result());
    registrar.refuse(ReadRegistrantChange.class, RefusalReason.NOT_OFFERED);
    assertThat(contacts(replacement)).isEqualTo(new ProbeResult.NoTrace<>());
    assertThat(contacts(paidReplacement)).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  @Test
  void doesNotConcludeFromAChangeThatCannotBeReadThatNothingWasSent() {
    registrar.answer(ReadDomain.class, Names.old().contacts("P-OLD", "P-TECH").result());
    registrar.refuse(ReadRegistrantChange.class, RefusalReason.OTHER);
    assertThat(contacts(replacement)).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  private ProbeResult<DeleteDomain.Result> deletion() {
    return new DeleteDomainProbe().probe(deletion, inDoubt("DeleteDomain"), registrar);
  }

  private ProbeResult<PushDomain.Result> push() {
    return push(Duration.ZERO);
  }

  private ProbeResult<PushDomain.Result> push(Duration later) {
    Intent intent = inDoubt("PushDomain");
    Clock clock = Clock.fixed(intent.doubtSince().plus(later), ZoneOffset.UTC);
    return new PushDomainProbe(new PendingPushProbe(clock))
        .probe(new PushDomain(name, "TRANSIT"), intent, registrar);
  }

  private static ReadTransfer.Result transfer(ReadTransfer.State state) {
    return new ReadTransfer.Result(
        state, ReadTransfer.Type.OUTGOING, List.of(), null, null, null, null, false);
  }

  private ProbeResult<ReplaceContacts.Result> contacts(ReplaceContacts command) {
    return new ReplaceContactsProbe().probe(command, inDoubt("ModifyDomain"), registrar);
  }

  private static Intent inDoubt(String commandName) {
    Instant now = Instant.now();
    return new Intent(1, UUID.randomUUID(), "cnr", commandName, commandName, now, true, now, null);
  }
}
