package io.domainflow.rest;

import io.domainflow.order.AcceptedInput;
import io.domainflow.order.OrderEvent;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.list.OrderComments;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.JournalEntry;
import io.domainflow.rest.TimelineView.Entry;
import io.domainflow.rest.TimelineView.Kind;
import io.domainflow.security.LoginGroups;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Describes in words what has happened to an order: its own events, what the registrar was asked to
 * change for it, and people's comments on its tasks. Callers learn only that a member of staff did
 * something; staff also learn who it was.
 */
@Component
public class Timeline {

  /** Replaces the words of a person, which may contain anything. */
  public static final String HIDDEN_COMMENT = "a comment, not shown to analysts";

  /** Replaces what an approver has asked; questions name people. */
  public static final String HIDDEN_QUESTION = "a question of an approver, not shown to analysts";

  // The name of the task and the code of the choice, by whose words the form names it.
  private static final Pattern DECIDED = Pattern.compile("(.+: )([A-Z][A-Z0-9_]+)");

  private final OrderEvents events;
  private final CommandJournal journal;
  private final OrderComments comments;

  Timeline(OrderEvents events, CommandJournal journal, OrderComments comments) {
    this.events = events;
    this.journal = journal;
    this.comments = comments;
  }

  /** The whole timeline, as the login may see it. */
  public TimelineView of(ProvisioningOrder order, Authentication login) {
    Stream<Entry> written =
        comments.of(order).stream()
            .map(
                comment ->
                    new Entry(
                        comment.at(),
                        Kind.COMMENT,
                        LoginGroups.isReadOnly(login) ? HIDDEN_COMMENT : comment.text(),
                        LoginAccess.shown(comment.by(), login)));
    return new TimelineView(
        order.content().reference().text(),
        Stream.concat(uncommented(order, login), written)
            .sorted(Comparator.comparing(Entry::at))
            .toList());
  }

  /** Everything except comments on tasks, unsorted. */
  public Stream<Entry> uncommented(ProvisioningOrder order, Authentication login) {
    return Stream.concat(
        events.of(order.id()).stream().map(event -> entry(event, order, login)),
        journal.of(order.id()).stream().flatMap(this::entries));
  }

  private static Entry entry(OrderEvent event, ProvisioningOrder order, Authentication reader) {
    Kind kind =
        switch (event.kind()) {
          case TASK_COMPLETED,
              INPUT_GIVEN,
              CONSENT_GIVEN,
              RESEND_ASKED,
              WITHDRAWAL_ASKED,
              AUTH_CODE_READ,
              PROCESS_MOVED ->
              Kind.PERSON;
          case MAILS_SENT_AGAIN, RESEND_REFUSED -> Kind.REGISTRAR;
          default -> Kind.STATUS;
        };
    return new Entry(
        event.at(),
        kind,
        text(isHidden(event.code(), reader) ? event.withText(HIDDEN_QUESTION) : event, order),
        LoginAccess.shown(event.by(), reader));
  }

  /**
   * Whether a reader must not see the text of a wait.
   *
   * @param code of the wait; null for another event
   */
  public static boolean isHidden(@Nullable Code code, Authentication reader) {
    return code != null
        && WaitingFor.IN_WORDS_OF_A_PERSON.contains(code)
        && LoginGroups.isReadOnly(reader);
  }

  private static String text(OrderEvent event, ProvisioningOrder order) {
    return switch (event.kind()) {
      case PLACED ->
          "The order was placed: %s of %s on account %s."
              .formatted(
                  order.content().operation().words(),
                  order.content().domain().unicode(),
                  order.content().account());
      case WAITING -> "Waits for %s: %s".formatted(whom(event, order), sentence(text(event)));
      case IN_PROGRESS -> "Continues.";
      case COMPLETED ->
          "Completed: %s."
              .formatted(Optional.ofNullable(event.text()).map(Timeline::words).orElse("done"));
      case FAILED -> "Failed. " + Optional.ofNullable(event.text()).orElse("");
      case CANCELLED -> "Cancelled.";
      case TASK_COMPLETED -> "A task was completed. " + sentence(decided(text(event)));
      case INPUT_GIVEN ->
          event.text() == null
              ? "The order was told to continue."
              : "The order was given what it waited for: %s.".formatted(event.text());
      case CONSENT_GIVEN -> "Agreed to with a box of the additional fields: " + event.text();
      case RESEND_ASKED -> "The registrar was to send its confirmation mails again.";
      case MAILS_SENT_AGAIN -> "The registrar has accepted to send its confirmation mails again.";
      case RESEND_REFUSED ->
          "The registrar has refused to send its confirmation mails again («%s»)."
              .formatted(event.text());
      case WITHDRAWAL_ASKED ->
          event.text() == null
              ? "The order was to be cancelled; what is under way is withdrawn at the registrar first."
              : "What is under way is withdrawn at the registrar: %s.".formatted(event.text());
      case GAVE_WAY -> "The order gave way to the %s.".formatted(event.text());
      case LOCK_OPENED -> "The transfer lock was opened.";
      case LOCK_SET_AGAIN ->
          event.text() == null
              ? "The transfer lock was set again."
              : "The registrar refused to protect the domain again («%s»).".formatted(event.text());
      case REGISTRANT_TOLD -> "The registrant was told by mail that an auth code was issued.";
      case AUTH_CODE_READ -> "The auth code was read.";
      case PROCESS_MOVED -> "The process was moved by hand: " + sentence(text(event));
      case SECTION_CHANGED -> "Changed: %s.".formatted(event.text());
      case SECTION_REFUSED -> "Not changed: " + sentence(text(event));
    };
  }

  private static String decided(String text) {
    Matcher parts = DECIDED.matcher(text);
    return parts.matches() ? parts.group(1) + StringUtils.capitalize(words(parts.group(2))) : text;
  }

  private static String text(OrderEvent event) {
    return Objects.requireNonNull(event.text(), "an event of this kind has a text");
  }

  private static String whom(OrderEvent event, ProvisioningOrder order) {
    Who who = Objects.requireNonNull(event.who(), "an order that waits, waits for somebody");
    Code code = Objects.requireNonNull(event.code(), "an order that waits, waits for something");
    Who waitsFor = AcceptedInput.who(order.content().operation(), who, code);
    return waitsFor == who ? words(waitsFor) : words(waitsFor) + " or " + words(who);
  }

  private static String words(Who who) {
    return switch (who) {
      case OPERATOR -> "an operator";
      case APPROVER -> "an approver";
      case REGISTRAR -> "the registrar";
      case REGISTRANT -> "the registrant";
      case PRIOR_REGISTRANT -> "the prior registrant";
      case CALLER -> "the caller";
    };
  }

  private static String words(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  private Stream<Entry> entries(JournalEntry asked) {
    String command = asked.commandName();
    Entry sent =
        new Entry(
            asked.intendedAt(),
            Kind.REGISTRAR,
            "The registrar is asked for %s.".formatted(command),
            null);
    String end =
        switch (asked.state()) {
          case "EXECUTED" -> "The registrar has accepted %s.";
          case "REFUSED" -> "The registrar has refused %s; nothing was done.";
          case "NOT_EXECUTED" -> "%s proved not to have been carried out; nothing was done.";
          case "UNDONE" -> "The registrar carried out %s, but it has since failed.";
          case "ABANDONED" -> "The outcome of %s was not looked up: the order had ended.";
          case "IN_DOUBT" -> "No clear answer to %s; its outcome is looked up.";
          default -> null;
        };
    return end == null
        ? Stream.of(sent)
        : Stream.of(
            sent,
            new Entry(
                Objects.requireNonNull(asked.decidedAt(), "what has a state beyond intended"),
                Kind.REGISTRAR,
                end.formatted(command)
                    + (asked.code() == null ? "" : " Its code was " + asked.code() + "."),
                null));
  }
}
