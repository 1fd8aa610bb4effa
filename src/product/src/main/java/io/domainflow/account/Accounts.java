package io.domainflow.account;

import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.ContactRole;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reseller accounts in the database; passwords are encrypted there. */
@Repository
public class Accounts {

  private static final List<ContactRole> WITH_DEFAULT =
      List.of(ContactRole.ADMIN, ContactRole.TECH, ContactRole.BILLING);

  private static final String SELECT = "select * from reseller_account ";
  private static final String WITH_STOP =
      """
      select reseller_account.*, stopped_account.reason as stopped
      from reseller_account left join stopped_account on account = name
      """;
  private static final String BY_NAME = SELECT + "where name = :name ";

  private final JdbcClient jdbc;
  private final SecretVault vault;

  Accounts(JdbcClient jdbc, SecretVault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /**
   * An account together with its password, read at once so that they are consistent.
   *
   * @param stopped why the registrar has stopped the account, for people; null if it has not
   */
  public record Access(ResellerAccount account, String password, @Nullable String stopped) {

    /** Access to an account that is not stopped. */
    public Access(ResellerAccount account, String password) {
      this(account, password, null);
    }

    @Override
    public String toString() {
      return "Access[" + account.name() + ", ***]";
    }
  }

  /** All accounts by name. */
  public List<ResellerAccount> all() {
    return jdbc.sql(SELECT + "order by name").query((row, n) -> account(row)).list();
  }

  /** The account of this name, if there is one. */
  public Optional<ResellerAccount> find(String name) {
    return find(name, "");
  }

  /**
   * Like {@link #find}; in addition, the account cannot be removed before the current transaction
   * ends.
   */
  public Optional<ResellerAccount> findForOrder(String name) {
    return find(name, "for key share");
  }

  /** Like {@link #find}, and locks the account until the transaction ends. */
  public Optional<ResellerAccount> lock(String name) {
    return find(name, "for update");
  }

  private Optional<ResellerAccount> find(String name, String lock) {
    return jdbc.sql(BY_NAME + lock).param("name", name).query((row, n) -> account(row)).optional();
  }

  /** The account with this name and its decrypted password. */
  public Optional<Access> access(String name) {
    return jdbc.sql(WITH_STOP + "where name = :name")
        .param("name", name)
        .query((row, n) -> access(row))
        .optional();
  }

  /** All accounts with their decrypted passwords. */
  public List<Access> allAccess() {
    return jdbc.sql(WITH_STOP + "order by name").query((row, n) -> access(row)).list();
  }

  private Access access(ResultSet row) throws SQLException {
    return new Access(
        account(row),
        vault.open(row.getBytes("password_sealed"), place(row.getString("name"))),
        row.getString("stopped"));
  }

  private static ResellerAccount account(ResultSet row) throws SQLException {
    Instant attestedAt = instantOrNull(row, "agent_attested_at");
    return new ResellerAccount(
        row.getString("name"),
        RegistrarSystem.valueOf(row.getString("system")),
        row.getString("login"),
        row.getString("client_address"),
        new Quota(row.getInt("quota_soft"), row.getInt("quota_hard")),
        new OrderDefaults(
            Arrays.stream((String[]) row.getArray("nameservers").getArray())
                .map(Nameserver::new)
                .toList(),
            contacts(row),
            RenewalMode.valueOf(row.getString("renewal_mode")),
            row.getBoolean("transfer_lock")),
        RegistrantChangeMode.valueOf(row.getString("registrant_change_mode")),
        RegistrantChangePolicy.of(row.getString("registrant_change_policy")),
        new NameKeeping(
            drift(row),
            row.getBoolean("automatic_restore"),
            row.getBoolean("transfer_out_four_eyes")),
        attestedAt == null
            ? null
            : new DesignatedAgent(
                row.getString("agent_attested_by"),
                attestedAt,
                row.getString("agent_terms_version")));
  }

  private static Map<Section, DriftRule> drift(ResultSet row) throws SQLException {
    Map<Section, DriftRule> drift = new EnumMap<>(Section.class);
    for (Section section : NameKeeping.WATCHED) {
      String column = "drift_" + section.name().toLowerCase(Locale.ROOT);
      drift.put(section, DriftRule.valueOf(row.getString(column)));
    }
    return drift;
  }

  /** Names of all accounts, in alphabetical order. */
  public List<String> names() {
    return jdbc.sql("select name from reseller_account order by name").query(String.class).list();
  }

  private static Map<ContactRole, String> contacts(ResultSet row) throws SQLException {
    Map<ContactRole, String> contacts = new EnumMap<>(ContactRole.class);
    for (ContactRole role : WITH_DEFAULT) {
      String handle = row.getString(role.name().toLowerCase(Locale.ROOT) + "_handle");
      if (handle != null) {
        contacts.put(role, handle);
      }
    }
    return contacts;
  }

  /** Inserts or replaces an account. */
  public void save(ResellerAccount account, String password) {
    boolean saved;
    do {
      // An account that conflicts with the first may be removed before the second.
      saved = insert(account, password) || update(account, password);
    } while (!saved);
  }

  /**
   * Stores a new account.
   *
   * @return false if there already is one with that name; nothing is stored then
   */
  public boolean insert(ResellerAccount account, String password) {
    String sql =
        """
        insert into reseller_account (name, system, login, password_sealed, client_address,
          quota_soft, quota_hard, nameservers, admin_handle, tech_handle, billing_handle,
          renewal_mode, transfer_lock, registrant_change_mode, registrant_change_policy,
          drift_nameservers, drift_contacts, drift_transfer_lock, drift_privacy,
          drift_renewal_mode, automatic_restore, transfer_out_four_eyes, agent_attested_by,
          agent_attested_at, agent_terms_version)
        values (:name, :system, :login, :password, :clientAddress, :quotaSoft, :quotaHard,
          :nameservers, :admin, :tech, :billing, :renewalMode, :transferLock,
          :registrantChangeMode, :registrantChangePolicy, :driftNAMESERVERS, :driftCONTACTS,
          :driftTRANSFER_LOCK, :driftPRIVACY, :driftRENEWAL_MODE, :automaticRestore, :transferOutFourEyes,
          :attestedBy, :attestedAt, :termsVersion)
        on conflict do nothing
        """;
    byte[] sealed = vault.seal(password, place(account.name()));
    return write(sql, account).param("password", sealed).update() == 1;
  }

  /**
   * Replaces the account with that name in one step: the next call to the registrar uses the new
   * values.
   *
   * @param password null to keep the present one
   * @return false if there is no account with that name
   */
  public boolean update(ResellerAccount account, @Nullable String password) {
    String sql =
        """
        update reseller_account
        set system = :system, login = :login, client_address = :clientAddress,
          quota_soft = :quotaSoft, quota_hard = :quotaHard, nameservers = :nameservers,
          admin_handle = :admin, tech_handle = :tech, billing_handle = :billing,
          renewal_mode = :renewalMode, transfer_lock = :transferLock,
          registrant_change_mode = :registrantChangeMode,
          registrant_change_policy = :registrantChangePolicy,
          drift_nameservers = :driftNAMESERVERS, drift_contacts = :driftCONTACTS,
          drift_transfer_lock = :driftTRANSFER_LOCK, drift_privacy = :driftPRIVACY,
          drift_renewal_mode = :driftRENEWAL_MODE, automatic_restore = :automaticRestore,
          transfer_out_four_eyes = :transferOutFourEyes,
          agent_attested_by = :attestedBy,
          agent_attested_at = :attestedAt, agent_terms_version = :termsVersion,
          password_sealed = coalesce(cast(:password as bytea), password_sealed)
        where name = :name
        """;
    byte[] sealed = password == null ? null : vault.seal(password, place(account.name()));
    return write(sql, account).param("password", sealed).update() == 1;
  }

  private JdbcClient.StatementSpec write(String sql, ResellerAccount account) {
    OrderDefaults defaults = account.defaults();
    DesignatedAgent agent = account.designatedAgent();
    JdbcClient.StatementSpec write = jdbc.sql(sql);
    for (Map.Entry<Section, DriftRule> rule : account.keeping().drift().entrySet()) {
      write = write.param("drift" + rule.getKey().name(), rule.getValue().name());
    }
    return write
        .param("name", account.name())
        .param("system", account.system().name())
        .param("login", account.login())
        .param("clientAddress", account.clientAddress())
        .param("quotaSoft", account.quota().soft())
        .param("quotaHard", account.quota().hard())
        .param(
            "nameservers",
            defaults.nameservers().stream().map(Nameserver::host).toArray(String[]::new))
        .param("admin", defaults.contacts().get(ContactRole.ADMIN))
        .param("tech", defaults.contacts().get(ContactRole.TECH))
        .param("billing", defaults.contacts().get(ContactRole.BILLING))
        .param("renewalMode", defaults.renewalMode().name())
        .param("transferLock", defaults.transferLock())
        .param("registrantChangeMode", account.registrantChangeMode().name())
        .param("registrantChangePolicy", account.registrantChangePolicy().version())
        .param("automaticRestore", account.keeping().automaticRestore())
        .param("transferOutFourEyes", account.keeping().transferOutFourEyes())
        .param("attestedBy", agent == null ? null : agent.attestedBy())
        .param("attestedAt", agent == null ? null : utc(agent.attestedAt()))
        .param("termsVersion", agent == null ? null : agent.termsVersion());
  }

  /** Removes an account and its password. */
  public void delete(String name) {
    jdbc.sql("delete from reseller_account where name = :name").param("name", name).update();
  }

  private static String place(String account) {
    return SealedColumn.ACCOUNT_PASSWORD.place(account);
  }
}
