package io.domainflow.sandbox.stored.name;

import io.domainflow.sandbox.stored.Stored;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The latest change of registrant of a name.
 *
 * @param number also the trigger of its mails
 * @param role role user who requested it, or empty
 * @param status REQUESTED while the prior registrant is asked, PENDING while the registry decides,
 *     SUCCESSFUL or FAILED
 * @param owners handles of the new registrant
 * @param oldContacts former handles by role
 * @param contacts handles for the name by role; a role that is missing keeps its contact
 * @param nameservers for the name; empty to keep them
 * @param fields further parameters for the name
 * @param locks whether the name is locked once the change is done
 * @param charged amount charged to the account
 * @param currency currency of {@code charged}; null if nothing was charged
 * @param decision null where the answer of the prior registrant decides
 * @param dueAt when it continues automatically; null once it has ended
 */
public record Trade(
    String domain,
    long number,
    String account,
    String role,
    String status,
    Instant createdAt,
    Instant updatedAt,
    List<String> owners,
    Map<String, List<String>> oldContacts,
    Map<String, List<String>> contacts,
    List<String> nameservers,
    Map<String, String> fields,
    boolean locks,
    BigDecimal charged,
    @Nullable String currency,
    @Nullable Decision decision,
    @Nullable Instant dueAt,
    List<Step> steps)
    implements Stored {

  public Trade {
    // A trade stored before these could be requested has none.
    contacts = contacts == null ? Map.of() : contacts;
    nameservers = nameservers == null ? List.of() : nameservers;
    fields = fields == null ? Map.of() : fields;
    charged = charged == null ? BigDecimal.ZERO : charged;
  }

  @Override
  public String key() {
    return domain;
  }

  public boolean running() {
    return dueAt != null;
  }

  /** When an open trade continues. */
  public Instant dueAtOrThrow() {
    return Objects.requireNonNull(dueAt, "it is under way");
  }

  /** Whether the prior registrant has been asked and has not answered. */
  public boolean awaitsConfirmation() {
    return running() && status.equals("REQUESTED");
  }

  /** This trade with one more step. */
  public Trade with(Step step) {
    return changed(status, updatedAt, dueAt, plus(step));
  }

  /** This trade in its next phase, which lasts until a time. */
  public Trade in(String phase, Instant until, Step step) {
    return changed(phase, step.at(), until, plus(step));
  }

  /** This trade, continued automatically at a time. */
  public Trade until(Instant due) {
    return changed(status, updatedAt, due, steps);
  }

  /** This trade at its end. */
  public Trade ended(String outcome, Step step) {
    return changed(outcome, step.at(), null, plus(step));
  }

  private List<Step> plus(Step step) {
    List<Step> all = new ArrayList<>(steps);
    all.add(step);
    return all;
  }

  private Trade changed(String nextStatus, Instant updated, @Nullable Instant due, List<Step> all) {
    return new Trade(
        domain,
        number,
        account,
        role,
        nextStatus,
        createdAt,
        updated,
        owners,
        oldContacts,
        contacts,
        nameservers,
        fields,
        locks,
        charged,
        currency,
        decision,
        due,
        all);
  }
}
