package io.domainflow.process.order;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.order.AcceptedInput;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.content.Operation;
import io.domainflow.order.limits.GivingWay;
import io.domainflow.order.limits.GivingWay.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a waiting order gives way to, and which waits end, is in the code as in the guide. */
class WaitTablesTest {

  private static final Pattern WORD = Pattern.compile("`([A-Z_]+)`");

  @Test
  void theGuideSaysWhatGivesWayToWhat() throws IOException {
    List<Row> documented =
        rows("| open order | waits for | gives way to |").stream()
            .map(
                cells ->
                    new Row(
                        Operation.valueOf(words(cells[1]).get(0)),
                        Code.valueOf(words(cells[2]).get(0)),
                        words(cells[3]).stream().map(Operation::valueOf).collect(toSet())))
            .toList();

    assertThat(GivingWay.ROWS).containsExactlyElementsOf(documented);
  }

  /** A new code that takes input has to be put into one of the two columns. */
  @Test
  void theGuideSaysWhichWaitsEnd() throws IOException {
    String[] cells = rows("| waits that end so | waits that do not |").get(0);
    Set<Code> ending = codes(cells[1]);

    assertThat(UnansweredOrders.UNTIL_GIVEN.keySet()).isEqualTo(ending);
    Set<Code> taking =
        Arrays.stream(Code.values())
            .filter(
                code ->
                    Arrays.stream(Operation.values())
                        .anyMatch(each -> !AcceptedInput.accepts(each, code).isEmpty()))
            .collect(toSet());
    Set<Code> mentioned = EnumSet.copyOf(ending);
    mentioned.addAll(codes(cells[2]));
    assertThat(mentioned).isEqualTo(taking);
  }

  private static Set<Code> codes(String cell) {
    return words(cell).stream().map(Code::valueOf).collect(toSet());
  }

  private static List<String> words(String cell) {
    return WORD.matcher(cell)
        .results()
        .map(MatchResult::group)
        .map(w -> w.replace("`", ""))
        .toList();
  }

  private static List<String[]> rows(String head) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("docs/order-api.md"));
    int first = lines.indexOf(head);
    assertThat(first).as(head).isNotNegative();
    return lines.stream()
        .skip(first + 2L)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split("\\|"))
        .toList();
  }
}
