package io.domainflow.lineprotocol.message;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every documented result code of both platforms, with its general text; for some shared codes, the
 * pages of CentralNic Reseller have a different text.
 */
public enum ResultCode {
  COMPLETED(200, "Command completed successfully"),
  DOMAIN_AVAILABLE(210, "Domain name available"),
  DOMAIN_NOT_AVAILABLE(211, "Domain name not available"),
  NAMESERVER_AVAILABLE(212, "Nameserver is available"),
  NAMESERVER_NOT_AVAILABLE(213, "Nameserver is not available"),
  CONTACT_AVAILABLE(214, "Contact available"),
  CONTACT_NOT_AVAILABLE(215, "Contact not available"),
  REQUEST_AVAILABLE(218, "Request is available"),
  REQUEST_NOT_AVAILABLE(219, "Request is not available"),
  COMPLETED_AND_CLOSED(220, "Command completed successfully. Server closing connection"),
  SERVER_ERROR(420, "Command failed due to server error. Server closing connection"),
  TRY_AGAIN(421, "Command failed due to server error. Client should try again"),
  ABUSE_DETECTED(
      422, "Abuse detected! The account has been temporarily locked! Please standby some minutes."),
  NO_SESSION(
      423, "Command failed due to server error. Client should try again (Could not get session)"),
  USAGE_EXCEEDED(425, "Service temporarily locked; usage exceeded"),
  INVALID_COMMAND_NAME(500, "Invalid command name"),
  INVALID_COMMAND_OPTION(501, "Invalid command option"),
  INVALID_ENTITY(502, "Invalid entity value"),
  INVALID_ATTRIBUTE_NAME(503, "Invalid attribute name"),
  MISSING_ATTRIBUTE(504, "Missing required attribute"),
  INVALID_ATTRIBUTE_SYNTAX(505, "Invalid attribute value syntax"),
  INVALID_OPTION(506, "Invalid option value"),
  INVALID_COMMAND_FORMAT(507, "Invalid command format"),
  MISSING_ENTITY(508, "Missing required entity"),
  MISSING_COMMAND_OPTION(509, "Missing command option"),
  NOT_SUPPORTED_FOR_CLASS(510, "Command not supported for this class"),
  CONNECTION_CLOSED(520, "Server closing connection. Client should try opening new connection"),
  TOO_MANY_SESSIONS(521, "Too many sessions open. Server closing connection"),
  AUTHENTICATION_FAILED(530, "Authentication failed"),
  AUTHORIZATION_FAILED(531, "Authorization failed"),
  NAMESERVER_IN_USE(532, "Domain names linked with name server"),
  HAS_NAMESERVERS(533, "Domain name has active name servers"),
  NOT_FLAGGED_FOR_TRANSFER(534, "Object has not been flagged for transfer"),
  ADDRESS_NOT_ALLOWED(535, "Restricted IP address"),
  ALREADY_FLAGGED_FOR_TRANSFER(536, "Object already flagged for transfer"),
  NOT_UNIQUE(540, "Attribute value is not unique"),
  INVALID_ATTRIBUTE(541, "Invalid attribute value"),
  INVALID_OLD_VALUE(542, "Invalid old value for an attribute"),
  ATTRIBUTE_IS_FINAL(543, "Final or implicit attribute cannot be updated"),
  ON_HOLD(544, "Entity on hold"),
  NOT_FOUND(545, "Object not found"),
  CREDIT_LIMIT_EXCEEDED(546, "Credit limit exceeded"),
  INVALID_SEQUENCE(547, "Invalid command sequence"),
  NOT_UP_FOR_RENEWAL(548, "Object is not up for renewal"),
  COMMAND_FAILED(549, "Command failed"),
  PARENT_NOT_REGISTERED(550, "Parent domain not registered"),
  PARENT_STATUS_PROHIBITS_OPERATION(551, "Parent domain status does not allow for operation"),
  STATUS_PROHIBITS_OPERATION(552, "Object status does not allow for operation"),
  TRANSFER_PENDING(553, "Operation not allowed. Object pending transfer"),
  ALREADY_REGISTERED(554, "Object already registered"),
  ALREADY_RENEWED(555, "Object already renewed"),
  LONGEST_PERIOD_EXCEEDED(556, "Maximum registration period exceeded"),
  OBJECT_STATUS_PROHIBITS_OPERATION(557, "Object status prohibits operation"),
  RESOURCE_DISABLED(560, "Resource is disabled"),
  RESOURCE_IN_USE(561, "Resource still in use"),
  ADDRESS_HAS_FORWARDING(562, "Email address already uses forwarding"),
  ADDRESS_HAS_MAILSPACE(563, "Email address already uses mailspace"),
  MAIL_DOMAIN_HAS_MAILSPACE(564, "Email domain already linked to a different mailspace");

  private static final Map<Integer, ResultCode> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(ResultCode::code, Function.identity()));

  private final int code;
  private final String text;

  ResultCode(int code, String text) {
    this.code = code;
    this.text = text;
  }

  public int code() {
    return code;
  }

  public String text() {
    return text;
  }

  /** The constant of a code; empty for one that is not documented. */
  public static Optional<ResultCode> of(int code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
