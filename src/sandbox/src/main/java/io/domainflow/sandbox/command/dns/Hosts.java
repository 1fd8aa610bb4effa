package io.domainflow.sandbox.command.dns;

import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Host;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Manages the name servers that registries know by name and address. */
public final class Hosts {

  private Hosts() {}

  /** The name of the host a command is about, in lower case. */
  static String name(ReceivedCommand call) {
    return call.required("NAMESERVER").toLowerCase(Locale.ROOT);
  }

  /** A host that is there. */
  public static Optional<Host> find(String name, Transaction transaction) {
    return transaction.find(Table.HOSTS, name).filter(host -> isThere(host, transaction));
  }

  // A name that is registered again has none of its earlier hosts.
  private static boolean isThere(Host host, Transaction transaction) {
    return transaction
        .find(Table.NAMES, host.domain())
        .filter(name -> !host.createdAt().isBefore(name.createdAt()))
        .isPresent();
  }

  /** The registered name above a host, the nearest if there are several. */
  static Optional<RegisteredName> above(String host, Transaction transaction) {
    String rest = host;
    while (rest.contains(".")) {
      rest = rest.substring(rest.indexOf('.') + 1);
      Optional<RegisteredName> name = transaction.find(Table.NAMES, rest);
      if (name.isPresent()) {
        return name;
      }
    }
    return Optional.empty();
  }

  /** The hosts below a name. */
  public static List<Host> below(String domain, Transaction transaction) {
    return transaction.all(Table.HOSTS).stream()
        .filter(host -> host.domain().equals(domain) && isThere(host, transaction))
        .toList();
  }

  /** The hosts below the names of an account. */
  public static List<Host> of(String account, Transaction transaction) {
    return transaction.all(Table.HOSTS).stream()
        .filter(host -> isThere(host, transaction))
        .filter(
            host ->
                transaction
                    .find(Table.NAMES, host.domain())
                    .filter(name -> account.equals(name.account()))
                    .isPresent())
        .toList();
  }

  /**
   * The host a command is about.
   *
   * @throws Refusal 545 if there is none, 531 if it is another account's
   */
  public static Host own(ReceivedCommand call, Transaction transaction) {
    Host host = find(name(call), transaction).orElseThrow(() -> new Refusal(Code.NOT_FOUND));
    refuseOthers(transaction.find(Table.NAMES, host.domain()).orElseThrow(), call);
    return host;
  }

  /**
   * Refuses a name of another account.
   *
   * @throws Refusal 531
   */
  static void refuseOthers(RegisteredName name, ReceivedCommand call) {
    if (!call.account().equals(name.account())) {
      throw new Refusal(Code.AUTHORIZATION_FAILED);
    }
  }
}
