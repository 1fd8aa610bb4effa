package io.domainflow.holder;

import io.domainflow.holder.HolderAnswers.Closed;
import io.domainflow.holder.HolderAnswers.Result;
import io.domainflow.holder.HolderQuestion.Asked;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * The page that a link in a mail to a holder opens. It works without scripts, reveals nothing
 * without a link, and only its buttons change anything.
 */
@RestController
class HolderPage {

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";
  private static final String ADVICE =
      "Contact the company from which you bought the domain if you have a question.";

  private final HolderAnswers answers;

  HolderPage(HolderAnswers answers) {
    this.answers = answers;
  }

  @GetMapping(path = HolderLinks.PATH + "{secret}")
  ResponseEntity<String> ask(@PathVariable String secret) {
    return page(answers.ask(secret));
  }

  @PostMapping(path = HolderLinks.PATH + "{secret}")
  ResponseEntity<String> answer(
      @PathVariable String secret, @RequestParam(defaultValue = "") String choice) {
    return page(answers.answer(secret, choice));
  }

  private static ResponseEntity<String> page(Result result) {
    return html(
        result.closed().map(HolderPage::status).orElse(HttpStatus.OK),
        result.page().orElseGet(() -> over(result.closed().orElseThrow())));
  }

  private static HttpStatus status(Closed closed) {
    return closed == Closed.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.GONE;
  }

  private static Asked over(Closed closed) {
    return switch (closed) {
      case UNKNOWN ->
          new Asked(
              "This link is not valid",
              List.of(
                  "Check that you have copied the whole address from the mail. Nothing was changed.",
                  ADVICE),
              List.of());
      case USED ->
          new Asked(
              "This link was already used",
              List.of("It accepts one answer, which was given. Nothing else was changed.", ADVICE),
              List.of());
      case OVER ->
          new Asked(
              "This link is no longer valid",
              List.of("It has expired. Nothing was changed.", ADVICE),
              List.of());
    };
  }

  private static ResponseEntity<String> html(HttpStatus status, Asked page) {
    String paragraphs =
        page.paragraphs().stream()
            .map(text -> "<p>" + escaped(text) + "</p>")
            .collect(Collectors.joining("\n"));
    String secret =
        page.secret().isEmpty() ? "" : "<p><code>" + escaped(page.secret()) + "</code></p>";
    String buttons =
        page.choices().stream()
            .map(
                choice ->
                    "<button name=\"choice\" value=\"%s\">%s</button>"
                        .formatted(escaped(choice.value()), escaped(choice.label())))
            .collect(Collectors.joining("\n"));
    String form = buttons.isEmpty() ? "" : "<form method=\"post\">\n" + buttons + "\n</form>";
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", POLICY)
        // the address is the secret
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex")
        .body(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%1$s</title>
              <link rel="icon" href="data:,">
              <link rel="stylesheet" href="/pages/pages.css">
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            %2$s
            %3$s
            %4$s
            </main>
            </body>
            </html>
            """
                .formatted(escaped(page.title()), paragraphs, secret, form));
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
  }
}
