package io.domainflow.account;

import org.jspecify.annotations.Nullable;

/**
 * An account at the registrar through which names are bought.
 *
 * @param name its name in orders and for people
 * @param system never changes: a password for one system must not reach another
 * @param login login at the registrar, {@code account}, or {@code account!role} for a role user, at
 *     CNR {@code account:role}
 * @param clientAddress address sent to the registrar with each call; null for none
 * @param registrantChangeMode default for changes of registrant
 * @param registrantChangePolicy the policy for changes of registrant
 * @param keeping the rules by which names are kept
 * @param designatedAgent null while nobody has attested it
 */
public record ResellerAccount(
    String name,
    RegistrarSystem system,
    String login,
    @Nullable String clientAddress,
    Quota quota,
    OrderDefaults defaults,
    RegistrantChangeMode registrantChangeMode,
    RegistrantChangePolicy registrantChangePolicy,
    NameKeeping keeping,
    @Nullable DesignatedAgent designatedAgent) {

  /** An account with only a login. */
  public static ResellerAccount of(String name, RegistrarSystem system, String login) {
    return new ResellerAccount(
        name,
        system,
        login,
        null,
        Quota.DEFAULT,
        OrderDefaults.SHIPPED,
        RegistrantChangeMode.WAIT_WITHOUT_LOCK,
        RegistrantChangePolicy.POLICY_2016,
        NameKeeping.SHIPPED,
        null);
  }

  /** This account with a different login. */
  public ResellerAccount with(String otherLogin, @Nullable String otherAddress) {
    return new ResellerAccount(
        name,
        system,
        otherLogin,
        otherAddress,
        quota,
        defaults,
        registrantChangeMode,
        registrantChangePolicy,
        keeping,
        designatedAgent);
  }

  /** This account with different defaults for its orders. */
  public ResellerAccount with(OrderDefaults other) {
    return new ResellerAccount(
        name,
        system,
        login,
        clientAddress,
        quota,
        other,
        registrantChangeMode,
        registrantChangePolicy,
        keeping,
        designatedAgent);
  }
}
