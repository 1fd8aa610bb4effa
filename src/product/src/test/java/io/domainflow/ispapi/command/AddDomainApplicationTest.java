package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.Money;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.RegisterDomain;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddDomainApplicationTest {

  private static final RegisterDomain COMMAND =
      application(RegistrationSamples.plain("hexonet-application.com", null));

  @Test
  void sendsClassPriceAndCurrencyAndNoRenewalMode() {
    Golden.assertEncoded(COMMAND, "premium");
  }

  @Test
  void sendsOnlyTheHashOfTheNotice() {
    Golden.assertEncoded(
        application(RegistrationSamples.everything("hexonet-application.com")), "everything");
  }

  @Test
  void costsMoneyAndActsOnTheName() {
    assertThat(COMMAND.costsMoney()).isTrue();
    assertThat(COMMAND.object()).isEqualTo("hexonet-application.com");
  }

  @Test
  void readsTheNumberOfTheApplicationAndThatItIsNotDecided() {
    assertThat(Golden.result(COMMAND, "documented"))
        .isEqualTo(RegisterDomain.Result.applied("10700", List.of("REQUESTED"), true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"REQUESTED", "ACTIVE", "Rejected", "FAILED"})
  void isNotDecidedByTheAnswerAndLeavesTheRenewalModeToBeSet(String status) {
    RegisterDomain.Result result =
        IspapiCodecs.encode(COMMAND)
            .result(new RegistrarResponse(200, "ok", false, Map.of("STATUS", List.of(status))));

    assertThat(result.pending()).isTrue();
    assertThat(result.renewalModeSet()).isFalse();
    assertThat(result.application()).as("not stated").isNull();
  }

  private static RegisterDomain application(DomainRegistration registration) {
    return new RegisterDomain(registration, "PREMIUM_DONUTS_A", Money.of("900.00", "EUR"));
  }
}
