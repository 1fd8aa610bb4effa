package io.domainflow.process.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.springframework.stereotype.Component;

/**
 * The SQL statements of the engine, 1,760 of them in XML files. Reading them is a fifth of what a
 * start has to do, and needs nothing that the rest of it prepares: so it is done beside the rest,
 * and only once in a process.
 */
@Component
public class EngineStatements extends AbstractProcessEnginePlugin {

  private static final FutureTask<SqlSessionFactory> READ =
      new FutureTask<>(EngineStatements::read);

  /** Begins to read them on a thread of its own; without this they are read when needed. */
  public static void readAhead() {
    Thread reader = new Thread(READ, "engine-statements");
    reader.setDaemon(true);
    reader.start();
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    READ.run(); // has no effect if somebody else reads them
    try {
      engine.setSqlSessionFactory(READ.get());
    } catch (ExecutionException e) {
      throw new IllegalStateException("the engine's statements cannot be read", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the engine's statements were read", e);
    }
  }

  /** What the engine sets when it reads them itself. */
  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    Configuration statements = engine.getSqlSessionFactory().getConfiguration();
    statements.setEnvironment(
        new Environment("default", engine.getTransactionFactory(), engine.getDataSource()));
    statements.setDefaultStatementTimeout(engine.getJdbcStatementTimeout());
    if (engine.isJdbcBatchProcessing()) {
      statements.setDefaultExecutorType(ExecutorType.BATCH);
    }
  }

  private static SqlSessionFactory read() throws IOException {
    Properties dialect = new Properties();
    dialect.put("prefix", "");
    ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(
        dialect, "", DbSqlSessionFactory.POSTGRES);
    try (Reader mappings =
        new InputStreamReader(
            Resources.getResourceAsStream(
                ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE),
            UTF_8)) {
      return new DefaultSqlSessionFactory(new XMLConfigBuilder(mappings, "", dialect).parse());
    }
  }
}
