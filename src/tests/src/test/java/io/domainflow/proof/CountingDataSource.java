package io.domainflow.proof;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts statements and commits to the database, one entry per transaction. */
final class CountingDataSource extends DelegatingDataSource {

  private final List<Transaction> transactions = new CopyOnWriteArrayList<>();

  CountingDataSource(DataSource counted) {
    super(counted);
  }

  /**
   * The statements between two commits.
   *
   * @param thread name of the thread that sent it
   * @param changes whether any statement is not a query
   * @param plans PostgreSQL's {@code plan_cache_mode} at its end
   */
  record Transaction(String thread, List<String> statements, boolean changes, String plans) {}

  void reset() {
    transactions.clear();
  }

  List<Transaction> transactions() {
    return transactions;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return proxy(Connection.class, new CountedConnection(connection));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            CountingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private final class CountedConnection implements InvocationHandler {

    private final Connection connection;
    private final List<String> statements = new CopyOnWriteArrayList<>();

    CountedConnection(Connection connection) {
      this.connection = connection;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (method.getName().equals("commit")) {
        end();
      }
      Object result = CountingDataSource.invoke(connection, method, arguments);
      if (method.getName().equals("rollback")) {
        statements.clear();
      }
      String sql = arguments != null && arguments[0] instanceof String text ? text : "";
      if (result instanceof CallableStatement statement) {
        return proxy(CallableStatement.class, counted(statement, sql));
      }
      if (result instanceof PreparedStatement statement) {
        return proxy(PreparedStatement.class, counted(statement, sql));
      }
      if (result instanceof Statement statement) {
        return proxy(Statement.class, counted(statement, sql));
      }
      return result;
    }

    private InvocationHandler counted(Statement statement, String prepared) {
      return (proxy, method, arguments) -> {
        Object result = CountingDataSource.invoke(statement, method, arguments);
        if (method.getName().startsWith("execute")) {
          boolean given = arguments != null && arguments[0] instanceof String;
          statements.add(given ? (String) arguments[0] : prepared);
          if (connection.getAutoCommit()) {
            end();
          }
        }
        return result;
      };
    }

    private void end() throws SQLException {
      if (!statements.isEmpty()) {
        boolean changes = statements.stream().anyMatch(CountedConnection::isChange);
        transactions.add(
            new Transaction(
                Thread.currentThread().getName(), List.copyOf(statements), changes, plans()));
        statements.clear();
      }
    }

    private String plans() throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet mode = statement.executeQuery("show plan_cache_mode")) {
        mode.next();
        return mode.getString(1);
      }
    }

    private static boolean isChange(String sql) {
      return !sql.strip().toLowerCase(Locale.ROOT).startsWith("select");
    }
  }
}
