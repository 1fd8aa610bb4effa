package io.domainflow.order.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.progress.ContactHandles;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Restricts customers' orders to contact handles that an earlier order of the same owner has used:
 * handles are easy to guess and lead to personal data.
 */
@Component
class ContactHandleCheck {

  private static final List<String> CONTACTS = List.of("admin", "tech", "billing");

  private final ContactHandles handles;

  ContactHandleCheck(ContactHandles handles) {
    this.handles = handles;
  }

  /**
   * Checks the handles in an order, or in its correction.
   *
   * @param owners the owners whose handles may be used; null for all
   * @throws OrderRejected with each handle that may not be used
   */
  void check(String account, ObjectNode members, String @Nullable [] owners) {
    if (owners == null) {
      return;
    }
    List<FieldProblem> problems =
        CONTACTS.stream()
            .flatMap(
                contact ->
                    Stream.concat(
                        problem(account, contact, members.path(contact), owners),
                        problem(
                            account,
                            "contacts." + contact,
                            members.path("contacts").path(contact),
                            owners)))
            .toList();
    if (!problems.isEmpty()) {
      throw new OrderRejected(problems);
    }
  }

  private Stream<FieldProblem> problem(
      String account, String member, JsonNode contact, String[] owners) {
    String handle = contact.path("handle").asText("").strip();
    return handle.isEmpty() || handles.isUsedBy(owners, account, handle)
        ? Stream.empty()
        : Stream.of(
            new FieldProblem(
                member + ".handle",
                "NOT_OFFERED",
                "is no contact of an earlier order of yours on this account; give the contact's data"
                    + " instead"));
  }
}
