package io.domainflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches every table of the database, including the engine's. */
public final class StoredText {

  private StoredText() {}

  /** The tables that contain this text unencrypted. */
  public static List<String> tablesWith(String text, JdbcClient jdbc) {
    List<String> hits = new ArrayList<>();
    List<String> tables =
        jdbc.sql("select tablename from pg_tables where schemaname = 'public' order by tablename")
            .query(String.class)
            .list();
    assertThat(tables).contains("provisioning_order");
    for (String table : tables) {
      // The text form of a row shows binary columns in hexadecimal.
      long rows =
          jdbc.sql(
                  "select count(*) from %s t where t::text like :text or t::text like :hex"
                      .formatted(table))
              .param("text", "%" + text + "%")
              .param("hex", "%" + hex(text) + "%")
              .query(Long.class)
              .single();
      if (rows > 0) {
        hits.add(table);
      }
    }
    return hits;
  }

  private static String hex(String text) {
    StringBuilder hex = new StringBuilder();
    text.chars().forEach(c -> hex.append("%02x".formatted(c)));
    return hex.toString();
  }
}
