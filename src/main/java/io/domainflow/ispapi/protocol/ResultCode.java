package io.domainflow.ispapi.protocol;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every result code of the registrar's command pages, once, with its general text.
 *
 * <p>The pages say what a code is called, not whether the command took effect. {@link #kindOf} is
 * our reading of that, and the only place for it.
 */
public enum ResultCode {
  COMPLETED(200, "Command completed successfully"),
  DOMAIN_AVAILABLE(210, "Domain name available"),
  DOMAIN_NOT_AVAILABLE(211, "Domain name not available"),
  NAMESERVER_AVAILABLE(212, "Nameserver is available"),
  NAMESERVER_NOT_AVAILABLE(213, "Nameserver is not available"),
  REQUEST_AVAILABLE(218, "Request is available"),
  REQUEST_NOT_AVAILABLE(219, "Request is not available"),
  SERVER_ERROR(420, "Command failed due to server error. Server closing connection"),
  TRY_AGAIN(421, "Command failed due to server error. Client should try again"),
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
  NOT_SUPPORTED_FOR_CLASS(510, "Command not supported for this class"),
  CONNECTION_CLOSED(520, "Server closing connection. Client should try opening new connection"),
  TOO_MANY_SESSIONS(521, "Too many sessions open. Server closing connection"),
  AUTHENTICATION_FAILED(530, "Authentication failed"),
  AUTHORIZATION_FAILED(531, "Authorization failed"),
  NAMESERVER_IN_USE(532, "Domain names linked with name server"),
  NOT_FLAGGED_FOR_TRANSFER(534, "Object has not been flagged for transfer"),
  ALREADY_FLAGGED_FOR_TRANSFER(536, "Object already flagged for transfer"),
  NOT_UNIQUE(540, "Attribute value is not unique"),
  INVALID_ATTRIBUTE(541, "Invalid attribute value"),
  ATTRIBUTE_IS_FINAL(543, "Final or implicit attribute cannot be updated"),
  ON_HOLD(544, "Entity on hold"),
  NOT_FOUND(545, "Object not found"),
  CREDIT_LIMIT_EXCEEDED(546, "Credit limit exceeded"),
  INVALID_SEQUENCE(547, "Invalid command sequence"),
  NOT_UP_FOR_RENEWAL(548, "Object is not up for renewal"),
  COMMAND_FAILED(549, "Command failed"),
  STATUS_PROHIBITS_OPERATION(552, "Object status does not allow for operation"),
  TRANSFER_PENDING(553, "Operation not allowed. Object pending transfer"),
  ALREADY_REGISTERED(554, "Object already registered"),
  ALREADY_RENEWED(555, "Object already renewed");

  /** What an answer means for whoever sent the command. */
  public enum Kind {
    /** Done, or accepted and pending. */
    SUCCESS,
    /** A check came out negative: an answer, not a failure. */
    NEGATIVE_CHECK,
    /** Surely not executed, or only a question: the same command may be sent again later. */
    TRY_LATER,
    /** A command that changes something may have been executed: ask, do not repeat. */
    IN_DOUBT,
    /** The account's login or rights were refused: someone has to look at the account. */
    LOGIN_REFUSED,
    /** The account has run out of credit. */
    CREDIT,
    /** The registrar or the registry says no; the same command would be refused again. */
    REFUSED
  }

  private static final Map<Integer, ResultCode> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(ResultCode::code, Function.identity()));

  private static final Pattern ACL = Pattern.compile("\\bACL\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern INVALID_CHARACTERS =
      Pattern.compile("Invalid characters\\b", Pattern.CASE_INSENSITIVE);

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

  /**
   * The whole policy. Codes decide; texts are no documented contract and only tell apart what one
   * code says in two ways.
   *
   * @param mutation whether the command changes something. A question leaves nothing in doubt: it
   *     is asked again.
   */
  public static Kind kindOf(IspapiResponse response, boolean mutation) {
    Kind doubt = mutation ? Kind.IN_DOUBT : Kind.TRY_LATER;
    Optional<ResultCode> known = of(response.code());
    if (known.isEmpty()) {
      return doubt;
    }
    return switch (known.get()) {
      case COMPLETED, DOMAIN_AVAILABLE, NAMESERVER_AVAILABLE, REQUEST_AVAILABLE -> Kind.SUCCESS;
      case DOMAIN_NOT_AVAILABLE, NAMESERVER_NOT_AVAILABLE, REQUEST_NOT_AVAILABLE ->
          Kind.NEGATIVE_CHECK;

      // The server gave up somewhere on the way, perhaps behind the registry (549).
      case SERVER_ERROR, TRY_AGAIN -> doubt;
      // The page of AddContact has a second text for 549, which speaks of what was sent.
      case COMMAND_FAILED ->
          INVALID_CHARACTERS.matcher(response.description()).lookingAt() ? Kind.REFUSED : doubt;

      // Turned away at the door, before the command was looked at.
      case NO_SESSION, USAGE_EXCEEDED, CONNECTION_CLOSED, TOO_MANY_SESSIONS -> Kind.TRY_LATER;
      case INVALID_COMMAND_FORMAT ->
          response.description().contains("session expired") ? Kind.TRY_LATER : Kind.REFUSED;

      case AUTHENTICATION_FAILED -> Kind.LOGIN_REFUSED;
      // Without the ACL text: the object belongs to another account.
      case AUTHORIZATION_FAILED ->
          ACL.matcher(response.description()).find() ? Kind.LOGIN_REFUSED : Kind.REFUSED;

      case CREDIT_LIMIT_EXCEEDED -> Kind.CREDIT;

      // Our mistake, a rule of the zone, or a state that does not allow it. After a doubt, 536,
      // 540, 554 and 555 may be the trace of our own command: whoever had the doubt asks first.
      case INVALID_COMMAND_NAME,
          INVALID_COMMAND_OPTION,
          INVALID_ENTITY,
          INVALID_ATTRIBUTE_NAME,
          MISSING_ATTRIBUTE,
          INVALID_ATTRIBUTE_SYNTAX,
          INVALID_OPTION,
          NOT_SUPPORTED_FOR_CLASS,
          NAMESERVER_IN_USE,
          NOT_FLAGGED_FOR_TRANSFER,
          ALREADY_FLAGGED_FOR_TRANSFER,
          NOT_UNIQUE,
          INVALID_ATTRIBUTE,
          ATTRIBUTE_IS_FINAL,
          ON_HOLD,
          NOT_FOUND,
          INVALID_SEQUENCE,
          NOT_UP_FOR_RENEWAL,
          STATUS_PROHIBITS_OPERATION,
          TRANSFER_PENDING,
          ALREADY_REGISTERED,
          ALREADY_RENEWED ->
          Kind.REFUSED;
    };
  }
}
