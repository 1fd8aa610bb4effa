package io.domainflow.rest.analysis;

import io.domainflow.analysis.FigureHead;
import io.domainflow.analysis.FigureTable;
import io.domainflow.analysis.Figures;
import io.domainflow.rest.SpreadsheetWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows staff the state of orders, steps and accounts, and the results of orders, in numbers. */
@RestController
class FigureController {

  private final Figures figures;
  private final Clock clock;

  FigureController(Figures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  @GetMapping(
      path = "/api/v1/figures/{figure}",
      produces = {MediaType.APPLICATION_JSON_VALUE, SpreadsheetWriter.TYPE})
  ResponseEntity<FigureTable> get(
      @PathVariable("figure") String name, @RequestParam Map<String, String> parameters) {
    FigureHead head = figures.head(name).orElseThrow(FigureNotFound::new);
    FigureQuery query = FigureQuery.of(head, parameters, LocalDate.now(clock));
    FigureTable table = figures.read(head, query.criteria());
    return query.csv()
        ? ResponseEntity.ok().contentType(SpreadsheetWriter.MEDIA_TYPE).body(table)
        : ResponseEntity.ok(table);
  }
}
