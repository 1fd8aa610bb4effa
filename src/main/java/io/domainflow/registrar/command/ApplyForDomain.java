package io.domainflow.registrar.command;

import io.domainflow.model.Money;
import java.util.List;

/**
 * Applies for a name that has a price of its own, or for one whose registry takes applications
 * only. Charged at that price. Nothing at the registrar keeps a second application for the same
 * name from being made and charged.
 *
 * <p>The renewal mode is not sent with it. It is set once the name is there ({@link
 * SetRenewalMode}).
 *
 * @param priceClass price class of the name, as {@link CheckDomains} states it, or the registrar's
 *     name of the phase in which the registry takes applications, such as {@code GOLIVE}
 * @param price what was agreed to pay; the registrar gets it with its currency. Null for a name
 *     that costs what others below its TLD cost
 */
public record ApplyForDomain(DomainRegistration registration, String priceClass, Money price)
    implements Mutation<ApplyForDomain.Result> {

  /**
   * The answer.
   *
   * @param application number of the application; null if not stated
   * @param status as the registrar writes it
   * @param pending the name is not known to be registered and may still come: true of every
   *     application that has not failed
   * @param failed the name will not come of it
   */
  public record Result(String application, List<String> status, boolean pending, boolean failed) {}

  @Override
  public String object() {
    return registration.domain().ascii();
  }

  @Override
  public boolean costsMoney() {
    return true;
  }
}
