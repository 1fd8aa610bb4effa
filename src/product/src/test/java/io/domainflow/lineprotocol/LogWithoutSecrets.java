package io.domainflow.lineprotocol;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * What the client logs while a test runs, and after it the proof that nothing secret was in it.
 * Every value that must stay out of logs and messages contains the word «canary».
 */
final class LogWithoutSecrets implements BeforeEachCallback, AfterEachCallback {

  // What the JDK's own client writes of bytes it cannot parse is not ours, and an application that
  // lives in the same JVM writes at the same time.
  private final Logger ourLogger = (Logger) LoggerFactory.getLogger("io.domainflow.lineprotocol");
  private final Level levelBefore = ourLogger.getLevel();
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @Override
  public void beforeEach(ExtensionContext test) {
    logged.start();
    ourLogger.addAppender(logged);
    ourLogger.setLevel(Level.TRACE);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    ourLogger.detachAppender(logged);
    ourLogger.setLevel(levelBefore);
    assertThat(lines()).isNotEmpty().noneMatch(LogWithoutSecrets::isSecret);
  }

  List<String> lines() {
    return logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  static void assertNothingSecretIn(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).matches(text -> !isSecret(text));
  }

  private static boolean isSecret(String text) {
    return text.toLowerCase(Locale.ROOT).contains("canary") || text.contains("s_pw");
  }
}
