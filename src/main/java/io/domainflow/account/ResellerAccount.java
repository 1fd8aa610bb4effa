package io.domainflow.account;

import org.jspecify.annotations.Nullable;

/**
 * An account at the registrar through which names are bought.
 *
 * @param name how orders and people call it
 * @param system never changes: a password of one system must not reach another
 * @param login login at the registrar, {@code account}, or {@code account!role} for a role user, at
 *     CNR {@code account:role}
 * @param clientAddress address that is told to the registrar with each call; null for none
 * @param registrantChangeMode for changes of registrant that say nothing else
 * @param registrantChangePolicy by which policy registrants are changed
 * @param keeping how names are kept
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

  /** An account of which only the login is known. */
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

  /** This account with another way in. */
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

  /** This account with other defaults for its orders. */
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
