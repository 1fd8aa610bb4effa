package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.registry.Registrars;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.stored.name.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Describes a transfer in the terms of CentralNic Reseller's answers and events. */
public final class CnrTransferState {

  private CnrTransferState() {}

  /** The state of a transfer, as shown to an account that is one of its sides. */
  public static String of(Transfer transfer, String account, Profile profile) {
    if (!transfer.running()) {
      boolean failed = transfer.status().equals(Transfers.FAILED);
      return failed && profile == Profile.A ? Transfers.FAILED : ending(transfer);
    }
    if (transfer.internal()) {
      return "USERTRANSFER";
    }
    if (account.equals(transfer.losing())) {
      return "FOREIGN_PENDING";
    }
    return Transfers.awaitsConfirmation(transfer) ? "REQUESTED" : "pending";
  }

  /** Who ended a transfer, and how. */
  private static String ending(Transfer transfer) {
    if (transfer.status().equals(Transfers.FAILED)) {
      return switch (String.valueOf(transfer.reason())) {
        case Transfers.CANCELLED, Transfers.WITHDRAWN -> "clientCancelled";
        case Transfers.DENIED -> "clientRejected";
        default -> "serverCancelled";
      };
    }
    Instant due = transfer.createdAt().plus(transfer.pendingFor());
    return transfer.updatedAt().isBefore(due) ? "clientApproved" : "serverApproved";
  }

  /** The registrar on one side of a transfer; null is another registrar. */
  public static String registrar(@Nullable String account) {
    return account != null && Platform.of(account) == Platform.CNR
        ? Platform.login(account)
        : Registrars.of(account);
  }

  /** The gaining side. */
  public static String requesting(Transfer transfer) {
    return transfer.registrar() == null ? registrar(transfer.gaining()) : transfer.registrar();
  }

  /** The subclass of the event that tells an account about a transfer. */
  static String subclass(Transfer transfer, String account, String subclass) {
    return account.equals(transfer.losing()) ? "FOREIGN_" + subclass : subclass;
  }

  /** The lines of that event, after the one with the name. */
  static String lines(Transfer transfer, String subclass, Instant at) {
    List<String> lines = new ArrayList<>();
    lines.add("current registrar:" + registrar(transfer.losing()));
    lines.add("requesting registrar:" + requesting(transfer));
    if (transfer.internal()) {
      lines.add("period:" + transfer.years());
      lines.add("autorenew:0");
      lines.add(
          "execute date:" + RegistrarDate.of(Objects.requireNonNullElse(transfer.dueAt(), at)));
      lines.add("transfer status:" + (transfer.running() ? "REQUESTED" : ending(transfer)));
      lines.add("requested date:" + RegistrarDate.of(transfer.createdAt()));
    } else if (!transfer.running()) {
      boolean auto = ending(transfer).startsWith("server");
      lines.add(
          (subclass.equals("TRANSFER_FAILED") ? "auto nack:" : "auto ack:") + (auto ? "1" : "0"));
      lines.add("jobid:" + transfer.number());
    }
    return String.join("\n", lines);
  }
}
