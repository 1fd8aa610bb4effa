package io.domainflow.registrar.command;

import io.domainflow.model.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Registers a name, at a price of its own if it has one. Charged when executed. Where the registry
 * takes names by application only, or the registrar does for names with a price of their own, it is
 * an application: nothing at the registrar keeps a second one for the same name from being made and
 * charged.
 *
 * @param priceClass price class of a name with a price of its own, as {@link CheckDomains} states
 *     it, or the phase in which the registry takes applications, such as {@code GOLIVE}; null for a
 *     name that is plainly registered
 * @param price what was agreed to pay; the registrar gets it with its currency. Null for a name
 *     that costs what others below its TLD cost
 */
public record RegisterDomain(
    DomainRegistration registration, @Nullable String priceClass, @Nullable Money price)
    implements Mutation<RegisterDomain.Result> {

  public RegisterDomain {
    if (price != null && priceClass == null) {
      throw new IllegalArgumentException("a price of its own needs its class");
    }
  }

  /** A name that is plainly registered. */
  public RegisterDomain(DomainRegistration registration) {
    this(registration, null, null);
  }

  /**
   * The answer.
   *
   * @param status as the registrar writes it
   * @param pending the name is not known to be registered and may still be rejected
   * @param expiresAt end of the period; null while unknown
   * @param application number of the application; null if there is none, or it is not stated
   * @param renewalModeSet whether the renewal mode went with it; else it has to be set once the
   *     name is there ({@link SetRenewalMode})
   */
  public record Result(
      List<String> status,
      boolean pending,
      @Nullable Instant expiresAt,
      @Nullable String application,
      boolean renewalModeSet) {

    /** Of a name that was plainly registered. */
    public Result(List<String> status, boolean pending, @Nullable Instant expiresAt) {
      this(status, pending, expiresAt, null, true);
    }

    /** Of an application. */
    public static Result applied(
        @Nullable String application, List<String> status, boolean pending) {
      return new Result(status, pending, null, application, false);
    }
  }

  @Override
  public String object() {
    return registration.domain().ascii();
  }

  @Override
  public boolean costsMoney() {
    return true;
  }
}
