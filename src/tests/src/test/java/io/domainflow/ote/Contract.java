package io.domainflow.ote;

import io.domainflow.cnr.CnrConfiguration;
import io.domainflow.lineprotocol.Credentials;
import io.domainflow.lineprotocol.LineProtocolClient;
import io.domainflow.lineprotocol.LineProtocolConfiguration;
import io.domainflow.model.DomainName;
import io.domainflow.ote.Report.Row;
import io.domainflow.ote.Report.Verdict;
import io.domainflow.registrar.RegistrarConfiguration;
import io.domainflow.registrar.RegistrarProperties;
import io.domainflow.sandbox.SandboxServer;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.beans.BeansException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/**
 * Sends the same queries to the registrar's test system and the sandbox, and compares the answers.
 */
final class Contract {

  private final SandboxServer server;
  private final ConsentSide ote;
  private final ConsentSide sandbox;

  private Contract(SandboxServer server, ConsentSide ote, ConsentSide sandbox) {
    this.server = server;
    this.ote = ote;
    this.sandbox = sandbox;
  }

  /**
   * Compares both sides.
   *
   * @param server a sandbox to set up like the test system in the settings
   * @throws RunFailed if the test system cannot be asked
   */
  static Report compare(OteSettings settings, SandboxServer server) {
    // The product's own client, with its settings and its refusal of plain HTTP.
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context.setEnvironment(settings.environment());
      context.register(
          RegistrarConfiguration.class, CnrConfiguration.class, LineProtocolConfiguration.class);
      try {
        context.refresh();
      } catch (BeansException e) {
        throw new RunFailed(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
      }
      RegistrarProperties properties = context.getBean(RegistrarProperties.class);
      LineProtocolClient client =
          new LineProtocolClient(context.getBean(HttpClient.class), properties.callTimeout());
      OteSystem system = settings.system();
      ConsentSide ote =
          new ConsentSide("OT&E", system, client, system.url(context), settings.credentials());
      ConsentSide sandbox =
          new ConsentSide(
              "the sandbox",
              system,
              client,
              server.uri(system.path()),
              new Credentials("test.user", "test.passw0rd"));
      setUp(server, settings);
      Contract contract = new Contract(server, ote, sandbox);
      return new Report(system.cases(settings).stream().<Row>map(contract::compare).toList());
    }
  }

  /** Sets up a sandbox with the names of the cases. */
  static void setUp(SandboxServer server, OteSettings settings) {
    setUp(server, settings, Cases.TAKEN, "'owner': 'OTHER_REGISTRAR'");
    settings
        .findName(OteSettings.OWN_NAME)
        .ifPresent(name -> setUp(server, settings, name, "'owner': 'OURS'"));
    settings
        .findName(OteSettings.PREMIUM_NAME)
        .ifPresent(
            name ->
                setUp(
                    server,
                    settings,
                    name,
                    "'owner': 'FREE', 'class': 'PREMIUM_A', 'price': '900.00'"));
    settings
        .findName(OteSettings.CLAIMED_NAME)
        .ifPresent(name -> setUp(server, settings, name, "'owner': 'FREE', 'claims': true"));
  }

  private static void setUp(
      SandboxServer server, OteSettings settings, DomainName name, String members) {
    control(
        server,
        "/sandbox/registry",
        "{'platform': '%s', 'domain': '%s', %s}"
            .formatted(settings.system().platform(), name.ascii(), members));
  }

  private <R> Row compare(Case<R> asked) {
    try {
      Answered<R> theirs = asked.ask(ote);
      List<Difference> differences =
          Comparison.between(theirs, asked.ask(sandbox), asked.reading());
      return Row.compared(
          asked, differences, !differences.isEmpty() && likeProfileB(asked, theirs));
    } catch (LeftOut e) {
      return Row.notCompared(asked, Verdict.LEFT_OUT, e.getMessage());
    } catch (Unanswered e) {
      return Row.notCompared(asked, Verdict.UNANSWERED, e.getMessage());
    }
  }

  private <R> boolean likeProfileB(Case<R> asked, Answered<R> theirs) {
    control(server, "/sandbox/profile", "{'name': 'B'}");
    try {
      return Comparison.between(theirs, asked.ask(sandbox), asked.reading()).isEmpty();
    } finally {
      control(server, "/sandbox/profile", "{'name': 'A'}");
    }
  }

  private static void control(SandboxServer server, String path, String json) {
    HttpResponse<String> answer = server.control("POST", path, json.replace('\'', '"'));
    if (answer.statusCode() != 200) {
      throw new RunFailed("The sandbox cannot be set up: " + answer.body());
    }
  }
}
