package io.domainflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** When orders of the demo data are placed. */
class ShopHoursTest {

  private static final Instant END = Instant.parse("2026-11-29T01:00:00Z");
  private static final int MANY = 2_000;

  private final ShopHours hours = new ShopHours(END, 1);

  @Test
  void ordersComeOnWorkingDaysMoreThanAtTheWeekend() {
    Map<DayOfWeek, Long> days = counted(OffsetDateTime::getDayOfWeek);

    assertThat(days).hasSize(7);
    assertThat(Collections.min(days.values())).isEqualTo(days.get(DayOfWeek.SUNDAY));
    assertThat(days.get(DayOfWeek.MONDAY)).isGreaterThan(2 * days.get(DayOfWeek.SUNDAY));
    assertThat(days.get(DayOfWeek.FRIDAY)).isGreaterThan(days.get(DayOfWeek.SATURDAY));
  }

  @Test
  void ordersComeByDayMoreThanAtNight() {
    Map<Integer, Long> byHour = counted(OffsetDateTime::getHour);

    assertThat(byHour.getOrDefault(10, 0L)).isGreaterThan(10 * byHour.getOrDefault(3, 0L));
    assertThat(byHour.getOrDefault(15, 0L)).isGreaterThan(byHour.getOrDefault(22, 0L));
  }

  @Test
  void ordersBecomeMore() {
    List<Duration> times = hours.of(MANY);

    assertThat(times).isSortedAccordingTo(Collections.reverseOrder());
    assertThat(times.get(0)).isLessThanOrEqualTo(DemoData.SPAN);
    assertThat(times).allMatch(time -> time.compareTo(Duration.ofHours(5)) > 0);
    long inTheFirstHalf =
        times.stream().filter(time -> time.compareTo(DemoData.SPAN.dividedBy(2)) > 0).count();
    assertThat(inTheFirstHalf).isBetween(MANY * 40 / 100L, MANY * 47 / 100L);
  }

  @Test
  void theClockStopsOnceForAllOrdersOfAnHour() {
    assertThat(new HashSet<>(hours.of(MANY)).size()).isLessThan(84 * 24);
    assertThat(
            hours.of(MANY).stream()
                .distinct()
                .collect(Collectors.groupingBy(time -> hours.instant(time).getEpochSecond() / 3600))
                .values())
        .allMatch(ofAnHour -> ofAnHour.size() == 1);
  }

  @Test
  void aStoryBeginsInTheWeekThatItIsWrittenTo() {
    for (int i = 0; i < 100; i++) {
      assertThat(hours.near(Duration.ofDays(42)))
          .isBetween(Duration.ofDays(42 - 4), Duration.ofDays(42 + 4));
    }
    assertThat(hours.near(Duration.ofDays(80))).isLessThanOrEqualTo(DemoData.SPAN);
  }

  @Test
  void whatHasADeadlineAtTheEndKeepsItsTime() {
    assertThat(hours.near(Duration.ofDays(9))).isEqualTo(Duration.ofDays(9));
    assertThat(hours.near(DemoData.SPAN)).isEqualTo(DemoData.SPAN);
  }

  @Test
  void noneAreMissing() {
    assertThat(hours.of(-5)).isEmpty();
  }

  @Test
  void areTheSameForTheSameSeed() {
    assertThat(new ShopHours(END, 7).of(50)).isEqualTo(new ShopHours(END, 7).of(50));
    assertThat(new ShopHours(END, 7).of(50)).isNotEqualTo(new ShopHours(END, 8).of(50));
  }

  private <K> Map<K, Long> counted(Function<OffsetDateTime, K> by) {
    return hours.of(MANY).stream()
        .map(time -> by.apply(hours.instant(time).atOffset(ZoneOffset.UTC)))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
