package io.domainflow.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all stories together, so that the clock moves once for all of them. */
final class Timeline {

  private static final Logger LOG = LoggerFactory.getLogger(Timeline.class);

  private final List<Story> stories = new ArrayList<>();
  private final List<String> stopped = new ArrayList<>();

  /** Begins a story. */
  Story story(String title) {
    Story story = new Story(title);
    stories.add(story);
    return story;
  }

  /**
   * Tells everything, the earliest first.
   *
   * @param passing lets time pass
   */
  void tell(Consumer<Duration> passing) {
    Optional<Duration> time = next();
    Duration now = time.orElse(Duration.ZERO);
    while (time.isPresent()) {
      if (now.compareTo(time.get()) > 0) {
        passing.accept(now.minus(time.get()));
        now = time.get();
      }
      tellAt(time.get());
      time = next();
    }
  }

  /** The stories that could not be told to their end, each with the reason. */
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
    LOG.info(
        "{} days and {} hours before the end: {} stories continue.",
        time.toDays(),
        time.toHoursPart(),
        due.size());
    while (!due.isEmpty()) {
      due.forEach(this::tellNext);
      due = due(time);
    }
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
