package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Environment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The settings that accounts keep at the registrar. */
final class Environments {

  private static final String DEFAULTS = "_system/defaults";
  private static final String RENEWAL_MODE = "renewalmode";
  private static final String RENEWS = "AUTORENEW";
  private static final Set<String> MODES = Set.of(RENEWS, "AUTOEXPIRE", "AUTODELETE");

  private Environments() {}

  /** Every setting of an account, by key and name. */
  static List<Environment> of(String account, Transaction transaction) {
    List<Environment> settings = new ArrayList<>();
    transaction.all(Table.ENVIRONMENT).stream()
        .filter(setting -> setting.account().equals(account))
        .forEach(settings::add);
    renewalMode(account, transaction)
        .map(mode -> new Environment(account, DEFAULTS, RENEWAL_MODE, mode, false))
        .ifPresent(settings::add);
    settings.sort(Comparator.comparing(Environment::area).thenComparing(Environment::name));
    return settings;
  }

  /** One setting of an account. */
  static Optional<Environment> find(
      String account, String area, String name, Transaction transaction) {
    return of(account, transaction).stream()
        .filter(setting -> setting.area().equals(area) && setting.name().equals(name))
        .findFirst();
  }

  /**
   * Sets a setting.
   *
   * @throws Refusal 541 for an unknown renewal mode
   */
  static void set(Environment setting, Transaction transaction) {
    if (isRenewalMode(setting.area(), setting.name())) {
      setRenewalMode(setting.account(), mode(setting.value(), transaction), transaction);
    } else {
      transaction.put(Table.ENVIRONMENT, setting);
    }
  }

  /** Removes a setting. */
  static void remove(String account, String area, String name, Transaction transaction) {
    if (isRenewalMode(area, name)) {
      setRenewalMode(account, RENEWS, transaction);
    } else {
      transaction.remove(Table.ENVIRONMENT, Environment.key(account, area, name));
    }
  }

  private static boolean isRenewalMode(String area, String name) {
    return area.equals(DEFAULTS) && name.equals(RENEWAL_MODE);
  }

  private static void setRenewalMode(String account, String mode, Transaction transaction) {
    transaction.put(
        Table.ACCOUNTS, transaction.find(Table.ACCOUNTS, account).orElseThrow().renewing(mode));
  }

  private static String mode(String value, Transaction transaction) {
    String mode =
        Profile.of(transaction) == Profile.A ? value : "AUTO" + value.toUpperCase(Locale.ROOT);
    if (!MODES.contains(mode)) {
      throw new Refusal(Code.INVALID_VALUE, "ENVIRONMENTVALUE");
    }
    return mode;
  }

  private static Optional<String> renewalMode(String account, Transaction transaction) {
    String mode = transaction.find(Table.ACCOUNTS, account).orElseThrow().renewalMode();
    if (Profile.of(transaction) == Profile.B) {
      return Optional.of(mode.substring("AUTO".length()).toLowerCase(Locale.ROOT));
    }
    return Optional.of(mode).filter(stated -> !stated.equals(RENEWS));
  }
}
