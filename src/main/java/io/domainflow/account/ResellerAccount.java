package io.domainflow.account;

/**
 * An account at the registrar through which names are bought.
 *
 * @param name how orders and people call it
 * @param login login at the registrar, {@code account} or {@code account!role}
 */
public record ResellerAccount(String name, RegistrarSystem system, String login) {}
