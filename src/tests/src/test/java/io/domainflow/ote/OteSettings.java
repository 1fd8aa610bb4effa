package io.domainflow.ote;

import io.domainflow.lineprotocol.Credentials;
import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;

/** Reads the settings of the run from the environment. */
final class OteSettings {

  static final String LOGIN = "DOMAINFLOW_OTE_LOGIN";
  static final String PASSWORD = "DOMAINFLOW_OTE_PASSWORD";

  /** The test system; HEXONET's by default. */
  static final String SYSTEM = "DOMAINFLOW_OTE_SYSTEM";

  /** A name in the account. */
  static final String OWN_NAME = "DOMAINFLOW_OTE_OWN_NAME";

  /** A premium name that is available. */
  static final String PREMIUM_NAME = "DOMAINFLOW_OTE_PREMIUM_NAME";

  /** A name that is available and has a trademark claim. */
  static final String CLAIMED_NAME = "DOMAINFLOW_OTE_CLAIMED_NAME";

  private final ConfigurableEnvironment environment;
  private final Credentials credentials;
  private final OteSystem system;

  /**
   * Reads the settings.
   *
   * @throws RunFailed if there is no login, or a name is invalid
   */
  OteSettings(ConfigurableEnvironment environment) {
    this.environment = environment;
    Optional<String> login = text(LOGIN);
    Optional<String> password = text(PASSWORD);
    if (login.isEmpty() || password.isEmpty()) {
      throw new RunFailed(
          "Set the environment variables "
              + LOGIN
              + " and "
              + PASSWORD
              + " to a login of the registrar's test system (OT&E). Nothing was sent.");
    }
    credentials = new Credentials(login.get(), password.get());
    system = text(SYSTEM).map(OteSettings::system).orElse(OteSystem.HEXONET);
    findName(OWN_NAME);
    findName(PREMIUM_NAME);
    findName(CLAIMED_NAME);
  }

  ConfigurableEnvironment environment() {
    return environment;
  }

  OteSystem system() {
    return system;
  }

  private static OteSystem system(String text) {
    return Arrays.stream(OteSystem.values())
        .filter(known -> known.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new RunFailed(SYSTEM + " must be HEXONET or CNR. Nothing was sent."));
  }

  Credentials credentials() {
    return credentials;
  }

  /** A name, if it is set. */
  Optional<DomainName> findName(String variable) {
    return text(variable).map(text -> read(variable, text));
  }

  /**
   * A name that a case needs.
   *
   * @throws LeftOut if it is not set
   */
  DomainName name(String variable) {
    return findName(variable).orElseThrow(() -> new LeftOut(variable + " is not set"));
  }

  private Optional<String> text(String variable) {
    return Optional.ofNullable(environment.getProperty(variable)).filter(text -> !text.isBlank());
  }

  private static DomainName read(String variable, String text) {
    try {
      return DomainName.of(text);
    } catch (InvalidValue e) {
      throw new RunFailed(variable + " " + e.getMessage() + ". Nothing was sent.");
    }
  }
}
