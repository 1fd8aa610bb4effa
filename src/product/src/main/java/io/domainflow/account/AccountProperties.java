package io.domainflow.account;

import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of accounts and of the vault.
 *
 * @param masterkey key that encrypts passwords and additional fields in the database: base64 of 32
 *     bytes. Without it no encrypted value can be decrypted again.
 * @param accounts reseller accounts by name, written to the database at each start. Values that are
 *     set here cannot be changed over REST; all others can.
 */
@ConfigurationProperties("domainflow")
public record AccountProperties(
    @Nullable String masterkey, @DefaultValue Map<String, Account> accounts) {

  /**
   * One reseller account; values that are not set are null.
   *
   * @param system LIVE, OTE (the registrar's test system) or SANDBOX (the stand-in that ships with
   *     Domainflow); at CentralNic Reseller CNR_LIVE, CNR_OTE or CNR_SANDBOX
   * @param login login at the registrar, account or account!role; at CentralNic Reseller
   *     account:role
   * @param password password at the registrar
   * @param clientAddress address that is sent to the registrar with each call, for logins that it
   *     accepts only from certain addresses: 192.0.2.7 or 192.0.2.7:80. CentralNic Reseller accepts
   *     none
   * @param quotaSoft points of the registrar's quota above which calls are spread
   * @param quotaHard points at which calls wait
   * @param nameservers name servers of orders that name none
   * @param adminContact handle at the registrar for orders that name no administrative contact;
   *     without one it is the registrant
   * @param techContact the same for the technical contact
   * @param billingContact the same for the billing contact
   * @param renewalMode for orders that name none
   * @param transferLock for orders that say nothing, where the registry has a lock
   * @param registrantChangeMode for changes of registrant that say nothing
   * @param registrantChangePolicy by which policy registrants are changed: 2016, or CORD for an
   *     account on the sandbox
   * @param drift by section what happens to a name whose settings differ from what was ordered:
   *     TASK for a person, MEND to correct the name, or ADOPT to accept its setting
   * @param automaticRestore whether a renewal order may first restore a deleted name
   * @param transferOutFourEyes whether two people have to approve an outgoing transfer
   * @param designatedAgent who attests that registrants made the reseller their designated agent
   */
  public record Account(
      @Nullable RegistrarSystem system,
      @Nullable String login,
      @Nullable String password,
      @Nullable String clientAddress,
      @Nullable Integer quotaSoft,
      @Nullable Integer quotaHard,
      @Nullable List<String> nameservers,
      @Nullable String adminContact,
      @Nullable String techContact,
      @Nullable String billingContact,
      @Nullable RenewalMode renewalMode,
      @Nullable Boolean transferLock,
      @Nullable RegistrantChangeMode registrantChangeMode,
      @Nullable String registrantChangePolicy,
      @Nullable Map<Section, DriftRule> drift,
      @Nullable Boolean automaticRestore,
      @Nullable Boolean transferOutFourEyes,
      @Nullable Agent designatedAgent) {

    @Override
    public String toString() {
      return "Account[" + system + "]";
    }
  }

  /**
   * The attestation of a designated agent; values that are not set are null.
   *
   * @param attestedBy who says so
   * @param attestedAt when, in UTC: 2026-01-01T00:00:00Z
   * @param termsVersion version of the terms that registrants agreed to
   */
  public record Agent(
      @Nullable String attestedBy, @Nullable Instant attestedAt, @Nullable String termsVersion) {}

  @Override
  public String toString() {
    return "AccountProperties" + accounts.keySet();
  }
}
