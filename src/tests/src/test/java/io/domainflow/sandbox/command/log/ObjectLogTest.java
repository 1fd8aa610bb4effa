package io.domainflow.sandbox.command.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObjectLogTest {

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    for (String name : new String[] {"one.com", "two.com", "three.com"}) {
      sandbox.callAs(
          "test.user!robot",
          "test.passw0rd",
          "AddDomain",
          RawRequest.registration(name, "PERIOD=1Y"));
    }
  }

  @Test
  void holdsWhoSentWhatAndWhatWasAnswered() {
    ParsedAnswer list =
        sandbox.call("QueryObjectLogList", "OBJECTCLASS=DOMAIN", "OBJECTID=one.com");

    assertThat(list.all("OPERATIONTYPE")).containsExactly("CREATE");
    assertThat(list.all("OPERATIONSTATUS")).containsExactly("SUCCESSFUL");
    assertThat(list.all("LOGROLEID")).containsExactly("robot");
    assertThat(
            sandbox
                .call("StatusObjectLog", "LOGINDEX=" + list.first("LOGINDEX"))
                .all("OPERATIONINFO"))
        .contains("[HEADER]", "user=test.user", "[COMMAND]", "DOMAIN=one.com", "PERIOD=1Y")
        .contains("[RESPONSE]", "PROPERTY[STATUS][0]=ACTIVE", "CODE=200");
  }

  @Test
  void isListedInPartsAndInOrder() {
    ParsedAnswer page =
        sandbox.call("QueryObjectLogList", "FIRST=1", "LIMIT=1", "ORDERBY=OBJECTID");

    assertThat(page.all("OBJECTID")).containsExactly("three.com");
    assertThat(page.first("FIRST")).isEqualTo("1");
    assertThat(page.first("LAST")).isEqualTo("1");
    assertThat(page.first("COUNT")).isEqualTo("1");
    assertThat(page.first("TOTAL")).isEqualTo("3");
    assertThat(sandbox.call("QueryObjectLogList").all("OBJECTID"))
        .as("latest first")
        .containsExactly("three.com", "two.com", "one.com");
  }

  @Test
  void isFilteredByTime() {
    assertThat(sandbox.call("QueryObjectLogList", "MINDATE=2999-01-01").first("COUNT"))
        .isEqualTo("0");
    assertThat(sandbox.call("QueryObjectLogList", "MAXDATE=2020-01-01 00:00:00").first("COUNT"))
        .isEqualTo("0");
    assertThat(sandbox.call("QueryObjectLogList", "OPERATIONSTATUS=FAILED").first("COUNT"))
        .isEqualTo("0");
  }

  @Test
  void belongsToTheAccount() {
    String index = sandbox.call("QueryObjectLogList").first("LOGINDEX");

    assertThat(sandbox.callAs("test.user2", "test.passw0rd2", "QueryObjectLogList").first("TOTAL"))
        .isEqualTo("0");
    assertThat(
            sandbox
                .callAs("test.user2", "test.passw0rd2", "StatusObjectLog", "LOGINDEX=" + index)
                .code())
        .isEqualTo(531);
    assertThat(sandbox.call("StatusObjectLog", "LOGINDEX=1").code()).isEqualTo(545);
  }
}
