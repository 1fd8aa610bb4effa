package io.domainflow.registrar;

import io.domainflow.DomainflowApplication;
import io.domainflow.WrappedBeans;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The application, made to die like from kill -9 at the moment the registrar's answers to certain
 * commands have arrived. The system property {@code crash.at} lists them, each with the number of
 * its answer if it is not the first: {@code AddDomain,AddDomain:2,StatusContact:4}. The first of
 * these answers are held back until the last one is here; all others pass.
 */
public class CrashingDomainflow {

  public static void main(String[] args) {
    SpringApplication.from(DomainflowApplication::main).with(Crash.class).run(args);
  }

  @Configuration(proxyBeanMethods = false)
  static class Crash {

    @Bean
    static BeanPostProcessor crashingClient() {
      return WrappedBeans.of(
          HttpClient.class,
          client -> new CrashingClient(client, System.getProperty("crash.at", "")));
    }
  }

  /** Delegates everything; halts the JVM when those answers are complete. */
  private static final class CrashingClient extends HttpClient {

    private static final int KILLED = 137;

    private final HttpClient client;
    private final Set<String> awaited;
    private final Map<String, Integer> answers = new HashMap<>();

    CrashingClient(HttpClient client, String crashAt) {
      this.client = client;
      this.awaited =
          Pattern.compile(",")
              .splitAsStream(crashAt)
              .map(answer -> answer.contains(":") ? answer : answer + ":1")
              .collect(Collectors.toCollection(HashSet::new));
    }

    private <T> HttpResponse<T> answered(Sent sent, HttpResponse<T> response) {
      if (isAwaited(sent.command())) {
        holdBack();
      }
      return response;
    }

    private synchronized boolean isAwaited(String command) {
      int number = answers.merge(command, 1, Integer::sum);
      boolean awaitedOne = awaited.remove(command + ":" + number);
      if (awaitedOne && awaited.isEmpty()) {
        Runtime.getRuntime().halt(KILLED);
      }
      return awaitedOne;
    }

    private static void holdBack() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
        throws IOException, InterruptedException {
      Sent sent = Sent.of(request);
      return answered(sent, client.send(sent.request(), handler));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
        HttpRequest request, HttpResponse.BodyHandler<T> handler) {
      Sent sent = Sent.of(request);
      return client
          .sendAsync(sent.request(), handler)
          .thenApply(response -> answered(sent, response));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
        HttpRequest request,
        HttpResponse.BodyHandler<T> handler,
        HttpResponse.PushPromiseHandler<T> pushes) {
      Sent sent = Sent.of(request);
      return client
          .sendAsync(sent.request(), handler, pushes)
          .thenApply(response -> answered(sent, response));
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

  /** A request that was looked at. Its body can be read once only, so another one goes out. */
  private record Sent(HttpRequest request, String command) {

    private static final Pattern COMMAND = Pattern.compile("(?i)\\bcommand=(\\w+)");

    static Sent of(HttpRequest request) {
      BodySubscriber<String> body = BodySubscribers.ofString(StandardCharsets.UTF_8);
      request.bodyPublisher().orElseThrow().subscribe(new Bytes(body));
      String form = body.getBody().toCompletableFuture().join();
      Matcher found = COMMAND.matcher(URLDecoder.decode(form, StandardCharsets.UTF_8));
      HttpRequest same =
          HttpRequest.newBuilder(request, (name, value) -> true)
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build();
      return new Sent(same, found.find() ? found.group(1) : "");
    }
  }

  /** Hands the bytes of a request to what reads the bytes of answers. */
  private record Bytes(BodySubscriber<String> body) implements Flow.Subscriber<ByteBuffer> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      body.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer bytes) {
      body.onNext(List.of(bytes));
    }

    @Override
    public void onError(Throwable error) {
      body.onError(error);
    }

    @Override
    public void onComplete() {
      body.onComplete();
    }
  }
}
