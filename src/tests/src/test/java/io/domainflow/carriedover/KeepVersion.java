package io.domainflow.carriedover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.domainflow.DomainflowApplication;
import io.domainflow.TestDatabase;
import io.domainflow.demo.DemoReport;
import io.domainflow.demo.EveryWait;
import io.domainflow.process.worker.ExternalTaskPoller;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Saves the database that the compiled version leaves when it is stopped, with an order in every
 * task and every wait, and the state of the registrar. {@code docs/testing.md} explains how to run
 * it.
 */
final class KeepVersion {

  private KeepVersion() {}

  /**
   * Creates the files of {@link KeptVersion}.
   *
   * @param args the folder for them, and the program pg_dump of PostgreSQL 17
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Path registrar = Files.createTempDirectory("registrar").resolve("state.jsonl");
    String url = TestDatabase.create();
    JdbcClient database =
        JdbcClient.create(new DriverManagerDataSource(url, TestDatabase.USERNAME, ""));

    try (ConfigurableApplicationContext application = start(url, registrar)) {
      StoppedSteps.stopFromNowOn(database);
      DemoReport report =
          EveryWait.fill(
              application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
      report.stopped().forEach(story -> System.out.println("ended early: " + story));
      application.getBean(ExternalTaskPoller.class).stop();
      ((ProcessEngineConfigurationImpl)
              application.getBean(ProcessEngine.class).getProcessEngineConfiguration())
          .getJobExecutor()
          .shutdown();
      Files.writeString(
          folder.resolve(KeptVersion.STOPPED_AT),
          application.getBean(Clock.class).instant() + "\n");
    }

    StoppedSteps.leave(database);
    leaveOutWhatNothingReads(database);
    dump(args[1], url, folder.resolve(KeptVersion.DATABASE));
    compact(registrar, folder.resolve(KeptVersion.REGISTRAR));
    Set<Wait> without = new TreeSet<>(Wait.ofTheModels());
    without.removeAll(Wait.in(database, "public"));
    without.forEach(wait -> System.out.println("nobody is in: " + wait));
  }

  private static ConfigurableApplicationContext start(String url, Path registrar) {
    return SpringApplication.run(
        DomainflowApplication.class,
        "--spring.profiles.active=demo",
        "--server.port=0",
        "--spring.datasource.url=" + url,
        "--spring.datasource.username=" + TestDatabase.USERNAME,
        "--spring.datasource.password=",
        "--domainflow.sandbox.enabled=true",
        "--domainflow.sandbox.state-file=" + registrar,
        // a watch every quarter of an hour would take longer than all the stories
        "--domainflow.transfer-watch.enabled=false",
        "--domainflow.ispapi.connect-timeout=PT1S",
        "--domainflow.ispapi.call-timeout=PT2S",
        "--domainflow.ispapi.settle-time=PT5S",
        "--domainflow.webhooks.timeout=PT2S");
  }

  /**
   * Deletes more than half of the size: history of what has ended, the log of calls, and names that
   * no order, owner, difference or request is about.
   */
  private static void leaveOutWhatNothingReads(JdbcClient database) {
    String others =
        """
        where (account, domain) not in (
          select account, domain from provisioning_order
          union select account, domain from domain_owner
          union select account, domain from domain_drift
          union select account, domain from outgoing_transfer)
        """;
    database.sql("delete from domain_section " + others).update();
    database.sql("delete from stored_domain " + others).update();
    database.sql("delete from registrar_call").update();
    database.sql("delete from act_hi_actinst where end_time_ is not null").update();
    database
        .sql(
            "delete from act_hi_varinst"
                + " where proc_inst_id_ not in (select proc_inst_id_ from act_ru_execution)")
        .update();
    for (String table :
        List.of("act_hi_job_log", "act_hi_dec_in", "act_hi_dec_out", "act_hi_decinst")) {
      database.sql("delete from " + table).update();
    }
  }

  private static void dump(String program, String url, Path target)
      throws IOException, InterruptedException {
    URI server = URI.create(url.substring("jdbc:".length()));
    Process dump =
        new ProcessBuilder(
                program,
                "--host=" + server.getHost(),
                "--port=" + server.getPort(),
                "--username=" + TestDatabase.USERNAME,
                "--no-owner",
                "--no-privileges",
                "--rows-per-insert=200",
                server.getPath().substring(1))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(dump.getInputStream(), StandardCharsets.UTF_8));
        Writer out = zipped(target)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // commands of psql, which does not read this file
        if (!line.matches("\\\\(un)?restrict \\w+")) {
          out.write(line + "\n");
        }
      }
    }
    if (dump.waitFor() != 0) {
      throw new IllegalStateException(program + " has failed");
    }
  }

  /** Writes the rows that result from a history of changes, without the log of calls. */
  private static void compact(Path history, Path target) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, JsonNode> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(history)) {
      for (JsonNode change : json.readTree(line)) {
        String row = change.get("table").asText() + " " + change.get("key").asText();
        rows.remove(row);
        if (change.has("value") && !change.get("table").asText().equals("requests")) {
          rows.put(row, change);
        }
      }
    }
    ArrayNode all = json.createArrayNode().addAll(rows.values());
    try (Writer out = zipped(target)) {
      out.write(all + "\n");
    }
  }

  private static Writer zipped(Path target) throws IOException {
    OutputStream file = Files.newOutputStream(target);
    OutputStream zipped =
        new GZIPOutputStream(file) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        };
    return new OutputStreamWriter(zipped, StandardCharsets.UTF_8);
  }
}
