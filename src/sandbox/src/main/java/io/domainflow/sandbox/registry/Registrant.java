package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import java.util.Map;
import java.util.Optional;

/**
 * The registrant of a name, with an address for mails.
 *
 * @param fields of the contact
 */
public record Registrant(Map<String, String> fields, String name, String address) {

  /** The registrant of a name; empty if there is none with an address. */
  public static Optional<Registrant> of(String domain, Transaction transaction) {
    return transaction.find(Table.NAMES, domain).stream()
        .flatMap(name -> name.handles("OWNER").stream())
        .flatMap(handle -> Contacts.fields(handle, transaction).stream())
        .flatMap(
            fields ->
                Optional.ofNullable(fields.get("EMAIL"))
                    .map(address -> new Registrant(fields, Contacts.name(fields), address))
                    .stream())
        .findFirst();
  }
}
