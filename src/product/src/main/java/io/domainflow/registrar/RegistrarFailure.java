package io.domainflow.registrar;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failed call to the registrar. Messages are for people: what was sent, what was answered, and
 * whether anything was done there. They contain no personal data.
 */
public abstract sealed class RegistrarFailure extends RuntimeException {

  private static final String NOTHING_DONE = ". Nothing was done there.";
  private static final String ASK_AND_RETRY =
      "Ask the registrar why it answers so, then retry this step in Cockpit.";

  private final String message;
  private final String cure;

  private RegistrarFailure(String message, String cure) {
    super(message);
    this.message = message;
    this.cure = cure;
  }

  /** Never null, unlike in other exceptions. */
  @Override
  public String getMessage() {
    return message;
  }

  /** What a person has to do if the step does not continue automatically. */
  public String cure() {
    return cure;
  }

  /** Whether the command may still have been executed. */
  public boolean mayBeDone() {
    return false;
  }

  /** The registrar refused. Nothing was changed and nothing was bought. */
  public static final class Refused extends RegistrarFailure {

    private final RefusalReason why;
    private final int code;
    private final String words;
    private final String reason;

    /**
     * Creates a refusal.
     *
     * @param command the command and its subject, for people
     */
    public Refused(String command, Answer<?> answer) {
      this(
          answer.reason(),
          answer.code(),
          answer.words(),
          "the registrar refused " + command + " with " + answer.text(),
          "",
          "Fix what the registrar names, then retry this step in Cockpit.");
    }

    private Refused(
        RefusalReason why, int code, String words, String reason, String meaning, String cure) {
      super("T" + reason.substring(1) + "." + meaning, cure);
      this.why = why;
      this.code = code;
      this.words = words;
      this.reason = reason;
    }

    /**
     * The same refusal, explained by a step that knows its meaning.
     *
     * @param meaning what must have happened, as a sentence
     * @param theCure what a person has to do, as sentences
     */
    public Refused meaning(String meaning, String theCure) {
      return new Refused(why, code, words, reason, " " + meaning, theCure);
    }

    /** Result code of the registrar. */
    public int code() {
      return code;
    }

    /** Whether the registrar refused for one of these reasons. */
    public boolean isFor(RefusalReason... reasons) {
      return Arrays.asList(reasons).contains(why);
    }

    /** Whether the object does not exist, or belongs to another account. */
    public boolean saysNotHere() {
      return isFor(RefusalReason.NOT_FOUND, RefusalReason.OF_ANOTHER_ACCOUNT);
    }

    /** The registrar's message, which may repeat data that was sent. */
    public String words() {
      return words;
    }

    /** What happened, as part of a sentence. */
    public String reason() {
      return reason;
    }
  }

  /**
   * The registrar could not be reached, or asks to come back later. Nothing was done there, or only
   * something that can be repeated safely.
   */
  public static final class Unavailable extends RegistrarFailure {

    private final boolean registrarAway;
    private final transient @Nullable Instant until;
    private final boolean mayBeDone;

    public Unavailable(String reason, boolean registrarAway) {
      this(registrarAway, null, "The registrar is not available: " + reason + NOTHING_DONE);
    }

    private Unavailable(boolean registrarAway, @Nullable Instant until, String message) {
      this(registrarAway, until, message, false);
    }

    private Unavailable(
        boolean registrarAway, @Nullable Instant until, String message, boolean mayBeDone) {
      super(message, ASK_AND_RETRY);
      this.registrarAway = registrarAway;
      this.until = until;
      this.mayBeDone = mayBeDone;
    }

    /** No call was made, because the account may not call the registrar for now. */
    static Unavailable heldBack(AccountThrottled e) {
      return new Unavailable(
          true, e.until(), "No calls are made for this account now: " + e.getMessage() + ".");
    }

    /** The command did not reach the registrar. */
    static Unavailable notSent(String command, String reason) {
      return new Unavailable(true, null, command + " could not be sent: " + reason + NOTHING_DONE);
    }

    /** A query got no usable answer. */
    static Unavailable unanswered(String command, String reason) {
      return new Unavailable(
          true, null, command + " was sent, but " + reason + ". It was only a query.");
    }

    /** The registrar answered that it cannot process calls now, or appears unable to. */
    static Unavailable notNow(String command, Answer<?> answer) {
      return new Unavailable(
          answer.away(),
          null,
          "The registrar answered " + command + " with " + answer.text() + NOTHING_DONE);
    }

    /** The outcome of a command is unknown, but it may safely be sent again. */
    public static Unavailable repeatable(String command, String reason, boolean registrarAway) {
      return new Unavailable(
          registrarAway,
          null,
          "It is not known whether "
              + command
              + " was carried out: "
              + reason
              + ". It is sent again, which costs nothing more.",
          true);
    }

    @Override
    public boolean mayBeDone() {
      return mayBeDone;
    }

    /** When to try again; empty if that is not known. */
    public Optional<Instant> until() {
      return Optional.ofNullable(until);
    }

    /** Whether this affects every order, so that one can only wait. */
    public boolean isRegistrarAway() {
      return registrarAway;
    }
  }

  /**
   * A command may or may not have been executed. Domainflow finds out before it repeats anything.
   */
  public static final class OutcomeUnknown extends RegistrarFailure {

    private final boolean registrarAway;
    private final transient @Nullable Instant until;

    OutcomeUnknown(String command, String reason, boolean registrarAway, @Nullable Instant until) {
      super(
          "It is not known whether "
              + command
              + " was carried out: "
              + reason
              + ". Nothing is sent again before the registrar has been asked about it.",
          "Find out at the registrar whether it was carried out. Then retry this step in Cockpit:"
              + " it checks first, and repeats nothing that was done.");
      this.registrarAway = registrarAway;
      this.until = until;
    }

    @Override
    public boolean mayBeDone() {
      return true;
    }

    /** When to check again; empty if that is not known. */
    public Optional<Instant> until() {
      return Optional.ofNullable(until);
    }

    /** Whether the registrar could not even be reached, so that one can only wait. */
    public boolean isRegistrarAway() {
      return registrarAway;
    }
  }

  /** The account cannot pay. Nothing was done and nothing was bought. */
  public static final class CreditUsedUp extends RegistrarFailure {

    private final boolean known;

    /** The registrar has refused to charge the account. */
    public CreditUsedUp(String account) {
      this(account, false);
    }

    private CreditUsedUp(String account, boolean known) {
      super(
          "The credit of account "
              + account
              + " at the registrar is used up. Nothing was bought. The order continues when the"
              + " account has been topped up.",
          "Top the account up.");
      this.known = known;
    }

    /** The registrar was not asked, because it has refused to charge the account before. */
    public static CreditUsedUp asKnown(String account) {
      return new CreditUsedUp(account, true);
    }

    /** Whether it is an earlier refusal. */
    public boolean wasKnown() {
      return known;
    }
  }

  /** The registrar rejects the account or this machine. Nothing was done there. */
  public static final class AccessRefused extends RegistrarFailure {

    private final boolean rightMissing;
    private final boolean accountStopped;
    private final String reason;

    private AccessRefused(boolean rightMissing, String reason, String message, String cure) {
      this(rightMissing, false, reason, message, cure);
    }

    private AccessRefused(
        boolean rightMissing, boolean accountStopped, String reason, String message, String cure) {
      super(message, cure);
      this.rightMissing = rightMissing;
      this.accountStopped = accountStopped;
      this.reason = reason;
    }

    /** Login, password or rights are not accepted. */
    static AccessRefused login(String account, Answer<?> answer) {
      String detail = answer.text();
      if (answer.reason() == RefusalReason.ACCOUNT_STOPPED) {
        return stopped(account, detail);
      }
      if (answer.reason() == RefusalReason.ADDRESS) {
        return new AccessRefused(
            false,
            detail,
            "The registrar does not accept account "
                + account
                + " from the network address of this machine ("
                + detail
                + "). Nothing was done there.",
            "Allow the address in the registrar's panel, then retry this step in Cockpit.");
      }
      return new AccessRefused(
          answer.reason() == RefusalReason.RIGHT_MISSING,
          detail,
          "The registrar does not accept the login of account "
              + account
              + " ("
              + detail
              + "). Nothing was done there.",
          "Correct the account's login, password or rights, then retry this step in Cockpit.");
    }

    /**
     * The registrar has stopped the account. No more calls are made for it.
     *
     * @param detail the registrar's code and message
     */
    static AccessRefused stopped(String account, String detail) {
      return new AccessRefused(
          false,
          true,
          "it has stopped the account (" + detail + ")",
          "The registrar has stopped account "
              + account
              + " ("
              + detail
              + "). Nothing was done there, and no calls are made for the account until a person has"
              + " cleared this up with the registrar and has the account checked again.",
          "Clear it up with the registrar, then have the account checked again.");
    }

    /** The request was rejected before the login. */
    public static AccessRefused request(String reason) {
      return new AccessRefused(false, reason, reason, "Retry this step in Cockpit afterwards.");
    }

    /** Whether the login is accepted and only lacks the right for this command. */
    public boolean isRightMissing() {
      return rightMissing;
    }

    /** Whether the registrar has stopped the account, so that the step can only wait. */
    public boolean isAccountStopped() {
      return accountStopped;
    }

    /** The reason for people, without advice about the step. */
    public String reason() {
      return reason;
    }
  }
}
