package io.domainflow.sandbox.command.contact;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Users;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Page;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.ContactObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryContactListHandler implements CommandHandler {

  private static final List<String> FIELDS =
      List.of(
          "TITLE",
          "FIRSTNAME",
          "MIDDLENAME",
          "LASTNAME",
          "ORGANIZATION",
          "CITY",
          "STATE",
          "ZIP",
          "COUNTRY",
          "PHONE",
          "FAX",
          "EMAIL");

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Set<String> users = Users.inDepth(call, transaction);
    Predicate<Instant> created = call.between("CREATEDDATE").and(call.between("UPDATEDDATE"));
    List<ContactObject> contacts =
        transaction.all(Table.CONTACTS).stream()
            .filter(contact -> users.contains(contact.account()))
            .filter(contact -> matches(call, contact) && created.test(contact.createdAt()))
            .sorted(order(call.value("ORDERBY").orElse("CONTACT")))
            .toList();
    Page<ContactObject> page = Page.of(contacts, call);
    Answer answer = page.answer().with("CONTACT", page.column(ContactObject::handle));
    return call.isOn("WIDE") ? wide(answer, page, transaction) : answer;
  }

  private static boolean matches(ReceivedCommand call, ContactObject contact) {
    return call.asksFor("CONTACT", List.of(contact.handle()))
        && call.asksFor("STATUS", List.of("ACTIVE"))
        && call.asksFor("STREET", StatusContactHandler.streets(contact.fields()))
        && FIELDS.stream()
            .allMatch(
                field -> call.asksFor(field, List.of(contact.fields().getOrDefault(field, ""))));
  }

  private static Comparator<ContactObject> order(String text) {
    boolean descending = text.endsWith("DESC");
    Comparator<ContactObject> ascending =
        text.startsWith("USER")
            ? Comparator.comparing(ContactObject::account).thenComparing(ContactObject::handle)
            : Comparator.comparing(ContactObject::handle);
    return descending ? ascending.reversed() : ascending;
  }

  private static Answer wide(Answer answer, Page<ContactObject> page, Transaction transaction) {
    FIELDS.forEach(
        field ->
            answer.with("CONTACT" + field, page.column(c -> c.fields().getOrDefault(field, ""))));
    return answer
        .with("CONTACTCREATEDDATE", page.column(c -> RegistrarDate.of(c.createdAt())))
        .with("CONTACTSTATUS", page.column(c -> "ACTIVE"))
        .with(
            "CONTACTSTREET",
            page.column(c -> String.join(" ", StatusContactHandler.streets(c.fields()))))
        .with("CONTACTUPDATEDDATE", page.column(c -> RegistrarDate.of(c.createdAt())))
        .with("PARENTUSER", page.column(c -> Users.parent(c.account(), transaction).orElse("")))
        .with("PEERUSER", page.column(c -> ""))
        .with("USER", page.column(ContactObject::account));
  }
}
