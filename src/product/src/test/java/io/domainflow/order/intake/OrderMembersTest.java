package io.domainflow.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.json.JsonMembers;
import io.domainflow.order.content.Operation;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each operation takes its own members of an order and refuses the others. */
class OrderMembersTest {

  @ParameterizedTest
  @CsvSource({
    "RESTORE, period, true",
    "RESTORE, acceptPrice, false",
    "RESTORE, renewalMode, false",
    "RENEW, period, false",
    "RENEW, renewalMode, true",
    "DELETE, acceptPrice, true",
    "CANCEL, period, true",
    "CHANGE_REGISTRANT, registrant, false",
    "CHANGE_REGISTRANT, nameservers, true",
    "UPDATE, nameservers, false",
    "UPDATE, registrant, true",
    "REGISTER, registrant, false"
  })
  void anOperationTakesOnlyItsMembers(Operation operation, String member, boolean refused) {
    JsonMembers fields = with(member, true);

    OrderMembers.refuseForeign(fields, operation);

    assertThat(problems(fields).contains(member + " NOT_OFFERED")).isEqualTo(refused);
  }

  @Test
  void aMemberOfAnotherOperationIsRefusedEvenIfItIsNull() {
    JsonMembers fields = with("authCode", false);
    OrderMembers.refuseUnknown(fields, Operation.REGISTER);
    assertThat(problems(fields)).containsExactly("authCode NOT_OFFERED");

    JsonMembers unknown = with("authCode", false);
    OrderMembers.refuseUnknown(unknown, null);
    assertThat(problems(unknown)).isEmpty();
  }

  @Test
  void aRefusalListsNoMoreProblemsThanPeopleCanRead() {
    ObjectNode object = new JsonMapper().createObjectNode();
    IntStream.range(0, 60_000).forEach(i -> object.put("m" + i, i));
    JsonMembers fields = new JsonMembers(object);

    fields.refuseUnknown(Set.of());

    assertThat(new OrderRejected(fields.problems()).getMessage())
        .startsWith("m0 is not a member here; m1 is not a member here; ")
        .endsWith("; m49 is not a member here; and 59950 more")
        .hasSizeLessThan(5_000);
  }

  private static List<String> problems(JsonMembers fields) {
    return fields.problems().listed().stream()
        .map(problem -> problem.field() + " " + problem.code())
        .toList();
  }

  private static JsonMembers with(String member, boolean value) {
    ObjectNode object = new JsonMapper().createObjectNode();
    if (value) {
      object.putObject(member);
    } else {
      object.putNull(member);
    }
    return new JsonMembers(object);
  }
}
