package io.domainflow.order;

import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.TestDatabase;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Rows of orders on a database without an application, for tests of queries. */
public final class StoredOrders {

  private StoredOrders() {}

  /** An empty database with our tables. */
  public static JdbcClient database() {
    DriverManagerDataSource database =
        new DriverManagerDataSource(TestDatabase.create(), TestDatabase.USERNAME, "");
    Flyway.configure().dataSource(database).load().migrate();
    return JdbcClient.create(database);
  }

  /** Stores an order; its process instance has the id of the order. */
  public static UUID insert(
      JdbcClient jdbc,
      String account,
      String domain,
      String operation,
      String status,
      Instant createdAt) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into provisioning_order (id, reference, login, content_digest, operation,
              account, domain, domain_unicode, metadata, status, charged, process_instance_id,
              created_at, updated_at)
            values (:id, :text, 'billing', 'x', :operation, :account, :domain, :domain, '{}',
              :status, 'NO', :text, :at, :at)
            """)
        .param("id", id)
        .param("text", id.toString())
        .param("operation", operation)
        .param("account", account)
        .param("domain", domain)
        .param("status", status)
        .param("at", utc(createdAt))
        .update();
    return id;
  }
}
