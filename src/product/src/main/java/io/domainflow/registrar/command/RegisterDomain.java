package io.domainflow.registrar.command;

import io.domainflow.model.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Registers a name, including premium names. Charged when executed. If the registry requires an
 * application, or the registrar does so for premium names, it is an application: nothing at the
 * registrar prevents a second one for the same name from being created and charged.
 *
 * @param priceClass price class of a premium name, as {@link CheckDomains} states it, or the phase
 *     in which the registry accepts applications, such as {@code GOLIVE}; null for an ordinary
 *     registration
 * @param price the accepted price, which is sent with its currency. Null for a name at the usual
 *     price of its TLD
 */
public record RegisterDomain(
    DomainRegistration registration, @Nullable String priceClass, @Nullable Money price)
    implements Mutation<RegisterDomain.Result> {

  public RegisterDomain {
    if (price != null && priceClass == null) {
      throw new IllegalArgumentException("a premium price needs its class");
    }
  }

  /** An ordinary registration. */
  public RegisterDomain(DomainRegistration registration) {
    this(registration, null, null);
  }

  /**
   * The answer.
   *
   * @param status as stated by the registrar
   * @param pending whether the name is not known to be registered and may still be rejected
   * @param expiresAt end of the period; null while unknown
   * @param application number of the application; null if there is none, or it is not stated
   * @param renewalModeSet whether the renewal mode was sent with it; else it has to be set once the
   *     name is registered ({@link SetRenewalMode})
   */
  public record Result(
      List<String> status,
      boolean pending,
      @Nullable Instant expiresAt,
      @Nullable String application,
      boolean renewalModeSet) {

    /** The result of an ordinary registration. */
    public Result(List<String> status, boolean pending, @Nullable Instant expiresAt) {
      this(status, pending, expiresAt, null, true);
    }

    /** The result of an application. */
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
