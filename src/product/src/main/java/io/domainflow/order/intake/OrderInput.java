package io.domainflow.order.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.client.ApiClient;
import io.domainflow.client.ConsentRights;
import io.domainflow.database.ConflictFreeTransaction;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.AcceptedInput;
import io.domainflow.order.ClaimsNotice;
import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.content.ClaimsAcceptance;
import io.domainflow.order.content.DeletionOrder;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.RegistrantChangeOptions;
import io.domainflow.order.content.RegistrantChangeOrder;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.order.progress.OrderPreparers;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.owner.Owner;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.TldCatalogue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Accepts the input that an order waits for, from its caller or an operator: missing values,
 * corrections, and acceptances by the customer.
 */
@Component
public class OrderInput {

  /** The waits in which confirmation mails can be sent again. */
  static final Set<Code> MAILS = Set.of(Code.CONFIRMATION_MAIL, Code.CONFIRMATION);

  private final CorrectionReader reader;
  private final Orders orders;
  private final OrderPurchases purchases;
  private final OrderEvents events;
  private final OrderProcess process;
  private final TldCatalogue tlds;
  private final RegistrantChanges changes;
  private final OrderPreparers preparers;
  private final FieldConsents consents;
  private final ContactHandleCheck handles;
  private final ConsentRights rights;
  private final ConflictFreeTransaction transaction;
  private final Clock clock;

  OrderInput(
      CorrectionReader reader,
      Orders orders,
      OrderPurchases purchases,
      OrderEvents events,
      OrderProcess process,
      TldCatalogue tlds,
      RegistrantChanges changes,
      OrderPreparers preparers,
      FieldConsents consents,
      ContactHandleCheck handles,
      ConsentRights rights,
      ConflictFreeTransaction transaction,
      Clock clock) {
    this.reader = reader;
    this.orders = orders;
    this.purchases = purchases;
    this.events = events;
    this.process = process;
    this.tlds = tlds;
    this.changes = changes;
    this.preparers = preparers;
    this.consents = consents;
    this.handles = handles;
    this.rights = rights;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Accepts input; the order then continues automatically.
   *
   * @param answer members of an order, as when it was placed
   * @param by login that sends it
   * @param beforeCommit receives the resulting order
   * @throws OrderRejected if the input is invalid or incomplete
   * @throws InputRefused if the order does not wait for input, or not for that of this login
   */
  public ProvisioningOrder answer(
      ProvisioningOrder asked,
      ObjectNode answer,
      String by,
      Consumer<ProvisioningOrder> beforeCommit) {
    return transaction.execute(
        () -> {
          ProvisioningOrder order = orders.lock(asked.id());
          Code code = awaited(order);
          List<String> taken = taken(order, code);
          if (code == Code.CONFIRMATION) {
            refuseAnyMember(answer);
            process.checkNow(order);
            return done(order, beforeCommit);
          }
          refuseOthers(order, code, taken, answer);
          ObjectNode members = answer.deepCopy();
          if (code == Code.QUESTION) {
            if (!isByCaller(order, by)) {
              throw new InputRefused("only the caller answers what the approver asks");
            }
            takeAnswer(order, members);
          }
          if (code != Code.REGISTRAR_REFUSED) {
            leaveNothingOut(members);
          }
          Owner owner = order.owner();
          if (owner != null && isOf(owner, by)) {
            handles.check(order.content().account(), members, new String[] {owner.text()});
          }
          revise(order, members, by);
          preparers.note(order, () -> by);
          events.note(order.id(), Kind.INPUT_GIVEN, names(answer), by);
          process.answer(order, decision(orders.get(order.id()), code, answer));
          return done(order, beforeCommit);
        });
  }

  /**
   * Has the registrar send its confirmation mails again.
   *
   * @param by login that requests it
   * @param beforeCommit receives the resulting order
   * @throws InputRefused if the order does not wait for a confirmation
   */
  public ProvisioningOrder resendMails(
      ProvisioningOrder asked, String by, Consumer<ProvisioningOrder> beforeCommit) {
    return transaction.execute(
        () -> {
          ProvisioningOrder order = orders.lock(asked.id());
          WaitingFor wait = order.waitingFor();
          if (wait == null || !MAILS.contains(wait.code())) {
            throw new InputRefused("the order does not wait for a mail to be confirmed");
          }
          events.note(order.id(), Kind.RESEND_ASKED, null, by);
          process.resendMails(order);
          return done(order, beforeCommit);
        });
  }

  // Only sections that the registrar has refused may be left out by null.
  private static void leaveNothingOut(ObjectNode members) {
    withoutNulls(members);
    if (members.get("contacts") instanceof ObjectNode contacts) {
      withoutNulls(contacts);
    }
  }

  private static void withoutNulls(ObjectNode members) {
    List<String> names = new ArrayList<>();
    members.fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> !members.get(name).isNull());
    members.remove(names);
  }

  private ProvisioningOrder done(
      ProvisioningOrder order, Consumer<ProvisioningOrder> beforeCommit) {
    ProvisioningOrder done = orders.get(order.id());
    beforeCommit.accept(done);
    return done;
  }

  /**
   * Applies corrections to the order, which has to be locked.
   *
   * @param by login that sends them
   * @throws OrderRejected if they are invalid
   */
  public void revise(ProvisioningOrder order, ObjectNode corrections, String by) {
    OrderContent revised = reader.revise(order.content(), corrections, rights.ofLogin(by));
    orders.revise(order.id(), revised);
    consents.note(orders.get(order.id()), order.content().additionalFields(), by);
    if (revised.acceptPrice() != null) {
      purchases.acceptPrice(order.id(), revised.acceptPrice());
    }
    if (revised.details() instanceof RegistrationOrder registration
        && registration.claimsAcceptance() != null) {
      purchases.acceptNotice(order.id(), registration.claimsAcceptance());
    }
  }

  /**
   * Whether a login that may see the order is its caller: the one that placed it, or its owner,
   * such as another client of the same group.
   */
  static boolean isByCaller(ProvisioningOrder order, String login) {
    Owner owner = order.owner();
    return order.login().equals(login) || (owner != null && isOf(owner, login));
  }

  private static boolean isOf(Owner owner, String login) {
    return ApiClient.isLogin(login) || owner.text().equals(login);
  }

  private static @Nullable String names(ObjectNode answer) {
    List<String> names = new ArrayList<>();
    answer.fieldNames().forEachRemaining(names::add);
    return names.isEmpty() ? null : String.join(", ", names);
  }

  private @Nullable String decision(ProvisioningOrder order, Code code, ObjectNode answer) {
    return switch (code) {
      case ADDITIONAL_FIELDS -> {
        refuseIncomplete(order);
        yield null;
      }
      case PRICE -> {
        Quote quote =
            there(order.purchase().quote(), "the order waits for a price, and none is quoted");
        if (!quote.isCoveredBy(order.content().acceptPrice())) {
          throw rejected("acceptPrice", "must cover " + quote.price() + ", the price of the name");
        }
        yield "APPROVE";
      }
      case CLAIMS_NOTICE -> {
        ClaimsAcceptance acceptance =
            order.content().as(RegistrationOrder.class).claimsAcceptance();
        ClaimsNotice notice =
            there(order.purchase().notice(), "the order waits for a notice, and has none");
        if (!notice.isAcceptedBy(acceptance, clock.instant())) {
          throw rejected(
              "claimsAcceptance",
              "must accept notice "
                  + notice.noticeId()
                  + ", at a time between its issue and "
                  + notice.expiresAt());
        }
        yield "ACCEPT";
      }
      case REGISTRAR_REFUSED -> {
        if (answer.isEmpty() && !order.content().operation().forms().isEmpty()) {
          throw rejected("body", "must have at least one member to correct");
        }
        yield "RETRY";
      }
      case AUTH_CODE_MISSING, AUTH_CODE_WRONG -> {
        if (!answer.hasNonNull("authCode")) {
          throw rejected("authCode", "is what the order waits for");
        }
        yield "RETRY";
      }
      case TRANSFER_LOCKED, TOO_YOUNG, TRANSFER_PENDING, CHANGE_PENDING -> "RETRY";
      case CHOICE -> choice(order.content().as(RegistrantChangeOrder.class).options(), answer);
      case QUESTION -> null;
      case DELETION_CONFIRMATION -> {
        if (!order.content().as(DeletionOrder.class).confirmed()) {
          throw rejected("confirmDomain", "is what the order waits for");
        }
        yield "DELETE";
      }
      default -> throw new IllegalStateException(code + " takes no input");
    };
  }

  // The change is under way at the registrar as it was sent; a caller's claim that it is confirmed
  // is only a hint.
  private static void refuseAnyMember(ObjectNode answer) {
    if (!answer.isEmpty()) {
      throw rejected(
          "body", "must be an empty object: it makes us look now, and nothing can be changed");
    }
  }

  private static String choice(RegistrantChangeOptions options, ObjectNode answer) {
    RegistrantChangeMode mode = options.mode();
    if (!answer.hasNonNull("registrantChangeMode")
        || mode == null
        || mode == RegistrantChangeMode.ASK) {
      throw rejected("registrantChangeMode", "is what the order waits for");
    }
    return mode.name();
  }

  private static <T> T there(@Nullable T terms, String otherwise) {
    return Optional.ofNullable(terms).orElseThrow(() -> new IllegalStateException(otherwise));
  }

  private static Code awaited(ProvisioningOrder order) {
    return Optional.ofNullable(order.waitingFor())
        .map(WaitingFor::code)
        .orElseThrow(() -> nothingAwaited(order));
  }

  private static List<String> taken(ProvisioningOrder order, Code code) {
    return AcceptedInput.of(order.content().operation(), code)
        .orElseThrow(() -> nothingAwaited(order));
  }

  private static InputRefused nothingAwaited(ProvisioningOrder order) {
    return new InputRefused(
        order.status().isOpen()
            ? "the order does not wait for anything that you could send"
            : "the order has ended");
  }

  private static void refuseOthers(
      ProvisioningOrder order, Code code, List<String> taken, ObjectNode answer) {
    JsonMembers fields = new JsonMembers(answer);
    Set<String> known = AcceptedInput.ever(order.content().operation());
    fields.refuseUnknown(known);
    known.stream()
        .filter(member -> answer.has(member) && !taken.contains(member))
        .sorted()
        .forEach(
            member ->
                fields.problem(
                    member,
                    "NOT_OFFERED",
                    "cannot be changed now: the order waits for "
                        + code
                        + " and takes "
                        + (taken.isEmpty() ? "an empty object" : String.join(", ", taken))
                        + "; if it is wrong, cancel the order and place a new one"));
    if (!fields.problems().isEmpty()) {
      throw new OrderRejected(fields.problems());
    }
  }

  private void takeAnswer(ProvisioningOrder order, ObjectNode members) {
    JsonMembers fields = new JsonMembers(members);
    String text = fields.required("answer");
    if (text == null) {
      throw new OrderRejected(fields.problems());
    }
    members.remove("answer");
    changes.answered(order.id(), text);
  }

  private void refuseIncomplete(ProvisioningOrder order) {
    FieldContext context = process.fieldContext(order);
    AdditionalFields given = order.content().additionalFields();
    List<FieldProblem> missing =
        tlds.policyOfOrdered(order.content().domain())
            .form()
            .map(form -> form.missingProblems(form.taken(given, context), context))
            .orElse(List.of());
    if (!missing.isEmpty()) {
      throw new OrderRejected(
          missing.stream().map(problem -> problem.within("additionalFields")).toList());
    }
  }

  private static OrderRejected rejected(String field, String message) {
    return new OrderRejected(List.of(new FieldProblem(field, "INVALID", message)));
  }
}
