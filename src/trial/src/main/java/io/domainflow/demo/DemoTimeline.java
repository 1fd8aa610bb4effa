package io.domainflow.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs all stories together, so that the clock moves once for all of them. */
final class DemoTimeline {

  private static final Logger LOG = LoggerFactory.getLogger(DemoTimeline.class);

  /** The number of days between two lines of the log. */
  private static final int WEEK = 7;

  private final List<Story> stories = new ArrayList<>();
  private final List<String> stopped = new ArrayList<>();

  /** Adds a story. */
  Story story(String title) {
    Story story = new Story(title);
    stories.add(story);
    return story;
  }

  /**
   * Moves the stories added so far.
   *
   * @param begins the start of a story, by its written start
   */
  void move(UnaryOperator<Duration> begins) {
    stories.forEach(story -> story.move(begins));
  }

  /**
   * Runs everything, the earliest first.
   *
   * @param passing lets time pass
   */
  void tell(Consumer<Duration> passing) {
    Optional<Duration> time = next();
    Duration now = time.orElse(Duration.ZERO);
    long printedWeek = -1;
    while (time.isPresent()) {
      if (now.compareTo(time.get()) > 0) {
        passing.accept(now.minus(time.get()));
        now = time.get();
      }
      if (now.toDays() / WEEK != printedWeek) {
        printedWeek = now.toDays() / WEEK;
        LOG.info("{} days before the end: {} stories are to be told.", now.toDays(), untold());
      }
      tellAt(time.get());
      time = next();
    }
  }

  /** The stories that could not be completed, each with the reason. */
  List<String> stopped() {
    return List.copyOf(stopped);
  }

  private Optional<Duration> next() {
    return stories.stream()
        .map(Story::next)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  private void tellAt(Duration time) {
    List<Story> due = due(time);
    while (!due.isEmpty()) {
      due.forEach(this::tellNext);
      due = due(time);
    }
  }

  private long untold() {
    return stories.stream().filter(story -> story.next() != null).count();
  }

  private List<Story> due(Duration time) {
    return stories.stream().filter(story -> time.equals(story.next())).toList();
  }

  private void tellNext(Story story) {
    try {
      story.tellNext();
    } catch (StoryFailed e) {
      story.stop();
      stopped.add(story.title() + ": " + e.getMessage());
      LOG.warn("The story «{}» ends early: {}", story.title(), e.getMessage());
    }
  }
}
