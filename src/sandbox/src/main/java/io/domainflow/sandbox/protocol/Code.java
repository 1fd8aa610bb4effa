package io.domainflow.sandbox.protocol;

import java.util.Arrays;
import java.util.Optional;

/** The registrar's result codes with their documented texts, and one it does not have. */
public enum Code {
  COMPLETED(200, "Command completed successfully"),
  DOMAIN_AVAILABLE(210, "Domain name available"),
  DOMAIN_NOT_AVAILABLE(211, "Domain name not available"),
  NAMESERVER_AVAILABLE(212, "Nameserver is available"),
  NAMESERVER_NOT_AVAILABLE(213, "Nameserver is not available"),
  /** A code of the second platform, like the next. */
  CONTACT_AVAILABLE(214, "Contact available"),
  CONTACT_NOT_AVAILABLE(215, "Contact not available"),
  REQUEST_AVAILABLE(218, "Request is available"),
  REQUEST_NOT_AVAILABLE(219, "Request is not available"),
  SERVER_CLOSING(420, "Command failed due to server error. Server closing connection"),
  TRY_AGAIN(421, "Command failed due to server error. Client should try again"),
  /** A code of the second platform: the account is stopped. */
  ABUSE_DETECTED(422, "Command failed due to server error. Abuse detected, account locked"),
  NO_SESSION(
      423, "Command failed due to server error. Client should try again (Could not get session)"),
  USAGE_EXCEEDED(425, "Service temporarily locked; usage exceeded"),
  INVALID_COMMAND(500, "Invalid command name"),
  INVALID_OPTION(501, "Invalid option name"),
  INVALID_ENTITY(502, "Invalid entity value"),
  INVALID_ATTRIBUTE(503, "Invalid attribute name"),
  MISSING_ATTRIBUTE(504, "Missing required attribute"),
  INVALID_SYNTAX(505, "Invalid attribute value syntax"),
  INVALID_OPTION_VALUE(506, "Invalid option value"),
  /** The text of 506 for a contact. */
  IN_USE(506, "Object is in use"),
  INVALID_FORMAT(507, "Invalid command format"),
  /** The text of 507 for a session. */
  SESSION_EXPIRED(507, "User session expired"),
  NOT_SUPPORTED(510, "Command not supported for this class"),
  CONNECTION_CLOSING(520, "Server closing connection. Client should try opening new connection"),
  TOO_MANY_SESSIONS(521, "Too many sessions open. Server closing connection"),
  AUTHENTICATION_FAILED(530, "Authentication failed"),
  /** The text of 530 for a session. */
  SESSION_NOT_FOUND(530, "SESSION NOT FOUND"),
  AUTHORIZATION_FAILED(531, "Authorization failed"),
  LINKED_WITH_NAMESERVER(532, "Domain names linked with name server"),
  NOT_FLAGGED(534, "Object has not been flagged for transfer"),
  /** A code of the second platform. */
  ADDRESS_NOT_ALLOWED(535, "Address not allowed"),
  ALREADY_FLAGGED(536, "Object already flagged for transfer"),
  NOT_UNIQUE(540, "Attribute value is not unique"),
  INVALID_VALUE(541, "Invalid attribute value"),
  FINAL_ATTRIBUTE(543, "Final or implicit attribute cannot be updated"),
  ON_HOLD(544, "Entity on hold"),
  NOT_FOUND(545, "Object not found"),
  CREDIT_EXCEEDED(546, "Credit limit exceeded"),
  INVALID_SEQUENCE(547, "Invalid command sequence"),
  NOT_UP_FOR_RENEWAL(548, "Object is not up for renewal"),
  FAILED(549, "Command failed"),
  STATUS_FORBIDS(552, "Object status does not allow for operation"),
  PENDING_TRANSFER(553, "Operation not allowed. Object pending transfer"),
  ALREADY_REGISTERED(554, "Object already registered"),
  ALREADY_RENEWED(555, "Object already renewed"),
  /** Not documented by the registrar: for testing the reaction to an unknown answer. */
  UNDOCUMENTED(599, "Unforeseen result");

  private final int number;
  private final String text;

  Code(int number, String text) {
    this.number = number;
    this.text = text;
  }

  public int number() {
    return number;
  }

  public String text() {
    return text;
  }

  public static Optional<Code> of(int number) {
    return Arrays.stream(values()).filter(code -> code.number == number).findFirst();
  }
}
