package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ReadClaimsNotice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusTMDBClaimTest {

  private static final ReadClaimsNotice COMMAND =
      new ReadClaimsNotice("2016121201/C/9/F/yfVfSITVpAjOKZu0FnjjLbc-0000000263");

  @Test
  void readsTheNotice() {
    Golden.assertEncoded(COMMAND, "documented");
    ReadClaimsNotice.Result notice = Golden.result(COMMAND, "documented");

    assertThat(notice.noticeId()).isEqualTo("cc230dc70000000000001200057");
    assertThat(notice.createdAt()).isEqualTo(Instant.parse("2016-12-12T12:00:00Z"));
    assertThat(notice.expiresAt()).isEqualTo(Instant.parse("2016-12-14T12:00:00Z"));
    assertThat(notice.acceptHash()).isEqualTo("44bd79ddca75ec1ce480e5531100f110");
    assertThat(notice.text())
        .startsWith("\nTRADEMARK NOTICE\n\nYou have received this Trademark Notice because")
        .contains("OR \"FAIR USE\" BY", "1. Mark: Test & Validate\n")
        .doesNotContain("%");
  }

  @Test
  void aPlusInTheTextStaysAPlus() {
    assertThat(textOf("C%2B%2B + Caf%C3%A9")).isEqualTo("C++ + Café");
  }

  @Test
  void leavesNothingOutOfATextThatIsNotWellEncoded() {
    assertThat(textOf("100% sure%2")).isEqualTo("100% sure%2");
    assertThat(textOf("%zz%")).isEqualTo("%zz%");
    assertThat(textOf("%+1%-1")).isEqualTo("%+1%-1");
    assertThat(textOf("a%FFb")).isEqualTo("a\uFFFDb");
  }

  private static String textOf(String codec) {
    return IspapiCodecs.encode(COMMAND)
        .result(new RegistrarResponse(200, "ok", false, Map.of("NOTICE-TEXT", List.of(codec))))
        .text();
  }
}
