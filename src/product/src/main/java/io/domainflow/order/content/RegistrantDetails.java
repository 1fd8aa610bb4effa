package io.domainflow.order.content;

import io.domainflow.model.Contact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new address or phone of a registrant who remains the same person or organization. The address
 * is complete or absent.
 *
 * @param street one to three lines; empty if the address stays as it is
 * @param city null if the address stays as it is
 * @param state null if the country has none
 * @param postalCode null if the address stays as it is
 * @param country ISO 3166-1 alpha-2, upper case; null if it stays as it is
 * @param phone {@code +CC.NUMBER}; null if it stays as it is
 */
public record RegistrantDetails(
    List<String> street,
    @Nullable String city,
    @Nullable String state,
    @Nullable String postalCode,
    @Nullable String country,
    @Nullable String phone) {

  public RegistrantDetails {
    street = List.copyOf(street);
  }

  /** The present registrant with these details. */
  public Contact applyTo(Contact present) {
    boolean moved = !street.isEmpty();
    return new Contact(
        null,
        present.firstName(),
        present.lastName(),
        present.organization(),
        moved ? street : present.street(),
        moved ? city : present.city(),
        moved ? state : present.state(),
        moved ? postalCode : present.postalCode(),
        country == null ? present.country() : country,
        phone == null ? present.phone() : phone,
        present.email());
  }

  /** These details, completed by those ordered before; an address counts as a whole. */
  public RegistrantDetails over(@Nullable RegistrantDetails before) {
    if (before == null) {
      return this;
    }
    boolean moved = !street.isEmpty();
    return new RegistrantDetails(
        moved ? street : before.street,
        moved ? city : before.city,
        moved ? state : before.state,
        moved ? postalCode : before.postalCode,
        country == null ? before.country : country,
        phone == null ? before.phone : phone);
  }

  /** Shows nothing, because the details are personal data and must not get into logs. */
  @Override
  public String toString() {
    return "RegistrantDetails[personal data]";
  }
}
