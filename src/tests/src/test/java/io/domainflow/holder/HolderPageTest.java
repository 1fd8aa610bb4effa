package io.domainflow.holder;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.holder.HolderQuestion.Asked;
import io.domainflow.holder.HolderQuestion.Choice;
import io.domainflow.model.DomainName;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A link in a mail to a holder accepts one answer and nothing else. */
@DomainflowTest
class HolderPageTest {

  private static final DomainName DOMAIN = DomainName.of("example.com");

  private final List<String> answered = new ArrayList<>();
  private final Registrations registrations;
  private final HolderLinks links;
  private final HolderPage page;
  private final JdbcClient jdbc;
  private final Clock clock;

  @Autowired
  HolderPageTest(@LocalServerPort int port, JdbcClient jdbc, Clock clock) {
    this.registrations = new Registrations(port);
    this.jdbc = jdbc;
    this.clock = clock;
    this.links =
        new HolderLinks(jdbc, new PublicAddress(URI.create("https://domains.example.com")), clock);
    StaticListableBeanFactory questions = new StaticListableBeanFactory();
    questions.addBean("question", new Question());
    this.page =
        new HolderPage(
            new HolderAnswers(links, questions.getBeanProvider(HolderQuestion.class), clock));
  }

  private final class Question implements HolderQuestion {

    @Override
    public HolderLinkKind matter() {
      return HolderLinkKind.OUTGOING_TRANSFER;
    }

    @Override
    public Asked ask(HolderLink link) {
      return new Asked(
          "Let " + link.domain().unicode() + " go?",
          List.of("<b>Tinker & Co</b> wants it."),
          List.of(new Choice("DENY", "No"), new Choice("APPROVE", "Yes")));
    }

    @Override
    public Asked answer(HolderLink link, String choice) {
      answered.add(link.subject() + " " + choice);
      return new Asked("Thank you", List.of(), List.of());
    }
  }

  private String link() {
    URI link =
        links.create(
            HolderLinkKind.OUTGOING_TRANSFER,
            "sandbox",
            DOMAIN,
            "s-1",
            clock.instant().plus(Duration.ofDays(4)));
    assertThat(link.toString()).startsWith("https://domains.example.com/holder/");
    return link.getPath().substring(HolderLinks.PATH.length());
  }

  private static void isSaid(ResponseEntity<String> answer, int status, String text) {
    assertThat(answer.getStatusCode().value()).isEqualTo(status);
    assertThat(answer.getBody()).contains(text);
    assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
    assertThat(answer.getHeaders().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
  }

  @Test
  void takesOneAnswerAndNoneByLooking() {
    String secret = link();

    isSaid(page.ask(secret), 200, "Let example.com go?");
    isSaid(page.ask(secret), 200, "&lt;b&gt;Tinker &amp; Co&lt;/b&gt; wants it.");
    assertThat(answered).isEmpty();
    isSaid(page.answer(secret, "DENY"), 200, "Thank you");
    isSaid(page.answer(secret, "APPROVE"), 410, "This link was already used");
    isSaid(page.ask(secret), 410, "This link was already used");
    assertThat(answered).containsExactly("s-1 DENY");
  }

  @Test
  void whatIsNotOfferedUsesNothingUp() {
    String secret = link();

    isSaid(page.answer(secret, "SELL"), 200, "Let example.com go?");
    isSaid(page.answer(secret, ""), 200, "Let example.com go?");
    isSaid(page.answer(secret, "APPROVE"), 200, "Thank you");
    assertThat(answered).containsExactly("s-1 APPROVE");
  }

  @Test
  void endsWithItsTime() {
    String secret = link();

    registrations.advance("P4D");

    isSaid(page.ask(secret), 410, "This link is no longer valid");
    isSaid(page.answer(secret, "DENY"), 410, "This link is no longer valid");
    assertThat(answered).isEmpty();
  }

  @Test
  void endsWhenItIsTakenBack() {
    String secret = link();

    links.withdraw(HolderLinkKind.OUTGOING_TRANSFER, "s-1");

    isSaid(page.answer(secret, "DENY"), 410, "This link is no longer valid");
  }

  @Test
  void anUnknownOneSaysNothing() {
    isSaid(page.ask("AAAA"), 404, "This link is not valid");
    isSaid(page.answer("AAAA", "APPROVE"), 404, "This link is not valid");
  }

  @Test
  void itsSecretIsNotStored() {
    String secret = link();

    assertThat(jdbc.sql("select * from holder_link").query().listOfRows().toString())
        .doesNotContain(secret);
  }
}
