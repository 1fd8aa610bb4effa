package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.DomainStatus;
import io.domainflow.registrar.command.DomainState;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Interprets the values of {@code STATUS}, in any case and with or without spaces. {@code ACTIVE}
 * and {@code REQUESTED} are known from the registrar's SDK and modules, {@code clientHold} from its
 * pages; the others are those of the registries (RFC 5731, RFC 3915), of which the registrar shows
 * some. A name with only prohibitions is active, because {@code ok} is never shown together with
 * them.
 */
final class StatusWords {

  /**
   * Values of a name that is registered and stays so: no servers, grace periods, a pending change.
   */
  private static final Set<String> OF_REGISTERED =
      Set.of(
          "INACTIVE",
          "ADDPERIOD",
          "AUTORENEWPERIOD",
          "RENEWPERIOD",
          "TRANSFERPERIOD",
          "PENDINGRENEW",
          "PENDINGTRANSFER",
          "PENDINGUPDATE");

  private StatusWords() {}

  /**
   * The values of a name: its status, and those of {@code RGPSTATUS} about deletion and restore,
   * without grace periods.
   */
  static List<String> of(RegistrarResponse response) {
    return Stream.concat(
            response.all("STATUS").stream(),
            response.all("RGPSTATUS").stream()
                .filter(word -> plain(word).matches("PENDING(DELETE|RESTORE)|REDEMPTION.*")))
        .toList();
  }

  /** Whether the registry has not registered the name yet. */
  static boolean isPendingCreate(List<String> words) {
    return has(words, "PENDINGCREATE")
        || has(words, "REQUESTEDCREATE")
        || (has(words, "REQUESTED") && !has(words, "ACTIVE"));
  }

  /** The whole state. A name that can be restored is deleted, whatever else it shows. */
  static DomainState state(List<String> words) {
    boolean deleted =
        has(words, "DELETED") || has(words, "REDEMPTIONPERIOD") || has(words, "REDEMPTIONGRACE");
    boolean pendingDelete = has(words, "PENDINGDELETE");
    boolean restoring = has(words, "PENDINGRESTORE");
    return new DomainState(
        words,
        status(words, restoring || (pendingDelete && !deleted), deleted),
        isPendingCreate(words),
        has(words, "clientHold"),
        has(words, "serverHold"),
        pendingDelete || deleted,
        restoring);
  }

  /**
   * The state of a name that is suspended after the end of its period, and can be renewed until it
   * is deleted.
   */
  static DomainState suspended(DomainState stated) {
    return with(stated, DomainStatus.EXPIRED, stated.restoring());
  }

  /** The state of a name whose ordered renewal is due, which may be the end of a restore. */
  static DomainState renewing(DomainState stated) {
    return with(stated, DomainStatus.PENDING, true);
  }

  private static DomainState with(DomainState stated, DomainStatus status, boolean restoring) {
    return new DomainState(
        stated.words(),
        status,
        stated.pendingCreate(),
        stated.onHold(),
        stated.heldByRegistry(),
        stated.deleting(),
        restoring);
  }

  private static DomainStatus status(List<String> words, boolean pending, boolean deleted) {
    if (pending || isPendingCreate(words)) {
      return DomainStatus.PENDING;
    }
    if (deleted) {
      return DomainStatus.DELETED;
    }
    if (has(words, "EXPIRED")) {
      return DomainStatus.EXPIRED;
    }
    return isActive(words) ? DomainStatus.ACTIVE : DomainStatus.UNKNOWN;
  }

  private static boolean isActive(List<String> words) {
    return has(words, "ACTIVE")
        || has(words, "OK")
        || (!words.isEmpty()
            && words.stream().map(StatusWords::plain).allMatch(StatusWords::isOfRegistered));
  }

  private static boolean isOfRegistered(String word) {
    return word.endsWith("PROHIBITED") || word.endsWith("HOLD") || OF_REGISTERED.contains(word);
  }

  private static boolean has(List<String> words, String word) {
    return words.stream().map(StatusWords::plain).anyMatch(word::equalsIgnoreCase);
  }

  private static String plain(String word) {
    return word.replace(" ", "").toUpperCase(Locale.ROOT);
  }
}
