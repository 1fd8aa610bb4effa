package io.domainflow.analysis;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of processes that the engine knows. */
@Repository
public class ProcessVersions {

  private final JdbcClient jdbc;

  ProcessVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A version of a process.
   *
   * @param id the engine's id
   * @param key the key of the process, the same for all of its versions
   */
  public record Version(String id, String key, int number, String name) {}

  /**
   * The version with this id, or all versions with this key, latest first; empty if there is
   * neither.
   */
  public List<Version> of(String idOrKey) {
    return jdbc.sql(
            """
            select id_, key_, version_, coalesce(name_, key_) as name from act_re_procdef
            where id_ = :wanted or key_ = :wanted order by version_ desc
            """)
        .param("wanted", idOrKey)
        .query(
            (row, n) ->
                new Version(
                    row.getString("id_"),
                    row.getString("key_"),
                    row.getInt("version_"),
                    row.getString("name")))
        .list();
  }
}
