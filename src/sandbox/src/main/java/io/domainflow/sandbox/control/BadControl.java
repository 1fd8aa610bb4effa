package io.domainflow.sandbox.control;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown if a control call cannot be carried out; the message is for the author of the script. */
final class BadControl extends RuntimeException {

  private final @Nullable String member;
  private final String complaint;

  BadControl(String message) {
    this(message, null, message);
  }

  private BadControl(String message, @Nullable String member, String complaint) {
    super(message, null, false, false);
    this.member = member;
    this.complaint = complaint;
  }

  /**
   * A member of the body that is missing or has a bad value.
   *
   * @param complaint continues a sentence that begins with the member, without a full stop
   */
  static BadControl at(String member, String complaint) {
    return new BadControl("\"" + member + "\" " + complaint + ".", member, complaint);
  }

  /** The wrong member and its problem; empty unless the problem is about one member. */
  Optional<Wrong> wrong() {
    return Optional.ofNullable(member).map(name -> new Wrong(name, complaint));
  }

  /**
   * The problem of a member.
   *
   * @param field the member
   * @param message continues a sentence that begins with it
   */
  record Wrong(String field, String message) {}
}
