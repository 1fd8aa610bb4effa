package io.domainflow.registrar.command;

import io.domainflow.model.DomainStatus;
import java.util.List;

/**
 * The status of a name at the registry, as stated by the registrar.
 *
 * @param words as stated by the registrar
 * @param status our status; dates that have passed are ignored
 * @param pendingCreate whether the registry has not registered the name yet
 * @param onHold whether the name does not resolve because its registrar has put it on hold
 * @param heldByRegistry whether the name does not resolve because its registry has put it on hold
 * @param deleting whether the name is being deleted, or was deleted and is still shown
 * @param restoring whether the name is being restored, or may be
 */
public record DomainState(
    List<String> words,
    DomainStatus status,
    boolean pendingCreate,
    boolean onHold,
    boolean heldByRegistry,
    boolean deleting,
    boolean restoring) {

  public DomainState {
    words = List.copyOf(words);
  }

  /** Whether the registry has closed the name against any change (RFC 5731). */
  public boolean closedByRegistry() {
    return hasStatus("serverUpdateProhibited");
  }

  /** Whether the registry prohibits a transfer of the name (RFC 5731). */
  public boolean keptByRegistry() {
    return hasStatus("serverTransferProhibited");
  }

  private boolean hasStatus(String status) {
    return words.stream().anyMatch(word -> word.replace(" ", "").equalsIgnoreCase(status));
  }

  /**
   * Whether the name has expired and is about to be deleted, and can still be renewed without a
   * restore.
   */
  public boolean suspendedBeforeDeletion() {
    return deleting && status == DomainStatus.EXPIRED;
  }
}
