package io.domainflow.lineprotocol;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.Answer.Kind;
import io.domainflow.registrar.Answer.Load;
import io.domainflow.registrar.RefusalReason;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Interprets the registrar's answers. Its pages give the name of a code, but not whether the
 * command took effect: that is our interpretation, and this is the only place for it.
 */
public final class AnswerMeaning {

  private static final Pattern ACL = Pattern.compile("\\bACL\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern INVALID_CHARACTERS =
      Pattern.compile("Invalid characters\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern ADDRESS =
      Pattern.compile("\\bIP\\b|\\baddress", Pattern.CASE_INSENSITIVE);

  private AnswerMeaning() {}

  /**
   * The whole policy. Codes decide; texts are not a documented contract and only distinguish two
   * meanings of one code.
   *
   * @param mutation whether the command changes something. The outcome of a query is never unknown,
   *     because it can be repeated.
   */
  public static Kind kindOf(RegistrarResponse response, boolean mutation) {
    Kind doubt = mutation ? Kind.IN_DOUBT : Kind.TRY_LATER;
    Optional<ResultCode> known = ResultCode.of(response.code());
    if (known.isEmpty()) {
      return doubt;
    }
    return switch (known.get()) {
      case COMPLETED,
          COMPLETED_AND_CLOSED,
          CONTACT_AVAILABLE,
          DOMAIN_AVAILABLE,
          NAMESERVER_AVAILABLE,
          REQUEST_AVAILABLE ->
          Kind.SUCCESS;
      case CONTACT_NOT_AVAILABLE,
          DOMAIN_NOT_AVAILABLE,
          NAMESERVER_NOT_AVAILABLE,
          REQUEST_NOT_AVAILABLE ->
          Kind.NEGATIVE_CHECK;

      // The server gave up at some point, perhaps after the registry had executed the command
      // (549).
      case SERVER_ERROR, TRY_AGAIN -> doubt;
      // The page of AddContact has a second text for 549, which concerns the data sent.
      case COMMAND_FAILED ->
          INVALID_CHARACTERS.matcher(response.description()).lookingAt() ? Kind.REFUSED : doubt;

      // Refused before the command was read.
      case NO_SESSION, USAGE_EXCEEDED, CONNECTION_CLOSED, TOO_MANY_SESSIONS -> Kind.TRY_LATER;
      case INVALID_COMMAND_FORMAT ->
          response.description().contains("session expired") ? Kind.TRY_LATER : Kind.REFUSED;

      // Never retried automatically, although the first looks like a server problem.
      case ABUSE_DETECTED, ADDRESS_NOT_ALLOWED, AUTHENTICATION_FAILED -> Kind.LOGIN_REFUSED;
      // Without the ACL text: the object belongs to another account.
      case AUTHORIZATION_FAILED ->
          ACL.matcher(response.description()).find() ? Kind.LOGIN_REFUSED : Kind.REFUSED;

      case CREDIT_LIMIT_EXCEEDED -> Kind.CREDIT;

      // Our mistake, a rule of the zone, or a status that prohibits it. After an unknown outcome,
      // 536, 540, 554 and 555 may be the trace of our own command: the caller checks first.
      case INVALID_COMMAND_NAME,
          INVALID_COMMAND_OPTION,
          INVALID_ENTITY,
          INVALID_ATTRIBUTE_NAME,
          MISSING_ATTRIBUTE,
          INVALID_ATTRIBUTE_SYNTAX,
          INVALID_OPTION,
          NOT_SUPPORTED_FOR_CLASS,
          MISSING_ENTITY,
          MISSING_COMMAND_OPTION,
          NAMESERVER_IN_USE,
          HAS_NAMESERVERS,
          NOT_FLAGGED_FOR_TRANSFER,
          ALREADY_FLAGGED_FOR_TRANSFER,
          NOT_UNIQUE,
          INVALID_ATTRIBUTE,
          INVALID_OLD_VALUE,
          ATTRIBUTE_IS_FINAL,
          ON_HOLD,
          NOT_FOUND,
          INVALID_SEQUENCE,
          NOT_UP_FOR_RENEWAL,
          PARENT_NOT_REGISTERED,
          PARENT_STATUS_PROHIBITS_OPERATION,
          STATUS_PROHIBITS_OPERATION,
          TRANSFER_PENDING,
          ALREADY_REGISTERED,
          ALREADY_RENEWED,
          LONGEST_PERIOD_EXCEEDED,
          OBJECT_STATUS_PROHIBITS_OPERATION,
          RESOURCE_DISABLED,
          RESOURCE_IN_USE,
          ADDRESS_HAS_FORWARDING,
          ADDRESS_HAS_MAILSPACE,
          MAIL_DOMAIN_HAS_MAILSPACE ->
          Kind.REFUSED;
    };
  }

  /** Why an answer is a refusal. */
  public static RefusalReason reasonOf(RegistrarResponse response) {
    Optional<ResultCode> known = ResultCode.of(response.code());
    if (known.equals(Optional.of(ResultCode.AUTHENTICATION_FAILED))
        && ADDRESS.matcher(response.description()).find()) {
      return RefusalReason.ADDRESS;
    }
    if (known.equals(Optional.of(ResultCode.AUTHORIZATION_FAILED))
        && ACL.matcher(response.description()).find()) {
      return RefusalReason.RIGHT_MISSING;
    }
    return known.map(AnswerMeaning::reasonOf).orElse(RefusalReason.OTHER);
  }

  /** Why a code refuses, if its text is unknown. */
  public static RefusalReason reasonOf(ResultCode code) {
    return switch (code) {
      case NOT_FOUND -> RefusalReason.NOT_FOUND;
      case AUTHORIZATION_FAILED -> RefusalReason.OF_ANOTHER_ACCOUNT;
      case NOT_UNIQUE -> RefusalReason.ALREADY_THERE;
      case ALREADY_REGISTERED, DOMAIN_NOT_AVAILABLE -> RefusalReason.NAME_TAKEN;
      case STATUS_PROHIBITS_OPERATION,
          OBJECT_STATUS_PROHIBITS_OPERATION,
          PARENT_STATUS_PROHIBITS_OPERATION ->
          RefusalReason.STATUS_PROHIBITS;
      case INVALID_SEQUENCE, ON_HOLD -> RefusalReason.NOT_NOW;
      case NOT_SUPPORTED_FOR_CLASS -> RefusalReason.NOT_OFFERED;
      case INVALID_COMMAND_NAME -> RefusalReason.UNKNOWN_COMMAND;
      case INVALID_ATTRIBUTE_NAME -> RefusalReason.UNKNOWN_FIELD;
      case ATTRIBUTE_IS_FINAL -> RefusalReason.FIELD_IS_FIXED;
      case MISSING_ATTRIBUTE, MISSING_ENTITY, MISSING_COMMAND_OPTION -> RefusalReason.VALUE_MISSING;
      case INVALID_ATTRIBUTE_SYNTAX -> RefusalReason.VALUE_MALFORMED;
      case INVALID_ATTRIBUTE,
          INVALID_OLD_VALUE,
          INVALID_OPTION,
          COMMAND_FAILED,
          LONGEST_PERIOD_EXCEEDED ->
          RefusalReason.VALUE_REFUSED;
      case NOT_UP_FOR_RENEWAL -> RefusalReason.TOO_EARLY_TO_RENEW;
      case AUTHENTICATION_FAILED -> RefusalReason.LOGIN;
      case ADDRESS_NOT_ALLOWED -> RefusalReason.ADDRESS;
      case ABUSE_DETECTED -> RefusalReason.ACCOUNT_STOPPED;
      case INVALID_ENTITY -> RefusalReason.OTHER_SYSTEM;
      default -> RefusalReason.OTHER;
    };
  }

  /**
   * Whether the server as a whole is busy or unavailable; everything else concerns only this
   * command.
   */
  public static boolean isAway(RegistrarResponse response) {
    return ResultCode.of(response.code())
        .filter(code -> code != ResultCode.COMMAND_FAILED)
        .isPresent();
  }

  /** How the registrar rates the load of the account. */
  public static Load loadOf(RegistrarResponse response) {
    return switch (ResultCode.of(response.code()).orElse(ResultCode.COMPLETED)) {
      case USAGE_EXCEEDED -> Load.TOO_MUCH;
      case TOO_MANY_SESSIONS -> Load.TOO_MANY_AT_ONCE;
      default -> Load.FINE;
    };
  }
}
