package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.CheckClaims;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckDomainTest {

  @Test
  void readsThatANameIsTaken() {
    CheckClaims command = new CheckClaims(DomainName.of("hexonet.net"), false);

    Golden.assertEncoded(command, "documented");
    assertThat(Golden.result(command, "documented"))
        .isEqualTo(new CheckClaims.Result(false, Optional.empty(), 211, null));
  }

  @Test
  void asksForTrademarkClaimsAndKeepsTheirKey() {
    CheckClaims command = new CheckClaims(DomainName.of("example.com"), true);

    Golden.assertEncoded(command, "claims");
    assertThat(Golden.result(command, "claims"))
        .isEqualTo(
            new CheckClaims.Result(
                true,
                Optional.of("2013041500/2/6/9/rJ1NrDO92vDsAzf7EQzgjX4R0000000001"),
                210,
                null));
  }
}
