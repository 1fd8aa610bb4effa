package io.domainflow.sandbox.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.domainflow.model.MovableClock;
import io.domainflow.model.ScheduledWork;
import io.domainflow.model.StoredChanges;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

class ClockControlTest {

  private static SandboxServer sandbox;
  private static Hourly hourly;
  private static Sudden sudden;
  private static Consequence consequence;

  /** Work that is due each full hour after its start and records the hours that it saw. */
  static final class Hourly implements ScheduledWork {

    private final List<Long> hours = new ArrayList<>();
    private final Instant start;
    private boolean stuck;
    private int looks;

    Hourly(Instant start) {
      this.start = start;
    }

    @Override
    public Optional<Instant> nextDueAfter(Instant now) {
      return Optional.of(start.plus(Duration.ofHours(hour(now) + 1)));
    }

    @Override
    public List<String> unfinishedAt(Instant now) {
      looks++;
      if (stuck) {
        return List.of("poll of account sandbox");
      }
      if (hours.isEmpty() || hours.get(hours.size() - 1) < hour(now)) {
        hours.add(hour(now));
        return List.of("hourly work");
      }
      return List.of();
    }

    private long hour(Instant now) {
      return Duration.between(start, now).toHours();
    }
  }

  /** Work that falls due between the question for unfinished work and the one for the next. */
  static final class Sudden implements ScheduledWork {

    private final MovableClock clock;
    private boolean planned;
    private Instant due;
    private boolean known;
    private Instant done;

    Sudden(MovableClock clock) {
      this.clock = clock;
    }

    @Override
    public Optional<Instant> nextDueAfter(Instant now) {
      known = due != null;
      return Optional.ofNullable(due).filter(instant -> done == null && instant.isAfter(now));
    }

    @Override
    public List<String> unfinishedAt(Instant now) {
      if (!planned || done != null) {
        return List.of();
      }
      if (known) {
        done = now;
        return List.of("sudden work");
      }
      due = now.plusNanos(1);
      while (clock.instant().isBefore(due)) {
        Thread.onSpinWait();
      }
      return List.of();
    }
  }

  /** Work that is created by other work, which is completed while it is asked after this one. */
  static final class Consequence implements ScheduledWork {

    private final MovableClock clock;
    private boolean planned;
    private Instant created;
    private Instant done;

    Consequence(MovableClock clock) {
      this.clock = clock;
    }

    @Override
    public Optional<Instant> nextDueAfter(Instant now) {
      return Optional.empty();
    }

    @Override
    public List<String> unfinishedAt(Instant now) {
      if (created == null || done != null) {
        return List.of();
      }
      done = now;
      return List.of("work that was created");
    }

    /** Asked later. */
    final class Cause implements ScheduledWork, StoredChanges {

      @Override
      public Optional<Instant> nextDueAfter(Instant now) {
        return Optional.empty();
      }

      @Override
      public List<String> unfinishedAt(Instant now) {
        if (planned && created == null) {
          created = clock.instant();
        }
        return List.of();
      }

      @Override
      public Optional<String> last() {
        return Optional.of(String.valueOf(created));
      }
    }
  }

  /** Adds the work to the sandbox. */
  static class WithWork {

    @Bean
    Hourly hourly(MovableClock clock) {
      hourly = new Hourly(clock.instant());
      return hourly;
    }

    @Bean
    @Order(1)
    Consequence consequence(MovableClock clock) {
      consequence = new Consequence(clock);
      return consequence;
    }

    @Bean
    @Order(2)
    Consequence.Cause cause(Consequence consequence) {
      return consequence.new Cause();
    }

    @Bean
    Sudden sudden(MovableClock clock) {
      sudden = new Sudden(clock);
      return sudden;
    }
  }

  @BeforeAll
  static void start() {
    sandbox =
        SandboxServer.start(List.of(WithWork.class), "--domainflow.sandbox.settle-timeout=1s");
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void clear() {
    hourly.stuck = false;
  }

  @Test
  void stopsAtEveryInstantSomethingIsDue() {
    HttpResponse<String> moved =
        sandbox.control("POST", "/sandbox/clock", "{\"advance\":\"P14D\"}");

    assertThat(moved.statusCode()).isEqualTo(200);
    assertThat(hourly.hours).hasSizeGreaterThan(14 * 24);
    assertThat(hourly.hours)
        .isEqualTo(LongStream.rangeClosed(0, hourly.hours.size() - 1).boxed().toList());
  }

  @Test
  void doesNotJumpOverWhatFallsDueWhileItAsks() {
    sudden.planned = true;

    sandbox.control("POST", "/sandbox/clock", "{\"advance\":\"P1D\"}");

    assertThat(Duration.between(sudden.due, sudden.done)).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void findsWorkThatOtherWorkHasCreatedMeanwhile() {
    consequence.planned = true;

    sandbox.control("POST", "/sandbox/clock", "{\"advance\":\"P1D\"}");

    assertThat(Duration.between(consequence.created, consequence.done))
        .isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void asksOnceMoreOnlyAfterAChange() {
    int looks = hourly.looks;
    int hours = hourly.hours.size();

    sandbox.control("POST", "/sandbox/clock", "{\"advance\":\"P10D\"}");

    int stops = hourly.hours.size() - hours;
    assertThat(stops).isGreaterThanOrEqualTo(240);
    assertThat(hourly.looks - looks)
        .as("one finds the work, one finds nothing")
        .isLessThan(stops * 2 + 10);
  }

  @Test
  void letsTheRegistrarActBeforeTheOthersLook() {
    sandbox.control(
        "POST",
        "/sandbox/registry",
        "{\"domain\":\"slow.com\",\"owner\":\"FREE\",\"next\":[{\"command\":\"AddDomain\","
            + "\"after\":\"PT90M\",\"outcome\":\"SUCCESSFUL\"}]}");
    sandbox.call("AddDomain", RawRequest.registration("slow.com"));

    sandbox.control("POST", "/sandbox/clock", "{\"advance\":\"PT3H\"}");

    assertThat(sandbox.call("StatusDomain", "DOMAIN=slow.com").first("STATUS")).isEqualTo("ACTIVE");
  }

  @Test
  void namesWhatHangs() {
    hourly.stuck = true;

    HttpResponse<String> moved =
        sandbox.control("POST", "/sandbox/clock", "{\"advance\":\"PT5H\"}");

    assertThat(moved.statusCode()).isEqualTo(504);
    assertThat(moved.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(moved.body()).contains("poll of account sandbox");
  }

  /** Several people click at the same time, or one person with several windows. */
  @Test
  void movesAsFarAsAllTogetherWant() {
    Instant before = now();

    List<CompletableFuture<Integer>> moves =
        Stream.generate(() -> CompletableFuture.supplyAsync(ClockControlTest::moveByADay))
            .limit(4)
            .toList();

    assertThat(moves).extracting(CompletableFuture::join).containsOnly(200);
    assertThat(Duration.between(before, now())).isGreaterThanOrEqualTo(Duration.ofDays(4));
  }

  private static int moveByADay() {
    return sandbox.control("POST", "/sandbox/clock", "{\"advance\":\"P1D\"}").statusCode();
  }

  private static Instant now() {
    return Instant.parse(JsonPath.read(sandbox.get("/sandbox/clock"), "$.now"));
  }
}
