package io.domainflow.process.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.domainflow.ispapi.IspapiCodes;
import io.domainflow.model.DomainName;
import io.domainflow.order.OrderPart;
import io.domainflow.process.domain.LockTimes.LockTime;
import io.domainflow.registrar.DocumentedReader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.CheckTransfer;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which part of an order a refused request concerns; {@link TransferCheckBlockersTest} covers the
 * rest.
 */
class TransferBlockersTest {

  @ParameterizedTest
  @CsvSource({
    "531, Authorization failed; WRONG AUTH CODE,            AUTH_CODE",
    "541, Invalid attribute value; PERIOD,                  PERIOD",
    "504, Missing required attribute; X-CA-LEGALTYPE,       ADDITIONAL_FIELDS",
    "541, Invalid attribute value; X-CA-LEGALTYPE,          ",
    "504, Missing required attribute; OWNERCONTACT0,        ",
    "552, Object status prohibits operation,                "
  })
  void reportsThePartThatIsNamed(int code, String words, OrderPart part) {
    DocumentedReader registrar = new DocumentedReader().answer("CheckDomainTransfer", code, words);
    Refused refusal =
        catchThrowableOfType(
            Refused.class,
            () -> registrar.ask(new CheckTransfer(DomainName.of("example.ca"), null)));

    assertThat(
            new TransferBlockers(
                    new IspapiCodes(),
                    (account, domain, since, at) -> new LockTime(Duration.ofDays(60), false))
                .parts(refusal))
        .isEqualTo(part == null ? Set.of() : Set.of(part));
  }
}
