package io.domainflow.ispapi.command;

import static io.domainflow.ispapi.command.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.registrar.command.CheckTransfer;
import io.domainflow.registrar.command.CheckTransfer.AuthCheck;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * CheckDomainTransfer: whether a name can be transferred, with which auth code, and what locks it.
 */
class CheckDomainTransferTest {

  private static final DomainName EXAMPLE = DomainName.of("example.com");
  private static final CheckTransfer CHECK = new CheckTransfer(EXAMPLE, null);

  @Test
  void readsThatANameCannotBeTransferred() {
    Golden.assertEncoded(CHECK, "documented");
    assertThat(Golden.result(CHECK, "documented"))
        .isEqualTo(
            new CheckTransfer.Result(
                false,
                "DOMAIN TRANSFER IS PROHIBITED BY STATUS",
                true,
                AuthCheck.UNKNOWN,
                true,
                7779,
                false,
                IntStream.rangeClosed(1, 10).mapToObj(Period::new).toList(),
                Instant.parse("2017-08-13T12:00:00Z"),
                null,
                null,
                "RESERVED-INTERNET ASSIGNED NUMBERS AUTHORITY",
                List.of(
                    "clientDeleteProhibited",
                    "clientTransferProhibited",
                    "clientUpdateProhibited")));
  }

  @Test
  void readsThatANameCanBeTransferred() {
    Golden.assertEncoded(new CheckTransfer(EXAMPLE, AuthCode.of("Ro1Mt/z1Ge1F")), "auth");
    assertThat(Golden.result(CHECK, "possible"))
        .isEqualTo(
            new CheckTransfer.Result(
                true,
                "Request is available",
                true,
                AuthCheck.VALID,
                false,
                900,
                true,
                List.of(new Period(0), new Period(1)),
                null,
                "PREMIUM_COM_A",
                null,
                null,
                List.of("ok")));
  }

  @ParameterizedTest
  @CsvSource({"218,true", "200,true", "219,false"})
  void onlyACodeSaysThatATransferIsPossible(int code, boolean possible) {
    CheckTransfer.Result result =
        IspapiCodecs.encode(CHECK).result(new RegistrarResponse(code, "words", false, Map.of()));

    assertThat(result)
        .isEqualTo(
            new CheckTransfer.Result(
                possible,
                "words",
                false,
                AuthCheck.UNKNOWN,
                false,
                null,
                false,
                List.of(),
                null,
                null,
                null,
                null,
                List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "1,VALID",
    "YES,VALID",
    "yes,VALID",
    "0,INVALID",
    "NO,INVALID",
    "UNKNOWN,UNKNOWN",
    "'',UNKNOWN",
    "maybe,UNKNOWN"
  })
  void readsTheVerdictOnTheAuthCode(String text, AuthCheck check) {
    assertThat(IspapiCodecs.encode(CHECK).result(answer("AUTHISVALID", text)).auth())
        .isEqualTo(check);
  }

  @ParameterizedTest
  @CsvSource({
    "clientTransferProhibited,true",
    "SERVERTRANSFERPROHIBITED https://icann.org/epp,true",
    "clientUpdateProhibited,false",
    "ok,false"
  })
  void aStatusLocksANameWhereTheLockIsNotStated(String status, boolean locked) {
    assertThat(IspapiCodecs.encode(CHECK).result(answer("STATUS", status)).transferLocked())
        .isEqualTo(locked);
  }

  @Test
  void aStatusLocksANameEvenWhereTheLockIsStatedToBeOff() {
    assertThat(lockOffWith("clientTransferProhibited https://icann.org/epp")).isTrue();
    assertThat(lockOffWith("SERVERTRANSFERPROHIBITED")).isTrue();
    assertThat(lockOffWith("clientDeleteProhibited")).isFalse();
  }

  private static boolean lockOffWith(String status) {
    RegistrarResponse response =
        new RegistrarResponse(
            219, "ok", false, Map.of("TRANSFERLOCK", List.of("0"), "STATUS", List.of(status)));
    return IspapiCodecs.encode(CHECK).result(response).transferLocked();
  }
}
