package io.domainflow.callback;

import io.domainflow.model.InvalidValue;
import io.domainflow.model.MovableClock;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends one message to one receiver, once. It connects only to addresses that {@link Targets} has
 * checked, follows no redirects, and reads only the status of the answer and when to try again.
 */
@Component
class Sender implements DisposableBean {

  private static final int MOST_HEADERS = 100;
  private static final int LONGEST_HEADER = 16_384;
  private static final int FIRST_FAILURE = 300;
  private static final int FIRST_ERROR = 400;

  private final Targets targets;
  private final MovableClock clock;
  private final Duration timeout;
  private final CloseableHttpClient http;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "webhook-deadlines");
            thread.setDaemon(true);
            return thread;
          });

  Sender(Targets targets, WebhookProperties properties, MovableClock clock) {
    this.targets = targets;
    this.clock = clock;
    this.timeout = properties.timeout();
    this.http = client(targets, properties);
  }

  /**
   * Sends the message and waits for the answer, but no longer than a try may take.
   *
   * @param id the same for each try of the same message
   * @param secrets the message is signed with each of them
   */
  TryOutcome send(String url, String id, String body, List<WebhookSecret> secrets) {
    Instant began = clock.instant();
    long start = System.nanoTime();
    Body entity = new Body(body);
    HttpPost request;
    try {
      // a target that was allowed at creation may no longer be
      request = request(targets.check(url), id, body, secrets);
      request.setEntity(entity);
    } catch (InvalidValue e) {
      return new TryOutcome(
          began, Duration.ZERO, null, "its address " + e.getMessage() + "; nothing was sent", null);
    }
    ScheduledFuture<?> deadline =
        deadlines.schedule(request::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
    try {
      ClassicHttpResponse response = http.executeOpen(null, request, null);
      return new TryOutcome(
          began,
          since(start),
          response.getCode(),
          error(response.getCode()),
          retryAfter(response.getFirstHeader(HttpHeaders.RETRY_AFTER)));
    } catch (IOException e) {
      return new TryOutcome(
          began, since(start), null, error(e, request.isCancelled(), entity.begun), null);
    } finally {
      deadline.cancel(false);
      // Closes the connection. Closing the answer instead would read it to its end first.
      request.cancel();
    }
  }

  @Override
  public void destroy() throws IOException {
    deadlines.shutdownNow();
    http.close();
  }

  private static CloseableHttpClient client(Targets targets, WebhookProperties properties) {
    Timeout timeout = Timeout.of(properties.timeout());
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CheckedAddresses(targets))
                .setMaxConnTotal(properties.concurrency())
                .setMaxConnPerRoute(properties.concurrency())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .setDefaultTlsConfig(
                    TlsConfig.custom()
                        .setHandshakeTimeout(timeout)
                        .setSupportedProtocols(TLS.V_1_3, TLS.V_1_2)
                        .build())
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder()
                        .http1Config(
                            Http1Config.custom()
                                .setMaxHeaderCount(MOST_HEADERS)
                                .setMaxLineLength(LONGEST_HEADER)
                                .build())
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(timeout)
                .setResponseTimeout(timeout)
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build())
        // the address is checked for each try; that of a reused connection would not be
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setUserAgent("Domainflow")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  private HttpPost request(String url, String id, String body, List<WebhookSecret> secrets) {
    HttpPost request = new HttpPost(Targets.parse(url));
    // Real time even if a demonstration has moved the clock: the receiver compares it with its own.
    long timestamp = realTime().getEpochSecond();
    request.setHeader("webhook-id", id);
    request.setHeader("webhook-timestamp", timestamp);
    request.setHeader(
        "webhook-signature",
        secrets.stream()
            .map(secret -> secret.sign(id, timestamp, body))
            .collect(Collectors.joining(" ")));
    return request;
  }

  private Instant realTime() {
    return clock.instant().minus(clock.offset());
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static @Nullable String error(int status) {
    if (status < FIRST_FAILURE) {
      return null;
    }
    if (status < FIRST_ERROR) {
      return "it answered " + status + "; a redirect is not followed";
    }
    return "it answered " + status;
  }

  private String error(IOException e, boolean cancelled, boolean begun) {
    if (cancelled || e instanceof SocketTimeoutException) {
      return "it did not answer within " + timeout.toSeconds() + " seconds";
    }
    if (e instanceof TargetRefused) {
      return e.getMessage() + "; nothing was sent";
    }
    if (e instanceof UnknownHostException) {
      return "its host is not known; nothing was sent";
    }
    if (e instanceof ConnectException) {
      return "it does not take connections; nothing was sent";
    }
    if (e instanceof SSLException && !begun) {
      return "its certificate or its encryption is not good; nothing was sent";
    }
    if (e instanceof ClientProtocolException) {
      return "its answer is not HTTP";
    }
    if (e instanceof NoHttpResponseException) {
      return "it closed the connection without an answer";
    }
    return e instanceof InterruptedIOException
        ? "it did not answer in time"
        : "the connection broke before there was an answer";
  }

  /** The request body, which knows whether any of it may have been sent. */
  private static final class Body extends HttpEntityWrapper {

    private boolean begun;

    Body(String text) {
      super(
          new StringEntity(text, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      begun = true;
      super.writeTo(out);
    }
  }

  /** Seconds, or a date by the receiver's clock. */
  private @Nullable Duration retryAfter(@Nullable Header header) {
    if (header == null) {
      return null;
    }
    String value = header.getValue().strip();
    if (value.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      return Duration.between(
          realTime(), ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return null;
    }
  }
}
