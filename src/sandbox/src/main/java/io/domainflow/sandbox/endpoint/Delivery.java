package io.domainflow.sandbox.endpoint;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.SandboxProperties;
import io.domainflow.sandbox.fault.FaultKind;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Delivers an answer to the caller, or fails in the way that a fault specifies. */
@Component("sandboxDelivery")
@ConditionalOnSandbox
class Delivery implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Delivery.class);

  private final TcpConnections connections;
  private final Duration holdTimeout;
  private final Set<AsyncContext> held = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  Delivery(TcpConnections connections, SandboxProperties properties) {
    this.connections = connections;
    this.holdTimeout = properties.holdTimeout();
  }

  void deliver(Dispatcher.Reply reply, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String text = reply.toText();
    if (reply.fault().isEmpty()) {
      write(response, text);
      return;
    }
    FaultKind fault = reply.fault().get();
    switch (fault.effect()) {
      case REFUSE -> connections.cut(request);
      case RESET_BEFORE, RESET_AFTER -> connections.reset(request);
      case TIMEOUT_BEFORE, TIMEOUT_AFTER -> hold(request);
      case HALF_BODY -> {
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);
        head(response, whole.length);
        response.getOutputStream().write(whole, 0, whole.length / 2);
        response.flushBuffer();
        connections.cut(request);
      }
      case GARBAGE -> write(response, "\u0001\u0002<html>Bad gateway?</html>\u0000]RESPONSE[\n");
      case EMPTY -> write(response, "");
      case HTTP_500 -> {
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().print("<html><body>Internal Server Error</body></html>");
      }
      case CODE, CODE_AFTER -> write(response, text);
      case DELAY -> delay(request, fault.delay(), () -> writeLate(response, text));
    }
  }

  // No thread is held while a connection waits. The server checks for timeouts once a second, which
  // is exact enough to hold a connection but not to delay an answer.
  private void hold(HttpServletRequest request) {
    AsyncContext context = request.startAsync();
    context.setTimeout(holdTimeout.toMillis());
    held.add(context);
    context.addListener(
        new AtTimeout(
            () -> {
              held.remove(context);
              connections.cut(request);
            }));
  }

  @Override
  public void start() {
    running = true;
  }

  /** Releases held answers, before the server waits for them to end. */
  @Override
  public void stop() {
    running = false;
    held.forEach(AsyncContext::complete);
    held.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private static void delay(HttpServletRequest request, Duration delay, Runnable then) {
    AsyncContext context = request.startAsync();
    context.setTimeout(0);
    Executor timer = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
    timer.execute(
        () -> {
          then.run();
          context.complete();
        });
  }

  private static void writeLate(HttpServletResponse response, String text) {
    try {
      write(response, text);
      response.flushBuffer();
    } catch (IOException e) {
      log.debug("The caller did not wait for the delayed answer.");
    }
  }

  private static void write(HttpServletResponse response, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    head(response, bytes.length);
    response.getOutputStream().write(bytes);
  }

  private static void head(HttpServletResponse response, int length) {
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType("text/plain;charset=UTF-8");
    response.setContentLength(length);
  }

  /** Runs work at the end of the wait, on a thread of the server, and ends the request. */
  private record AtTimeout(Runnable then) implements AsyncListener {

    @Override
    public void onTimeout(AsyncEvent event) {
      then.run();
      event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
