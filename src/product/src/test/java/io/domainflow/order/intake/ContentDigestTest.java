package io.domainflow.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ContentDigestTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ContentDigest DIGEST = new ContentDigest(ContentDigestTest::keyed);

  private static byte[] keyed(byte[] text) {
    byte[] keyed = text.clone();
    for (int i = 0; i < keyed.length; i++) {
      keyed[i] ^= 42;
    }
    return keyed;
  }

  @Test
  void isTheSameForTheSameMembersInAnyOrder() throws Exception {
    assertThat(of("{'reference': 'A', 'additionalFields': {'X-A': '1', 'X-B': '2', 'X-C': null}}"))
        .isEqualTo(of("{'additionalFields': {'X-B': '2', 'X-A': '1'}, 'reference': 'A'}"))
        .isNotEqualTo(of("{'additionalFields': {'X-B': '1', 'X-A': '2'}, 'reference': 'A'}"));
    assertThat(of("{'reference': 'A', 'additionalFields': {'X-A': null}}"))
        .isEqualTo(of("{'reference': 'A', 'additionalFields': {}}"));
  }

  /** The number of a passport has few digits: anyone who has the database could try them all. */
  @Test
  void additionalFieldsCannotBeGuessedFromAHash() throws Exception {
    String plain = "{\"additionalFields\"={\"X-A\"=\"1\"}, \"reference\"=\"A\"}";
    String guessed =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(plain.getBytes(StandardCharsets.UTF_8)));

    assertThat(of("{'reference': 'A', 'additionalFields': {'X-A': '1'}}")).isNotEqualTo(guessed);
  }

  @Test
  void recognisesTheSameOrderAndNoneWithAnotherSecret() throws Exception {
    String order = "{'reference': 'A', 'authCode': '%s', 'additionalFields': {'X-A': '1'}}";
    String stored = of(order.formatted("secret1"));

    assertThat(DIGEST.matches(stored, json(order.formatted("secret1")))).isTrue();
    assertThat(DIGEST.matches(stored, json(order.formatted("secret2")))).isFalse();
  }

  private static String of(String order) throws Exception {
    return DIGEST.of(json(order));
  }

  private static ObjectNode json(String order) throws Exception {
    return (ObjectNode) JSON.readTree(order.replace('\'', '"'));
  }
}
