package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.registry.Registrars;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Trade;
import io.domainflow.sandbox.stored.name.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A transfer or trade that has not ended, as the lists of one account show it.
 *
 * @param direction IN, OUT or TRADE
 * @param user whose list shows it
 * @param losing the losing account; null for another registrar
 * @param gaining the gaining account; null for another registrar
 * @param internal whether both are accounts of this registrar
 * @param newRegistrar name of the gaining registrar
 */
public record UnderWay(
    String domain,
    String direction,
    String status,
    Instant createdAt,
    String user,
    @Nullable String losing,
    @Nullable String gaining,
    boolean internal,
    String newRegistrar) {

  /** All open transfers and trades of some users. */
  public static List<UnderWay> of(Set<String> users, Transaction transaction) {
    List<UnderWay> all = new ArrayList<>();
    for (Transfer transfer : transaction.all(Table.TRANSFERS)) {
      String gaining = transfer.gaining();
      if (transfer.running() && gaining != null && users.contains(gaining)) {
        all.add(of(transfer, "IN", gaining));
      }
      String losing = transfer.losing();
      if (transfer.running() && losing != null && users.contains(losing)) {
        all.add(of(transfer, "OUT", losing));
      }
    }
    for (Trade trade : transaction.all(Table.TRADES)) {
      if (trade.running() && users.contains(trade.account())) {
        all.add(
            new UnderWay(
                trade.domain(),
                "TRADE",
                trade.status(),
                trade.createdAt(),
                trade.account(),
                trade.account(),
                trade.account(),
                true,
                Registrars.of(trade.account())));
      }
    }
    return all;
  }

  private static UnderWay of(Transfer transfer, String direction, String user) {
    return new UnderWay(
        transfer.domain(),
        direction,
        transfer.status(),
        transfer.createdAt(),
        user,
        transfer.losing(),
        transfer.gaining(),
        transfer.internal(),
        Optional.ofNullable(transfer.registrar())
            .orElseGet(() -> Registrars.of(transfer.gaining())));
  }

  public String created() {
    return RegistrarDate.of(createdAt);
  }

  public String oldRegistrar() {
    return Registrars.of(losing);
  }

  /** The order that a list asks for; by name if it asks for none. */
  public static Comparator<UnderWay> order(String text) {
    boolean descending = text.endsWith("DESC");
    Function<UnderWay, String> by =
        switch (descending ? text.substring(0, text.length() - "DESC".length()) : text) {
          case "CREATEDDATE" -> UnderWay::created;
          case "USER" -> UnderWay::user;
          default -> UnderWay::domain;
        };
    Comparator<UnderWay> ascending = Comparator.comparing(by).thenComparing(UnderWay::domain);
    return descending ? ascending.reversed() : ascending;
  }
}
