package io.domainflow.holder;

import io.domainflow.holder.HolderQuestion.Asked;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the question of a link, and accepts one answer to it. */
@Component
class HolderAnswers {

  private final HolderLinks links;
  private final Map<HolderLinkKind, HolderQuestion> questions;
  private final Clock clock;

  HolderAnswers(HolderLinks links, ObjectProvider<HolderQuestion> questions, Clock clock) {
    this.links = links;
    this.questions =
        questions.stream().collect(Collectors.toMap(HolderQuestion::matter, Function.identity()));
    this.clock = clock;
  }

  /** Why a link is closed: unknown, used, or expired. */
  enum Closed {
    UNKNOWN,
    USED,
    OVER
  }

  /**
   * What is shown.
   *
   * @param page empty if the link is only reported as closed
   * @param closed empty if the link accepts an answer
   */
  record Result(Optional<Asked> page, Optional<Closed> closed) {

    private static Result of(Asked page) {
      return new Result(Optional.of(page), Optional.empty());
    }

    private static Result of(Closed closed) {
      return new Result(Optional.empty(), Optional.of(closed));
    }
  }

  Result ask(String secret) {
    Optional<HolderLink> link = links.find(secret);
    return closed(link)
        .map(closed -> closed == Closed.OVER ? over(link.orElseThrow()) : Result.of(closed))
        .orElseGet(() -> Result.of(question(link.orElseThrow()).ask(link.orElseThrow())));
  }

  private Result over(HolderLink link) {
    return new Result(question(link).over(link), Optional.of(Closed.OVER));
  }

  /** Executes an answer; one that is not offered shows the question again and changes nothing. */
  @Transactional
  public Result answer(String secret, String choice) {
    Result asked = ask(secret);
    if (asked.page().isEmpty() || !offers(asked.page().get(), choice)) {
      return asked;
    }
    HolderLink link = links.find(secret).orElseThrow();
    // The second of two simultaneous answers waits here for the first.
    if (!links.use(secret, choice)) {
      return Result.of(Closed.USED);
    }
    return Result.of(question(link).answer(link, choice));
  }

  private static boolean offers(Asked page, String choice) {
    return page.choices().stream().anyMatch(offered -> offered.value().equals(choice));
  }

  private Optional<Closed> closed(Optional<HolderLink> link) {
    if (link.isEmpty() || !questions.containsKey(link.get().matter())) {
      return Optional.of(Closed.UNKNOWN);
    }
    if (link.get().usedAt() != null) {
      return Optional.of(Closed.USED);
    }
    return clock.instant().isBefore(link.get().validUntil())
        ? Optional.empty()
        : Optional.of(Closed.OVER);
  }

  private HolderQuestion question(HolderLink link) {
    return Objects.requireNonNull(questions.get(link.matter()), "one question for each matter");
  }
}
