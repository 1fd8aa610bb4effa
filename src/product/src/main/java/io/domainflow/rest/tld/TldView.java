package io.domainflow.rest.tld;

import io.domainflow.account.Platform;
import io.domainflow.account.ResellerAccount;
import io.domainflow.registrar.PriceList;
import io.domainflow.registrar.PricedOperation;
import io.domainflow.tld.AdditionalField;
import io.domainflow.tld.FormOperation;
import io.domainflow.tld.TldPolicy;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prices of non-premium names under a top-level domain for an account, and what can be ordered.
 *
 * @param currency of the account; null if the registrar does not state it
 * @param asOf when the prices were read
 * @param prices those that the registrar states; the registration is for the shortest period
 * @param registrations the price of a registration for each period
 * @param additionalFields what the registry requires for a registration beyond the contacts; none
 *     where the account's platform takes no such fields
 * @param additionalFieldsSchema the path of their JSON Schema, for each operation; null where the
 *     account's platform takes no such fields
 */
record TldView(
    String tld,
    String account,
    @Nullable String currency,
    Instant asOf,
    Map<PricedOperation, StatedPrice> prices,
    List<StatedPrice> registrations,
    TermsView terms,
    List<Field> additionalFields,
    @Nullable String additionalFieldsSchema) {

  /**
   * An additional field.
   *
   * @param required whether it must be given wherever it applies, and has no default
   * @param appliesWhen when it applies; null if always
   */
  record Field(
      @Nullable String parameter, String label, boolean required, @Nullable String appliesWhen) {

    static Field of(AdditionalField field) {
      return new Field(
          field.parameter(),
          field.label(),
          field.required() && field.defaultValue() == null,
          field.appliesWhen());
    }

    /**
     * Merges two fields of one parameter that a form asks for with different texts in different
     * cases.
     */
    private Field or(Field other) {
      return new Field(
          parameter,
          label,
          required && other.required,
          appliesWhen == null || other.appliesWhen == null
              ? null
              : appliesWhen + ", or " + other.appliesWhen);
    }
  }

  static TldView of(TldPolicy policy, ResellerAccount account, PriceList prices) {
    Platform platform = account.system().platform();
    return new TldView(
        policy.tld().label(),
        account.name(),
        prices.currency(),
        prices.asOf(),
        StatedPrice.ofTld(policy, EnumSet.allOf(PricedOperation.class), prices),
        policy.registrationPeriods().stream()
            .flatMap(
                period ->
                    prices.ofZone(PricedOperation.REGISTER, policy.tld().label(), period).stream()
                        .map(price -> StatedPrice.of(price, period)))
            .toList(),
        TermsView.of(policy, platform),
        platform.takesAdditionalFields() ? fields(policy) : List.of(),
        platform.takesAdditionalFields() ? AdditionalFieldsController.path(policy) : null);
  }

  private static List<Field> fields(TldPolicy policy) {
    Map<String, Field> byParameter = new LinkedHashMap<>();
    policy.form().stream()
        .flatMap(form -> form.fields().stream())
        .filter(field -> !field.isHelper())
        .filter(field -> field.operations().contains(FormOperation.REGISTER))
        .map(Field::of)
        .forEach(field -> byParameter.merge(field.parameter(), field, Field::or));
    return List.copyOf(byParameter.values());
  }
}
