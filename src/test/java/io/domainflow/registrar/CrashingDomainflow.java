package io.domainflow.registrar;

import io.domainflow.DomainflowApplication;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The application, made to die like from kill -9 at the moment a certain answer of the registrar
 * has arrived: the system property {@code crash.at-answer} says at which one.
 */
public class CrashingDomainflow {

  public static void main(String[] args) {
    SpringApplication.from(DomainflowApplication::main).with(Crash.class).run(args);
  }

  @Configuration(proxyBeanMethods = false)
  static class Crash {

    @Bean
    static BeanPostProcessor crashingClient() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof HttpClient client
              ? new CrashingClient(client, Integer.getInteger("crash.at-answer", 0))
              : bean;
        }
      };
    }
  }

  /** Delegates everything; halts the JVM when the answer of that number is complete. */
  private static final class CrashingClient extends HttpClient {

    private static final int KILLED = 137;

    private final HttpClient client;
    private final int crashAt;
    private final AtomicInteger answers = new AtomicInteger();

    CrashingClient(HttpClient client, int crashAt) {
      this.client = client;
      this.crashAt = crashAt;
    }

    private <T> HttpResponse<T> answered(HttpResponse<T> response) {
      if (answers.incrementAndGet() == crashAt) {
        Runtime.getRuntime().halt(KILLED);
      }
      return response;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
        throws IOException, InterruptedException {
      return answered(client.send(request, handler));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
        HttpRequest request, HttpResponse.BodyHandler<T> handler) {
      return client.sendAsync(request, handler).thenApply(this::answered);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
        HttpRequest request,
        HttpResponse.BodyHandler<T> handler,
        HttpResponse.PushPromiseHandler<T> pushes) {
      return client.sendAsync(request, handler, pushes).thenApply(this::answered);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
      return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
      return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
      return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
      return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
      return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
      return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
      return client.authenticator();
    }

    @Override
    public Version version() {
      return client.version();
    }

    @Override
    public Optional<Executor> executor() {
      return client.executor();
    }
  }
}
