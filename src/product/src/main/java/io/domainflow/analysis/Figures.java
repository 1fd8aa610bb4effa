package io.domainflow.analysis;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tables of figures. None of them asks the registrar. */
@Component
public class Figures {

  private final Map<String, Figure> figures;
  private final Clock clock;

  Figures(List<Figure> figures, Clock clock) {
    this.figures = figures.stream().collect(toMap(figure -> figure.head().name(), identity()));
    this.clock = clock;
  }

  /** The head of the figure with this name, if there is one. */
  public Optional<FigureHead> head(String name) {
    return Optional.ofNullable(figures.get(name)).map(Figure::head);
  }

  /**
   * Reads a figure.
   *
   * @param criteria with a period and only those filters that the figure's head has
   */
  public FigureTable read(FigureHead head, FigureCriteria criteria) {
    Figure figure = Objects.requireNonNull(figures.get(head.name()), "each head is a figure's");
    return FigureTable.of(head, criteria, clock.instant(), figure.read(criteria));
  }
}
