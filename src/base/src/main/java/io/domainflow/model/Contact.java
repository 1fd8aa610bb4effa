package io.domainflow.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person or organization, or a handle of one that the registrar already has.
 *
 * <p>Either {@code handle} is set and everything else is null, or the other way round.
 *
 * @param handle contact handle at the registrar, such as {@code P-ABC123}; null for contact data
 * @param organization null for an individual
 * @param street one to three lines
 * @param state state or province; null if the country has none
 * @param country ISO 3166-1 alpha-2, upper case
 * @param phone {@code +CC.NUMBER}
 */
public record Contact(
    @Nullable String handle,
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

  /** A contact the registrar already has. */
  public static Contact ofHandle(String handle) {
    return new Contact(handle, null, null, null, List.of(), null, null, null, null, null, null);
  }

  public boolean isHandle() {
    return handle != null;
  }

  public boolean isOrganization() {
    return organization != null;
  }

  /** Shows no contact data, because it is personal and must not get into logs. */
  @Override
  public String toString() {
    return isHandle() ? "Contact[" + handle + "]" : "Contact[personal data]";
  }
}
