package io.domainflow.account;

import io.domainflow.model.InvalidValue;
import java.util.Arrays;

/** The ICANN policy for changes of registrant in an account. */
public enum RegistrantChangePolicy {
  /**
   * Section II of the Transfer Policy, which has applied since 2016: both sides consent, the prior
   * registrant has time to answer, and the name is locked for 60 days unless it has opted out.
   */
  POLICY_2016("2016"),
  /**
   * Change of Registrant Data, adopted by the GNSO on 12 March 2025: no confirmations, no
   * designated agent and no lock, but notices. Not in force, so the registrar does not apply it.
   */
  CORD("CORD");

  private final String version;

  RegistrantChangePolicy(String version) {
    this.version = version;
  }

  /** Its value in settings and decision tables. */
  public String version() {
    return version;
  }

  /**
   * Parses a version.
   *
   * @throws InvalidValue if there is no such policy
   */
  public static RegistrantChangePolicy of(String version) {
    return Arrays.stream(values())
        .filter(policy -> policy.version.equals(version))
        .findFirst()
        .orElseThrow(() -> new InvalidValue("must be 2016 or CORD"));
  }

  /**
   * Returns this policy if an account on that system may use it.
   *
   * @throws InvalidValue if it may not
   */
  public RegistrantChangePolicy on(RegistrarSystem system) {
    if (this == CORD && system != RegistrarSystem.SANDBOX) {
      throw new InvalidValue(
          "must be 2016 for an account on "
              + system
              + ": CORD is not in force, and the registrar still requires consents under the policy of"
              + " 2016; an account on SANDBOX can try it");
    }
    return this;
  }
}
