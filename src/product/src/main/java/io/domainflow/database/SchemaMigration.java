package io.domainflow.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Migrates our tables, and logs one line if there was anything to do. */
@Component
class SchemaMigration implements FlywayMigrationStrategy {

  private static final Logger log = LoggerFactory.getLogger(SchemaMigration.class);

  @Override
  public void migrate(Flyway flyway) {
    MigrateResult result = flyway.migrate();
    if (result.migrationsExecuted > 0) {
      log.info(
          "the database was brought up to date: {} migrations, now at version {}",
          result.migrationsExecuted,
          result.targetSchemaVersion);
    }
  }
}
