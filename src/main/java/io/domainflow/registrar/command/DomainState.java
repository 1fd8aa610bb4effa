package io.domainflow.registrar.command;

import io.domainflow.model.DomainStatus;
import java.util.List;

/**
 * How a name stands at the registry, by what the registrar says and nothing else.
 *
 * @param words as the registrar writes it
 * @param status in one word of ours; that a date has passed does not count
 * @param pendingCreate whether the registry has not registered the name yet
 * @param onHold whether the name does not resolve because its registrar has put it on hold
 * @param heldByRegistry whether the name does not resolve because its registry has put it on hold
 * @param deleting whether the name is being deleted, or was and is still shown
 * @param restoring whether the name is being restored, or the registry has been asked for something
 *     that may be its restoration
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
    return says("serverUpdateProhibited");
  }

  /** Whether the registry lets nobody transfer the name (RFC 5731). */
  public boolean keptByRegistry() {
    return says("serverTransferProhibited");
  }

  private boolean says(String status) {
    return words.stream().anyMatch(word -> word.replace(" ", "").equalsIgnoreCase(status));
  }

  /**
   * Whether the name is being deleted because its period is over, and can be renewed without a
   * restore until it is: it has expired, and is not yet gone.
   */
  public boolean suspendedBeforeDeletion() {
    return deleting && status == DomainStatus.EXPIRED;
  }
}
