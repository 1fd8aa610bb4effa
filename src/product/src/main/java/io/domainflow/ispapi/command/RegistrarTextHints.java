package io.domainflow.ispapi.command;

import io.domainflow.registrar.ChangeHint;
import io.domainflow.registrar.TransferHint;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds hints in the registrar's texts about transfers and changes of registrant: the texts of
 * refusals, mails and logs that its public modules handle or that were observed. They are not
 * documented, and their codes differ.
 */
public final class RegistrarTextHints {

  private static final Map<TransferHint, List<String>> TRANSFER = new EnumMap<>(TransferHint.class);
  private static final Map<ChangeHint, List<String>> CHANGE = new EnumMap<>(ChangeHint.class);

  static {
    transfer(TransferHint.AUTH_CODE, "auth");
    transfer(TransferHint.AUTH_CODE_WRONG, "wrong auth");
    transfer(TransferHint.AUTH_CODE_MISSING, "auth code required");
    transfer(TransferHint.PERIOD, "period");
    transfer(TransferHint.ADDITIONAL_FIELD, "x-");
    transfer(TransferHint.LOCKED, "clienttransferprohibited", "servertransferprohibited");
    transfer(TransferHint.TOO_YOUNG, "age of the domain");
    transfer(
        TransferHint.UNDER_WAY,
        "pendingtransfer",
        "pending transfer",
        "transfer pending",
        "status (requested)",
        "already flagged");
    transfer(
        TransferHint.NOT_CONFIRMED,
        "expired",
        "timeout",
        "timed out",
        "not confirmed",
        "no confirmation");
    transfer(
        TransferHint.LOSING_REGISTRAR,
        "losing registrar",
        "clientrejected",
        "nack",
        "current registrar");
    transfer(TransferHint.REGISTRANT, "registrant", "holder", "owner", "foa", "declined");
    transfer(TransferHint.REGISTRY, "registry");
    transfer(TransferHint.REFUSED, "rejected", "refused", "denied");

    change(ChangeHint.UPDATE_WANTED, "trade is only allowed for", "use update method");
    change(ChangeHint.CONFIRMATION_MISSING, "x-confirm-da-");
    change(ChangeHint.ADDITIONAL_FIELD, "x-");
    change(ChangeHint.DECLINED, "refus", "declin", "den", "reject", "disapprov");
    change(ChangeHint.NOT_CONFIRMED, "not confirmed", "in time", "expired", "timeout");
    change(ChangeHint.REGISTRY, "registry");
    change(ChangeHint.REGISTRANT, "registrant");
    change(ChangeHint.STATE_OF_NAME, "on hold", "not in the account");
  }

  private RegistrarTextHints() {}

  /** The hints in a text about a transfer. */
  public static Set<TransferHint> ofTransfer(String words) {
    return hints(TransferHint.class, TRANSFER, words);
  }

  /** The hints in a text about a change of registrant. */
  public static Set<ChangeHint> ofChange(String words) {
    return hints(ChangeHint.class, CHANGE, words);
  }

  private static <H extends Enum<H>> Set<H> hints(
      Class<H> type, Map<H, List<String>> known, String words) {
    String text = words.toLowerCase(Locale.ROOT);
    Set<H> hints = EnumSet.noneOf(type);
    known.forEach(
        (hint, texts) -> {
          if (texts.stream().anyMatch(text::contains)) {
            hints.add(hint);
          }
        });
    return hints;
  }

  private static void transfer(TransferHint hint, String... texts) {
    TRANSFER.put(hint, Arrays.asList(texts));
  }

  private static void change(ChangeHint hint, String... texts) {
    CHANGE.put(hint, Arrays.asList(texts));
  }
}
