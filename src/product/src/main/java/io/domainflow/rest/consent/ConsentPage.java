package io.domainflow.rest.consent;

import io.domainflow.rest.AnswerWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Consents as a page to print, for a person who asks for the proof of a change. */
@Component
class ConsentPage extends AnswerWriter<ConsentExport> {

  private static final String STYLE =
      """
      body { margin: 1.5rem; font: 14px/1.5 "Open Sans", system-ui, sans-serif; color: #333; }
      h1 { font-size: 18px; }
      table { width: 100%; border-collapse: collapse; font-size: 12px; }
      th { text-align: left; color: #555; }
      th, td { padding: .3rem .5rem .3rem 0; border-bottom: 1px solid #ddd; vertical-align: top;
        overflow-wrap: break-word; }
      td:last-child { min-width: 12em; word-break: break-all; }
      dt { font-weight: 600; float: left; clear: left; margin-right: .5rem; }
      dd { margin: 0; }
      @media print {
        @page { size: A4 landscape; margin: 12mm; }
        body { margin: 0; color: #000; font-size: 11px; }
        table { font-size: 8px; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
      }
      """;

  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + sha256(STYLE)
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>%1$s</title><style>%2$s</style></head>
      <body>
      <h1>%1$s</h1>
      <p>As of %3$s (UTC).%4$s</p>
      <table>
      <thead><tr>%5$s</tr></thead>
      <tbody>
      %6$s</tbody>
      </table>
      <h2>What the columns say</h2>
      <dl>
      %7$s</dl>
      </body>
      </html>
      """;

  ConsentPage() {
    super(ConsentExport.class, MediaType.TEXT_HTML);
  }

  @Override
  protected void head(ConsentExport export, HttpHeaders headers) {
    headers.set("Content-Security-Policy", POLICY);
  }

  @Override
  protected String text(ConsentExport export) {
    String name = export.domain().ascii();
    String known =
        export.domain().isIdn() ? "%s (%s)".formatted(export.domain().unicode(), name) : name;
    return PAGE.formatted(
        escaped("Consents to changes of registrant: " + known),
        STYLE,
        escaped(export.at().toString()),
        export.consents().isEmpty() ? " There are no consents that this login may see." : "",
        each(column -> "<th scope=\"col\">" + escaped(column.title()) + "</th>"),
        export.consents().stream().map(ConsentPage::row).collect(Collectors.joining()),
        each(
            column ->
                "<dt>%s</dt><dd>%s</dd>\n"
                    .formatted(escaped(column.title()), escaped(column.meaning()))));
  }

  private static String row(ConsentView consent) {
    return "<tr>" + each(column -> "<td>" + escaped(column.of(consent)) + "</td>") + "</tr>\n";
  }

  private static String each(Function<ConsentColumn, String> html) {
    return ConsentColumn.ALL.stream().map(html).collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
