package io.domainflow.account;

import io.domainflow.model.ContactRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reseller accounts in the database; passwords are sealed there. */
@Repository
public class Accounts {

  private static final List<ContactRole> WITH_DEFAULT =
      List.of(ContactRole.ADMIN, ContactRole.TECH, ContactRole.BILLING);

  private final JdbcClient jdbc;
  private final SecretVault vault;

  Accounts(JdbcClient jdbc, SecretVault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** The account of this name, if there is one. */
  public Optional<ResellerAccount> find(String name) {
    return jdbc.sql("select * from reseller_account where name = :name")
        .param("name", name)
        .query(
            (row, n) ->
                new ResellerAccount(
                    row.getString("name"),
                    RegistrarSystem.valueOf(row.getString("system")),
                    row.getString("login"),
                    contacts(row)))
        .optional();
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

  /** The account's password at the registrar, opened. */
  public String passwordOf(ResellerAccount account) {
    byte[] sealed =
        jdbc.sql("select password_sealed from reseller_account where name = :name")
            .param("name", account.name())
            .query((row, n) -> row.getBytes(1))
            .single();
    return vault.open(sealed, place(account.name()));
  }

  /** Writes an account, in place of an earlier one of that name. */
  public void save(ResellerAccount account, String password) {
    jdbc.sql(
            """
            insert into reseller_account (name, system, login, password_sealed, admin_handle,
              tech_handle, billing_handle)
            values (:name, :system, :login, :password, :admin, :tech, :billing)
            on conflict (name) do update
              set system = excluded.system, login = excluded.login,
                  password_sealed = excluded.password_sealed, admin_handle = excluded.admin_handle,
                  tech_handle = excluded.tech_handle, billing_handle = excluded.billing_handle
            """)
        .param("name", account.name())
        .param("system", account.system().name())
        .param("login", account.login())
        .param("password", vault.seal(password, place(account.name())))
        .param("admin", account.contacts().get(ContactRole.ADMIN))
        .param("tech", account.contacts().get(ContactRole.TECH))
        .param("billing", account.contacts().get(ContactRole.BILLING))
        .update();
  }

  private static String place(String account) {
    return "account/" + account + "/password";
  }
}
