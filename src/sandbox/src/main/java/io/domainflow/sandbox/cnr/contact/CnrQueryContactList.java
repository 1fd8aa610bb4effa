package io.domainflow.sandbox.cnr.contact;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.ContactObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrQueryContactList implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.none()
        .optional("CONTACT", "WIDE", "FIRST", "LIMIT")
        .optional(CnrContacts.SHOWN);
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    List<ContactObject> contacts =
        transaction.all(Table.CONTACTS).stream()
            .filter(contact -> contact.account().equals(call.account()))
            .filter(contact -> call.asksFor("CONTACT", List.of(contact.handle())))
            .filter(
                contact ->
                    CnrContacts.SHOWN.stream()
                        .allMatch(
                            field ->
                                call.asksFor(field, List.of(CnrContacts.field(contact, field)))))
            .toList();
    Map<String, Function<ContactObject, String>> columns = Listing.columns();
    columns.put("contact", ContactObject::handle);
    if (call.isOn("WIDE")) {
      CnrContacts.SHOWN.forEach(
          field ->
              columns.put(
                  field.toLowerCase(Locale.ROOT), contact -> CnrContacts.field(contact, field)));
      columns.put("street", contact -> String.join(", ", CnrContacts.streets(contact)));
      for (String property : List.of("created date", "roid", "updated date", "verified")) {
        columns.put(property, contact -> CnrContacts.standing(contact).get(property));
      }
    }
    return Listing.of(call, contacts, columns);
  }
}
