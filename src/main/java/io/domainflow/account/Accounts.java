package io.domainflow.account;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reseller accounts in the database; passwords are sealed there. */
@Repository
public class Accounts {

  private final JdbcClient jdbc;
  private final SecretVault vault;

  Accounts(JdbcClient jdbc, SecretVault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** The account of this name, if there is one. */
  public Optional<ResellerAccount> find(String name) {
    return jdbc.sql("select name, system, login from reseller_account where name = :name")
        .param("name", name)
        .query(
            (row, n) ->
                new ResellerAccount(
                    row.getString("name"),
                    RegistrarSystem.valueOf(row.getString("system")),
                    row.getString("login")))
        .optional();
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
            insert into reseller_account (name, system, login, password_sealed)
            values (:name, :system, :login, :password)
            on conflict (name) do update
              set system = excluded.system, login = excluded.login,
                  password_sealed = excluded.password_sealed
            """)
        .param("name", account.name())
        .param("system", account.system().name())
        .param("login", account.login())
        .param("password", vault.seal(password, place(account.name())))
        .update();
  }

  private static String place(String account) {
    return "account/" + account + "/password";
  }
}
