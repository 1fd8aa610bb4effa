package io.domainflow.security;

import io.domainflow.server.AnswerLimits;
import io.domainflow.server.LimitedHttp11Protocol;
import io.domainflow.server.ThreadsPerAddress;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.Http11NioProtocol;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Limits what callers may demand of the server before anything else looks at their requests. */
@Component
@EnableConfigurationProperties({BodyProperties.class, HealthProperties.class})
class ServerLimits implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

  private static final int THREADS_FOR_HEALTH = 2;
  private static final int HEALTH_PER_ADDRESS = 4;
  private static final int HEALTH_IN_ALL = 16;
  private static final int MILLISECONDS_FOR_HEALTH = 2_000;

  private final BodyProperties bodies;
  private final HealthProperties health;
  private final ServerProperties server;

  ServerLimits(BodyProperties bodies, HealthProperties health, ServerProperties server) {
    this.bodies = bodies;
    this.health = health;
    this.server = server;
  }

  @Override
  public void customize(TomcatServletWebServerFactory tomcat) {
    int threads = server.getTomcat().getThreads().getMax();
    ThreadsPerAddress waiting = new ThreadsPerAddress(bodies.waitingPerAddress(), threads / 2);
    ThreadsPerAddress working = new ThreadsPerAddress(threads * 3 / 4, threads);
    ThreadsPerAddress healthChecks = new ThreadsPerAddress(HEALTH_PER_ADDRESS, HEALTH_IN_ALL);
    // Apart from those for bodies: who sends slowly does not cost others the rest of their answers.
    AnswerLimits answers =
        new AnswerLimits(
            new ThreadsPerAddress(bodies.waitingPerAddress(), threads / 4), bodies.time());
    tomcat.setProtocol(LimitedHttp11Protocol.class.getName());
    tomcat.addConnectorCustomizers(
        connector -> {
          if (connector.getProtocolHandler() instanceof LimitedHttp11Protocol limited) {
            limited.limit(answers);
          }
        });
    if (health.port() != null) {
      Connector port = healthPort(health.port());
      tomcat.addAdditionalTomcatConnectors(port);
      tomcat.addEngineValves(new HealthPortValve(port));
    }
    tomcat.addEngineValves(new CallerValve(working, healthChecks, answers));
    tomcat.addContextValves(new BodyValve(waiting, bodies.time()));
    tomcat.addContextCustomizers(
        context ->
            ((StandardHost) context.getParent())
                .setErrorReportValveClass(UnreadableRequestValve.class.getName()));
  }

  private Connector healthPort(int number) {
    Http11NioProtocol protocol = new Http11NioProtocol();
    protocol.setAddress(server.getAddress());
    protocol.setMaxThreads(THREADS_FOR_HEALTH);
    protocol.setMinSpareThreads(THREADS_FOR_HEALTH);
    protocol.setConnectionTimeout(MILLISECONDS_FOR_HEALTH);
    // nobody can ask for more than one answer without reading
    protocol.setMaxKeepAliveRequests(1);
    Connector connector = new Connector(protocol);
    connector.setPort(number);
    return connector;
  }

  /** After the proxy's name for the caller is read, and before a sandbox has its own protocol. */
  @Override
  public int getOrder() {
    return 1;
  }
}
