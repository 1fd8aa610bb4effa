package io.domainflow.order;

import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.content.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The input that an order accepts while it waits: the single table that decides which input is
 * accepted and that tells the caller what to send.
 */
public final class AcceptedInput {

  private static final List<String> CONTACTS = List.of("registrant", "admin", "tech", "billing");

  private AcceptedInput() {}

  /** Names of the order members that are accepted now; empty if none is. */
  public static List<String> accepts(Operation operation, Code code) {
    return of(operation, code).orElse(List.of());
  }

  /**
   * Who has to act, as shown to the caller: the caller, if there is input to send. An operator may
   * also act through the order's task.
   */
  public static Who who(Operation operation, Who who, Code code) {
    return accepts(operation, code).isEmpty() ? who : Who.CALLER;
  }

  /**
   * The members accepted now.
   *
   * @return no members if only an empty object is accepted, which triggers another check or
   *     attempt; empty if no input is accepted at all
   */
  public static Optional<List<String>> of(Operation operation, Code code) {
    return switch (code) {
      case ADDITIONAL_FIELDS -> Optional.of(fieldsAndWhatTheyDependOn(operation));
      case PRICE -> Optional.of(List.of("acceptPrice"));
      case CLAIMS_NOTICE -> Optional.of(List.of("claimsAcceptance"));
      case AUTH_CODE_MISSING, AUTH_CODE_WRONG -> Optional.of(List.of("authCode"));
      case REGISTRAR_REFUSED, TRANSFER_LOCKED, TOO_YOUNG, TRANSFER_PENDING, CHANGE_PENDING ->
          Optional.of(corrections(operation));
      case CHOICE -> Optional.of(List.of("registrantChangeMode", "consents"));
      case QUESTION -> Optional.of(List.of("answer", "consents"));
      case DELETION_CONFIRMATION -> Optional.of(List.of("confirmDomain"));
      case CONFIRMATION -> Optional.of(List.of());
      case CREDIT,
          REGISTRATION_PENDING,
          REGISTRATION_OVERDUE,
          SIGNED_FORM,
          SIGNED_FORM_OVERDUE,
          CONFIRMATION_MAIL,
          TRANSFER_AT_REGISTRY,
          CONTACTS_AFTER_TRANSFER,
          SETUP_AFTER_TRANSFER,
          UNINTENDED_TRADE,
          CONSENT,
          RENEWAL_AT_REGISTRY,
          RESTORE_AT_REGISTRY,
          DELETION_PENDING,
          UPDATE_APPROVAL,
          UPDATE_AT_REGISTRY,
          AUTH_CODE_APPROVAL,
          AUTH_CODE_AT_REGISTRY,
          RELEASE_APPROVAL,
          RELEASE_AT_REGISTRY,
          REGISTERED_DIFFERENTLY,
          REGISTRAR_UNREACHABLE,
          OUTCOME_UNKNOWN,
          TECHNICAL_PROBLEM ->
          Optional.empty();
    };
  }

  /** All members that an order of this operation may ever accept. */
  public static Set<String> ever(Operation operation) {
    return Arrays.stream(Code.values())
        .flatMap(code -> accepts(operation, code).stream())
        .collect(Collectors.toSet());
  }

  /** The members that can be corrected before the order is tried again. */
  private static List<String> corrections(Operation operation) {
    return switch (operation) {
      case REGISTER ->
          with(
              CONTACTS,
              "nameservers",
              "additionalFields",
              "period",
              "privacy",
              "idnLanguage",
              "acceptPrice");
      case TRANSFER ->
          with(CONTACTS, "nameservers", "additionalFields", "period", "authCode", "acceptPrice");
      case CHANGE_REGISTRANT ->
          List.of(
              "registrant", "additionalFields", "consents", "acceptPrice", "registrantChangeMode");
      case RENEW -> List.of("period", "acceptPrice");
      case RESTORE -> List.of("acceptPrice");
      case SUSPEND -> List.of("hold");
      case UPDATE ->
          List.of(
              "nameservers",
              "registrarDns",
              "contacts",
              "registrantDetails",
              "additionalFields",
              "transferLock",
              "privacy",
              "renewalMode");
      case DELETE, UNSUSPEND, CANCEL, REVERT, AUTH_CODE, RELEASE -> List.of();
    };
  }

  // Which fields a registry requires depends on the contacts.
  private static List<String> fieldsAndWhatTheyDependOn(Operation operation) {
    List<String> fields = List.of("additionalFields");
    return switch (operation) {
      case REGISTER, TRANSFER -> with(fields, CONTACTS.toArray(String[]::new));
      case CHANGE_REGISTRANT -> with(fields, "registrant", "consents");
      case UPDATE -> with(fields, "contacts", "registrantDetails");
      default -> fields;
    };
  }

  private static List<String> with(List<String> members, String... more) {
    List<String> all = new ArrayList<>(members);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }
}
