package io.domainflow.process.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.cnr.CnrCodes;
import io.domainflow.ispapi.IspapiCodes;
import io.domainflow.model.DomainName;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.progress.Transfer.Kind;
import io.domainflow.order.progress.Transfer.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registrar's words and the time of the end show why a name was not transferred. */
class TransferFailuresTest {

  private static final DomainName NAME = DomainName.of("example.com");

  private final TransferFailures failures = new TransferFailures(new IspapiCodes());

  @Test
  void saysThatAWrongAuthCodeEndsATransferBetweenAccounts() {
    Failure failure =
        new TransferFailures(new CnrCodes())
            .of(NAME, Kind.USERTRANSFER, Phase.AT_REGISTRY, "serverCancelled");

    assertThat(failure.reason()).isEqualTo(Reason.TRANSFER_FAILED);
    assertThat(failure.message()).contains("auth code was wrong");
  }

  /** Words of the registrar's logs, as far as they are known. */
  @ParameterizedTest
  @CsvSource({
    "Transfer request EXPIRED,              CONFIRMATION_MAIL, NOT_CONFIRMED_IN_TIME",
    "timeout while waiting for registrant,  CONFIRMATION_MAIL, NOT_CONFIRMED_IN_TIME",
    "not confirmed by the losing registrar, AT_REGISTRY,       NOT_CONFIRMED_IN_TIME",
    "rejected by the losing registrar,      AT_REGISTRY,       REFUSED_BY_LOSING_REGISTRAR",
    "rejected by the losing registrar,      CONFIRMATION_MAIL, REFUSED_BY_LOSING_REGISTRAR",
    "clientRejected,                        AT_REGISTRY,       REFUSED_BY_LOSING_REGISTRAR",
    "NACK by current registrar of the owner, AT_REGISTRY,      REFUSED_BY_LOSING_REGISTRAR",
    "declined,                              CONFIRMATION_MAIL, REFUSED_BY_REGISTRANT",
    "refused by the domain owner,           AT_REGISTRY,       REFUSED_BY_REGISTRANT",
    "denied,                                CONFIRMATION_MAIL, REFUSED_BY_REGISTRANT",
    "denied,                                AT_REGISTRY,       REFUSED_BY_LOSING_REGISTRAR",
    "rejected: wrong auth code,             AT_REGISTRY,       TRANSFER_FAILED",
    "registry lock,                         AT_REGISTRY,       TRANSFER_FAILED",
    "something that nobody has heard of,    CONFIRMATION_MAIL, TRANSFER_FAILED",
    ",                                      AT_REGISTRY,       TRANSFER_FAILED"
  })
  void readsTheTextFirstAndThenThePhase(String words, Phase phase, Reason reason) {
    assertThat(failures.of(NAME, Kind.REQUEST, phase, words).reason()).isEqualTo(reason);
  }

  @Test
  void repeatsTheRegistrarsText() {
    assertThat(
            failures.of(NAME, Kind.REQUEST, Phase.AT_REGISTRY, "rejected by the losing registrar"))
        .isEqualTo(
            new Failure(
                Reason.REFUSED_BY_LOSING_REGISTRAR,
                "The transfer of example.com did not succeed: the losing registrar refused it. The"
                    + " registrar's words: «rejected by the losing registrar»."
                    + " The fee goes back to the account. Settle it with the registrant, then order"
                    + " again.",
                null));
  }

  @ParameterizedTest
  @CsvSource({",", "' '"})
  void saysThatNoReasonIsStated(String words) {
    assertThat(failures.of(NAME, Kind.REQUEST, Phase.AT_REGISTRY, words).message())
        .contains("it ended at the registrar. The registrar states no reason.");
  }

  @ParameterizedTest
  @CsvSource({"rejected by the registry, true", "rejected, false", ", false"})
  void knowsWhetherTheRegistryIsNamed(String words, boolean named) {
    assertThat(failures.namesTheRegistry(words)).isEqualTo(named);
  }

  @Test
  void saysThatNothingWasBoughtOfANameThatIsNotTransferred() {
    assertThat(failures.nowhere(NAME))
        .isEqualTo(
            new Failure(
                Reason.NOT_REGISTERED,
                "example.com is not registered anywhere, so there is nothing to transfer. Nothing"
                    + " was bought. Check the name, or order its registration.",
                545));
    assertThat(TransferFailures.notHis(NAME).message())
        .contains("Nothing was bought", "ask the operators to give it to you");
  }
}
