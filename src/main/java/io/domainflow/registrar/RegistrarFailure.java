package io.domainflow.registrar;

import io.domainflow.ispapi.protocol.ResultCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A call to the registrar that did not bring what was asked for. Messages are for people. */
public abstract sealed class RegistrarFailure extends RuntimeException {

  private RegistrarFailure(String message) {
    super(message);
  }

  /** The registrar answered no. Nothing was changed and nothing was bought. */
  public static final class Refused extends RegistrarFailure {

    private final int code;
    private final String words;

    public Refused(String command, int code, String words) {
      super("the registrar refused " + command + " with " + code + " " + words);
      this.code = code;
      this.words = words;
    }

    /** Result code of the registrar. */
    public int code() {
      return code;
    }

    /** Whether the registrar answered with one of these codes. */
    public boolean isOneOf(ResultCode... codes) {
      return Arrays.stream(codes).anyMatch(candidate -> candidate.code() == code);
    }

    /** The registrar's own words. */
    public String words() {
      return words;
    }
  }

  /**
   * The registrar could not be reached, or asks to come back later. Nothing was done there, or
   * nothing that doing it again would do twice.
   */
  public static final class Unavailable extends RegistrarFailure {

    private final boolean registrarAway;
    private final transient Instant until;

    public Unavailable(String reason, boolean registrarAway) {
      this(
          registrarAway,
          null,
          "The registrar is not available: " + reason + ". Nothing was done there.");
    }

    private Unavailable(boolean registrarAway, Instant until, String message) {
      super(message);
      this.registrarAway = registrarAway;
      this.until = until;
    }

    /** The registrar was not asked, because the account has to leave it alone for now. */
    static Unavailable heldBack(HeldBack e) {
      return new Unavailable(
          true, e.until(), "Nothing is asked of the registrar at present: " + e.getMessage() + ".");
    }

    /** What became of a command is unknown, but it may be sent again without harm. */
    public static Unavailable repeatable(String command, String reason, boolean registrarAway) {
      return new Unavailable(
          registrarAway,
          null,
          "It is not known whether "
              + command
              + " was carried out: "
              + reason
              + ". It costs nothing and is sent again.");
    }

    /** When it is worth trying again; empty if that is not known. */
    public Optional<Instant> until() {
      return Optional.ofNullable(until);
    }

    /** Whether this holds for every order, so that there is nothing to do but wait. */
    public boolean isRegistrarAway() {
      return registrarAway;
    }
  }

  /**
   * A command may or may not have been carried out. It is looked up before anything is repeated.
   */
  public static final class OutcomeUnknown extends RegistrarFailure {

    private final boolean registrarAway;
    private final transient Instant until;

    public OutcomeUnknown(String command, String reason, boolean registrarAway) {
      this(command, reason, registrarAway, null);
    }

    OutcomeUnknown(String command, String reason, boolean registrarAway, Instant until) {
      super(
          "It is not known whether "
              + command
              + " was carried out: "
              + reason
              + ". The registrar is asked before anything is repeated.");
      this.registrarAway = registrarAway;
      this.until = until;
    }

    /** When it is worth asking again; empty if that is not known. */
    public Optional<Instant> until() {
      return Optional.ofNullable(until);
    }

    /** Whether the registrar could not even be asked, so that there is nothing to do but wait. */
    public boolean isRegistrarAway() {
      return registrarAway;
    }
  }

  /** The account cannot pay. Nothing was done and nothing was bought. */
  public static final class CreditUsedUp extends RegistrarFailure {

    public CreditUsedUp(String account) {
      super(
          "The credit of account "
              + account
              + " at the registrar is used up. Nothing was bought. The order goes on when the"
              + " account has been topped up.");
    }
  }

  /** The registrar turns the account or this machine away. Nothing was done there. */
  public static final class AccessRefused extends RegistrarFailure {

    private final String reason;

    private AccessRefused(String reason, String message) {
      super(message);
      this.reason = reason;
    }

    /** Login, password or rights are not accepted. */
    public static AccessRefused login(String account, String detail) {
      return new AccessRefused(
          detail,
          "The registrar does not accept the login of account "
              + account
              + " ("
              + detail
              + "). Nothing was done there. Correct the account's login, password or rights, then"
              + " retry this step.");
    }

    /** The request did not even get as far as the login. */
    public static AccessRefused request(String reason) {
      return new AccessRefused(reason, reason + " Then retry this step.");
    }

    /** Why, for people, without what to do about the step. */
    public String reason() {
      return reason;
    }
  }
}
