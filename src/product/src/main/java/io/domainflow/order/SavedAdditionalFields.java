package io.domainflow.order;

import io.domainflow.account.SealedColumn;
import io.domainflow.account.SecretVault;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Resettable;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import io.domainflow.tld.AdditionalFieldsForm;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.TldCatalogue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The additional fields stored with a name, encrypted, for the next order for it in the same
 * account: those that the last completed order sent. They describe its registrant, so they are used
 * automatically only for the same registrant. They are deleted when the name leaves.
 */
@Repository
public class SavedAdditionalFields implements Resettable {

  /** The auth code of a change of registrant. */
  private static final String AUTH = "AUTH";

  private final JdbcClient jdbc;
  private final SecretVault vault;
  private final OrderPersonalData contents;
  private final TldCatalogue tlds;

  SavedAdditionalFields(
      JdbcClient jdbc, SecretVault vault, OrderPersonalData contents, TldCatalogue tlds) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.contents = contents;
    this.tlds = tlds;
  }

  /**
   * The values stored with a name.
   *
   * @param registrant the registrant that they describe; null for a transfer that was ordered
   *     without one
   */
  public record Kept(AdditionalFields values, @Nullable Contact registrant) {

    private static final Kept NOTHING = new Kept(AdditionalFields.NONE, null);

    /**
     * Whether the values describe this registrant. A different address, phone or mail address does
     * not make a different registrant, because no additional field depends on it.
     */
    public boolean isAbout(@Nullable Contact other) {
      if (registrant == null || other == null || registrant.isHandle() || other.isHandle()) {
        return registrant != null && registrant.equals(other);
      }
      return identity(registrant).equals(identity(other));
    }

    private static List<String> identity(Contact contact) {
      return List.of(
          plain(contact.firstName()),
          plain(contact.lastName()),
          plain(contact.organization()),
          plain(contact.country()));
    }

    private static String plain(@Nullable String text) {
      return text == null ? "" : text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The values stored with a name. Check whom they describe before you show or send any of them.
   */
  public Kept of(String account, DomainName domain) {
    Map<String, String> values = new LinkedHashMap<>();
    UUID[] order = new UUID[1];
    jdbc.sql(
            """
            select parameter, value_sealed, order_id from kept_additional_field
            where account = :account and domain = :domain order by parameter
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .query(
            row -> {
              String parameter = row.getString("parameter");
              values.put(
                  parameter,
                  vault.open(row.getBytes("value_sealed"), place(account, domain, parameter)));
              order[0] = row.getObject("order_id", UUID.class);
            });
    return values.isEmpty()
        ? Kept.NOTHING
        : new Kept(
            new AdditionalFields(values),
            contents.of(order[0]).contacts().get(ContactRole.REGISTRANT));
  }

  /**
   * The values that a form for an order is prefilled with: the order's own additional fields and
   * the stored ones of any registrant. Only values that the person submits may be sent. Secret
   * values are included only for the registrant that they describe, because the dots do not show
   * whose value they hide.
   */
  public AdditionalFields shown(ProvisioningOrder order, FieldContext context) {
    OrderContent content = order.content();
    return form(content)
        .map(
            form -> {
              AdditionalFields own = form.taken(content.additionalFields(), context);
              Kept known = of(content.account(), content.domain());
              AdditionalFields before =
                  known.isAbout(content.registrant())
                      ? known.values()
                      : form.withoutSecrets(known.values());
              return form.fitting(before, own, context).with(own);
            })
        .orElse(content.additionalFields());
  }

  /**
   * The additional fields of an order, completed with the stored values that describe the order's
   * registrant.
   */
  public AdditionalFields completed(OrderContent order, FieldContext context) {
    AdditionalFields own = order.additionalFields();
    return form(order)
        .map(form -> form.fitting(ofItsRegistrant(order), own, context).with(own))
        .orElse(own);
  }

  /** The values stored with the name of an order that describe the order's registrant. */
  public AdditionalFields ofItsRegistrant(OrderContent order) {
    Kept known = of(order.account(), order.domain());
    return known.isAbout(order.registrant()) ? known.values() : AdditionalFields.NONE;
  }

  /**
   * Stores the values that a completed order has sent.
   *
   * @param sent the case in which its additional fields were judged for sending
   */
  void completed(ProvisioningOrder order, FieldContext sent) {
    if (order.content().operation() == Operation.UPDATE) {
      // the order does not name the registrant, so the stored values remain
      return;
    }
    form(order.content())
        .filter(form -> hasUsedFields(order))
        .ifPresent(form -> keep(order, form, sent));
  }

  /** Deletes the values that must not outlive an order, regardless of what its form says now. */
  void ended(ProvisioningOrder order) {
    if (order.content().additionalFields().values().isEmpty()) {
      return;
    }
    Set<String> notKept = new HashSet<>(Set.of(AUTH));
    form(order.content()).ifPresent(form -> notKept.addAll(form.notKept()));
    contents.forgetAdditionalFields(order.id(), notKept);
  }

  /** Deletes the values stored with names that are no longer in the account. */
  public void forget(String account, List<DomainName> domains) {
    jdbc.sql(
            "delete from kept_additional_field where account = :account and domain = any(:domains)")
        .param("account", account)
        .param("domains", domains.stream().map(DomainName::ascii).toArray(String[]::new))
        .update();
  }

  /** Deletes all values stored for an account. */
  public void forget(String account) {
    jdbc.sql("delete from kept_additional_field where account = :account")
        .param("account", account)
        .update();
  }

  /** A reset of the sandbox deletes them. */
  @Override
  public void startOver() {
    jdbc.sql("delete from kept_additional_field").update();
  }

  private Optional<AdditionalFieldsForm> form(OrderContent content) {
    return content.operation().forms().isEmpty()
        ? Optional.empty()
        : tlds.policyFor(content.domain()).flatMap(policy -> policy.form());
  }

  private static boolean hasUsedFields(ProvisioningOrder order) {
    return order.outcome() != null && order.outcome().code() != Outcome.Code.ALREADY_HERE;
  }

  // Stored values that this route does not accept remain, if the registrant is the same.
  private void keep(ProvisioningOrder order, AdditionalFieldsForm form, FieldContext sent) {
    OrderContent content = order.content();
    if (of(content.account(), content.domain()).isAbout(content.registrant())) {
      delete(content, form.parameters(sent.operation()));
    } else {
      forget(content.account(), List.of(content.domain()));
    }
    form.keepable(form.taken(content.additionalFields(), sent))
        .values()
        .forEach((parameter, value) -> insert(order, parameter, value));
    jdbc.sql(
            """
            update kept_additional_field set order_id = :order
            where account = :account and domain = :domain
            """)
        .param("order", order.id())
        .param("account", content.account())
        .param("domain", content.domain().ascii())
        .update();
  }

  private void delete(OrderContent content, Iterable<String> parameters) {
    for (String parameter : parameters) {
      jdbc.sql(
              """
              delete from kept_additional_field
              where account = :account and domain = :domain and parameter = :parameter
              """)
          .param("account", content.account())
          .param("domain", content.domain().ascii())
          .param("parameter", parameter)
          .update();
    }
  }

  private void insert(ProvisioningOrder order, String parameter, String value) {
    OrderContent content = order.content();
    jdbc.sql(
            """
            insert into kept_additional_field (account, domain, parameter, value_sealed, order_id)
            values (:account, :domain, :parameter, :value, :order)
            on conflict (account, domain, parameter) do update
            set value_sealed = excluded.value_sealed, order_id = excluded.order_id
            """)
        .param("account", content.account())
        .param("domain", content.domain().ascii())
        .param("parameter", parameter)
        .param("value", vault.seal(value, place(content.account(), content.domain(), parameter)))
        .param("order", order.id())
        .update();
  }

  private static String place(String account, DomainName domain, String parameter) {
    return SealedColumn.KEPT_FIELD.place(account, domain.ascii(), parameter);
  }
}
