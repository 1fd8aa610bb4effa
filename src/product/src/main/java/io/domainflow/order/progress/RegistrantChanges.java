package io.domainflow.order.progress;

import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.model.Contact;
import io.domainflow.model.RegistrantChangeBy;
import io.domainflow.order.progress.RegistrantChange.Before;
import io.domainflow.order.progress.RegistrantChange.Course;
import io.domainflow.order.progress.RegistrantChange.End;
import io.domainflow.order.progress.RegistrantChange.Terms;
import io.domainflow.order.progress.RegistrantChange.Withdrawal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The changes of registrant of orders in the database. */
@Repository
public class RegistrantChanges {

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  RegistrantChanges(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** The change of registrant of an order. */
  public RegistrantChange get(UUID order) {
    return jdbc.sql("select * from order_registrant_change where order_id = :order")
        .param("order", order)
        .query((row, n) -> change(row))
        .single();
  }

  /** Records the state of the name before the change. */
  public void compared(UUID order, Before before) {
    jdbc.sql(
            """
            update order_registrant_change
            set prior_handle = :handle, prior_registrant = :registrant::jsonb,
                changed_fields = :changed, looks_like_correction = :correction,
                changed_by_zone = :zone, opt_out_possible = :optOutPossible, price_class = :priceClass,
                locked_before = :locked
            where order_id = :order
            """)
        .param("order", order)
        .param("handle", before.handle())
        .param("registrant", toJson(before.registrant()))
        .param("changed", before.changedFields().toArray(String[]::new))
        .param("correction", before.looksLikeCorrection())
        .param("zone", before.changedByZone().name())
        .param("optOutPossible", before.optOutPossible())
        .param("priceClass", before.priceClass())
        .param("locked", before.transferLocked())
        .update();
  }

  /** Records the terms of the policy. */
  public void terms(UUID order, Terms terms) {
    jdbc.sql(
            """
            update order_registrant_change
            set consents_needed = :consents, agent_for_new = :agentForNew,
                agent_for_prior = :agentForPrior, opt_out = :optOut,
                confirmation_days = :confirmation, grace_days = :grace, lock_days = :lock,
                reminder_days = :reminders
            where order_id = :order
            """)
        .param("order", order)
        .param("consents", terms.consentsNeeded())
        .param("agentForNew", terms.agentForNew())
        .param("agentForPrior", terms.agentForPrior())
        .param("optOut", terms.optOut())
        .param("confirmation", terms.confirmationDays())
        .param("grace", terms.graceDays())
        .param("lock", terms.lockDays())
        .param("reminders", terms.reminderDays().toArray(Integer[]::new))
        .update();
  }

  /** Records the mode that a person has chosen. */
  public void chosen(UUID order, RegistrantChangeMode mode) {
    jdbc.sql("update order_registrant_change set chosen_mode = :mode where order_id = :order")
        .param("order", order)
        .param("mode", mode.name())
        .update();
  }

  /** Records an approver's question. */
  public void asked(UUID order, String question) {
    question(order, question, null);
  }

  /** Records the caller's answer. */
  public void answered(UUID order, String answer) {
    question(order, get(order).question(), answer);
  }

  private void question(UUID order, @Nullable String question, @Nullable String answer) {
    jdbc.sql(
            """
            update order_registrant_change set question = :question, answer = :answer
            where order_id = :order
            """)
        .param("order", order)
        .param("question", question)
        .param("answer", answer)
        .update();
  }

  /**
   * Records that the registrar has refused the change and requires a plain update.
   *
   * @param handle of the new registrant with whom it was refused: a different one is a different
   *     change
   */
  public void updateWanted(UUID order, String handle) {
    jdbc.sql(
            """
            update order_registrant_change set update_wanted_for = :handle where order_id = :order
            """)
        .param("order", order)
        .param("handle", handle)
        .update();
  }

  /**
   * Records that the registrar has accepted the change.
   *
   * @param at since when it is under way there
   * @param confirmBy until when the prior registrant can confirm; null if nobody has to
   */
  public void requested(UUID order, Instant at, @Nullable Instant confirmBy) {
    jdbc.sql(
            """
            update order_registrant_change
            set requested_at = :at, registrar_accepted = true, confirm_by = :confirmBy,
                reminders_sent = 0, withdrawn_at = null, withdrawn_for = null, ended = null
            where order_id = :order
            """)
        .param("order", order)
        .param("at", utc(at))
        .param("confirmBy", utc(confirmBy))
        .update();
  }

  /** Records until when the prior registrant can confirm, as stated by the registrar. */
  public void confirmBy(UUID order, Instant confirmBy) {
    jdbc.sql("update order_registrant_change set confirm_by = :by where order_id = :order")
        .param("order", order)
        .param("by", utc(confirmBy))
        .update();
  }

  /** Records that a reminder was sent. */
  public void reminded(UUID order) {
    jdbc.sql(
            """
            update order_registrant_change set reminders_sent = reminders_sent + 1
            where order_id = :order
            """)
        .param("order", order)
        .update();
  }

  /**
   * Records why the change is to be withdrawn, before anything is requested. The wish to cancel it
   * counts more than any other reason; among the others the first one counts.
   */
  public void toBeWithdrawn(UUID order, Withdrawal why) {
    jdbc.sql(
            """
            update order_registrant_change
            set withdrawn_for =
              case when :why = 'CALLER' then :why else coalesce(withdrawn_for, :why) end
            where order_id = :order
            """)
        .param("order", order)
        .param("why", why.name())
        .update();
  }

  /**
   * Records that the withdrawal is requested at the registrar.
   *
   * @param why the reason, if none was recorded before
   * @return the time of the record if it is the first, for removing it; empty if there is an
   *     earlier one
   */
  public Optional<Instant> withdrawn(UUID order, Withdrawal why) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return jdbc.sql(
            """
            update order_registrant_change c
            set withdrawn_at = :now, withdrawn_for = coalesce(c.withdrawn_for, :why)
            from (select withdrawn_at from order_registrant_change
              where order_id = :order for update) before
            where c.order_id = :order
            returning before.withdrawn_at is null as first
            """)
        .param("order", order)
        .param("why", why.name())
        .param("now", utc(now))
        .query(Boolean.class)
        .optional()
        .filter(first -> first)
        .map(first -> now);
  }

  /**
   * Removes the record of a request that was certainly not executed, unless another one has
   * followed. The change is still to be withdrawn.
   */
  public void notWithdrawn(UUID order, Instant note) {
    jdbc.sql(
            """
            update order_registrant_change set withdrawn_at = null
            where order_id = :order and withdrawn_at = :note
            """)
        .param("order", order)
        .param("note", utc(note))
        .update();
  }

  /**
   * Records that the change stays, because there is nothing to withdraw; does nothing if a request
   * may have been executed.
   */
  public void stays(UUID order) {
    jdbc.sql(
            """
            update order_registrant_change set withdrawn_for = null
            where order_id = :order and withdrawn_at is null
            """)
        .param("order", order)
        .update();
  }

  /** Records how it ended at the registrar. */
  public void ended(UUID order, End end) {
    jdbc.sql("update order_registrant_change set ended = :ended where order_id = :order")
        .param("order", order)
        .param("ended", end.name())
        .update();
  }

  private RegistrantChange change(ResultSet row) throws SQLException {
    return new RegistrantChange(
        before(row),
        terms(row),
        mode(row.getString("chosen_mode")),
        row.getString("question"),
        row.getString("answer"),
        new Course(
            row.getString("update_wanted_for"),
            instantOrNull(row, "requested_at"),
            row.getBoolean("registrar_accepted"),
            instantOrNull(row, "confirm_by"),
            row.getInt("reminders_sent"),
            row.getString("withdrawn_for") == null
                ? null
                : Withdrawal.valueOf(row.getString("withdrawn_for")),
            instantOrNull(row, "withdrawn_at"),
            row.getString("ended") == null ? null : End.valueOf(row.getString("ended"))));
  }

  private @Nullable Before before(ResultSet row) throws SQLException {
    String registrant = row.getString("prior_registrant");
    return registrant == null
        ? null
        : new Before(
            row.getString("prior_handle"),
            fromJson(registrant),
            Arrays.asList((String[]) row.getArray("changed_fields").getArray()),
            row.getBoolean("looks_like_correction"),
            RegistrantChangeBy.valueOf(row.getString("changed_by_zone")),
            row.getBoolean("opt_out_possible"),
            row.getString("price_class"),
            row.getObject("locked_before", Boolean.class));
  }

  private static @Nullable Terms terms(ResultSet row) throws SQLException {
    return row.getObject("confirmation_days") == null
        ? null
        : new Terms(
            row.getBoolean("consents_needed"),
            row.getBoolean("agent_for_new"),
            row.getBoolean("agent_for_prior"),
            row.getBoolean("opt_out"),
            row.getInt("confirmation_days"),
            row.getInt("grace_days"),
            row.getInt("lock_days"),
            Arrays.asList((Integer[]) row.getArray("reminder_days").getArray()));
  }

  private static @Nullable RegistrantChangeMode mode(@Nullable String text) {
    return text == null ? null : RegistrantChangeMode.valueOf(text);
  }

  private String toJson(Contact contact) {
    try {
      return json.writeValueAsString(Data.of(contact));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a contact can always be written", e);
    }
  }

  private Contact fromJson(String text) {
    try {
      return json.readValue(text, Data.class).contact();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the prior registrant of an order cannot be read", e);
    }
  }

  /** A contact as it is stored. */
  private record Data(
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String organization,
      List<String> street,
      @Nullable String city,
      @Nullable String state,
      @Nullable String postalCode,
      @Nullable String country,
      @Nullable String phone,
      @Nullable String email) {

    static Data of(Contact contact) {
      return new Data(
          contact.firstName(),
          contact.lastName(),
          contact.organization(),
          contact.street(),
          contact.city(),
          contact.state(),
          contact.postalCode(),
          contact.country(),
          contact.phone(),
          contact.email());
    }

    Contact contact() {
      return new Contact(
          null,
          firstName,
          lastName,
          organization,
          street,
          city,
          state,
          postalCode,
          country,
          phone,
          email);
    }
  }
}
