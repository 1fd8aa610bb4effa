package io.domainflow.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.analysis.InstanceSearch;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.content.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The plugin has words for every code that there is, and for no other. */
class AnalysisPluginCodesTest {

  private static final Pattern CODE = Pattern.compile("\\b[A-Z][A-Z_]+\\b");

  @Test
  void operationsAreThoseOfOrders() throws IOException {
    assertThat(codes("OPERATIONS")).isEqualTo(names(Operation.values()));
  }

  @Test
  void everyoneAnOrderWaitsForHasALabel() throws IOException {
    assertThat(codes("WHO")).containsExactlyInAnyOrderElementsOf(names(WaitingFor.Who.values()));
  }

  @Test
  void instancesCanBeSearchedForByEveryState() throws IOException {
    assertThat(codes("STATES")).isEqualTo(names(InstanceSearch.State.values()));
  }

  private static List<String> names(Enum<?>[] all) {
    return Arrays.stream(all).map(Enum::name).toList();
  }

  /** The codes of one of the script's constants, as they stand there. */
  private static List<String> codes(String constant) throws IOException {
    String script = script();
    int from = script.indexOf("export const " + constant + " = ");
    assertThat(from).as(constant).isNotNegative();
    return CODE.matcher(
            script.substring(from, script.indexOf(';', from)).replaceFirst(constant, ""))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private static String script() throws IOException {
    try (InputStream file =
        AnalysisPluginCodesTest.class.getResourceAsStream("/plugin-webapp/analysis/app/codes.js")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
