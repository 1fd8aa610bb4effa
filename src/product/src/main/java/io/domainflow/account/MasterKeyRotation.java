package io.domainflow.account;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Re-encrypts every encrypted value with a new master key: all of them or none. */
class MasterKeyRotation {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  MasterKeyRotation(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * Decrypts all values with the old key and encrypts them with the new one, in one transaction.
   *
   * @return number of values by place
   * @throws RotationRefused if the keys are the same or the old one cannot decrypt everything;
   *     nothing was changed
   */
  Map<SealedColumn, Integer> rotate(String oldKey, String newKey) {
    if (oldKey.strip().equals(newKey.strip())) {
      throw new RotationRefused(
          "DOMAINFLOW_NEWMASTERKEY is the same key as DOMAINFLOW_MASTERKEY. Make a new one with:"
              + " openssl rand -base64 32");
    }
    SecretVault before = new SecretVault(oldKey);
    SecretVault after = new SecretVault(newKey);
    return transaction.execute(
        status -> {
          refuseUnknownColumns();
          Map<SealedColumn, Integer> counts = new EnumMap<>(SealedColumn.class);
          for (SealedColumn kind : SealedColumn.values()) {
            // nobody can add a value encrypted with the old key meanwhile
            jdbc.sql("lock table " + kind.table() + " in exclusive mode").update();
            counts.put(kind, reseal(kind, before, after));
          }
          return counts;
        });
  }

  private int reseal(SealedColumn kind, SecretVault before, SecretVault after) {
    String where =
        kind.key().stream().map(k -> k + " = :" + k).collect(Collectors.joining(" and "));
    Map<List<Object>, byte[]> rows = rows(kind);
    rows.forEach(
        (key, value) -> {
          String place = kind.place(key.toArray());
          JdbcClient.StatementSpec update =
              jdbc.sql(
                  "update %s set %s = :sealed where %s"
                      .formatted(kind.table(), kind.column(), where));
          for (int i = 0; i < key.size(); i++) {
            update = update.param(kind.key().get(i), key.get(i));
          }
          String secret = opened(value, place, before, kind);
          update.param("sealed", after.seal(secret, place)).update();
        });
    return rows.size();
  }

  private Map<List<Object>, byte[]> rows(SealedColumn kind) {
    Map<List<Object>, byte[]> rows = new LinkedHashMap<>();
    jdbc.sql("select * from %s where %s is not null".formatted(kind.table(), kind.column()))
        .query(
            row -> {
              List<Object> key = new ArrayList<>();
              for (String column : kind.key()) {
                key.add(row.getObject(column));
              }
              rows.put(key, row.getBytes(kind.column()));
            });
    return rows;
  }

  private static String opened(byte[] value, String place, SecretVault vault, SealedColumn kind) {
    try {
      return vault.open(value, place);
    } catch (IllegalStateException e) {
      throw new RotationRefused(
          "DOMAINFLOW_MASTERKEY cannot decrypt the values in the table "
              + kind.table()
              + ": it is not the key that this database is sealed with. Set the key that the"
              + " application ran with last.");
    }
  }

  /**
   * Refuses to run if there are unknown encrypted columns, whose values would be lost with the old
   * key.
   */
  private void refuseUnknownColumns() {
    List<String> known =
        List.of(SealedColumn.values()).stream().map(s -> s.table() + "." + s.column()).toList();
    TreeSet<String> unknown =
        new TreeSet<>(
            jdbc.sql(
                    """
                    select table_name || '.' || column_name from information_schema.columns
                    where table_schema = current_schema() and column_name like '%\\_sealed'
                    """)
                .query(String.class)
                .list());
    known.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new RotationRefused(
          "The database has sealed values that this version does not know ("
              + String.join(", ", unknown)
              + "). Use the version that the application runs with.");
    }
  }
}
