package io.domainflow.sandbox.command.contact;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.ContactObject;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class StatusContactHandler implements CommandHandler {

  private static final List<String> ALWAYS =
      List.of(
          "FIRSTNAME",
          "MIDDLENAME",
          "LASTNAME",
          "TITLE",
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
    ContactObject contact = Contacts.own(call, transaction);
    Map<String, String> fields = contact.fields();
    Answer answer =
        Answer.of(Code.COMPLETED)
            .with("ID", contact.handle())
            .with("DESCRIPTION", contact.handle())
            .with("CLASS", "CONTACT")
            .with("STATUS", "ACTIVE")
            .with("AUTH", contact.auth())
            .with("USER", contact.account())
            .with("PEERUSER", "")
            .with("REGISTRAR", "SYSTEM")
            .with("CREATEDBY", "SYSTEM")
            .with("UPDATEDBY", "SYSTEM")
            .with("CREATEDDATE", RegistrarDate.of(contact.createdAt()))
            .with("UPDATEDDATE", RegistrarDate.of(contact.createdAt()))
            .with("TRANSFERDATE", RegistrarDate.NONE)
            .with("NAME", name(fields))
            .with("STREET", streets(fields));
    ALWAYS.forEach(field -> answer.with(field, fields.getOrDefault(field, "")));
    return answer;
  }

  private static String name(Map<String, String> fields) {
    return fields.getOrDefault("NAME", fields.get("FIRSTNAME") + " " + fields.get("LASTNAME"));
  }

  static List<String> streets(Map<String, String> fields) {
    return fields.entrySet().stream()
        .filter(field -> field.getKey().startsWith("STREET"))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }
}
