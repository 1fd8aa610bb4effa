package io.domainflow.process.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.tld.FormBrowser;
import io.domainflow.tld.FormBrowser.Shown;
import io.domainflow.tld.FormBrowser.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms show text typed by others exactly as typed, in every place. */
class PlainTextTest {

  private static final List<String> TYPED =
      List.of(
          "https://evil.example/a?b=c&d",
          "see HTTP://evil.example, or ftp://evil.example",
          "www.evil.example",
          "WWW.evil.example and www.www.example",
          "john_doe@example.com",
          "mailto:a.b+c@example.com",
          "[click](https://evil.example) ![x](y) <https://evil.example>",
          "<b>bold</b> <a href='https://evil.example'>x</a> &lt; &amp;",
          "**a** _b_ ~~c~~ `d` __e__",
          "# title",
          "- item",
          "+ item",
          "1. first",
          "2) second",
          "3.",
          "12.00 EUR",
          "2026-11-26",
          "---",
          "===",
          "> quote",
          "| a | b\\| c \\",
          "{{secret}}",
          "12.00 EUR, 2026-11-26 (a-b): «c»");

  private static final List<String> PLACES =
      List.of(
          "{{typed}}",
          "Before\n{{typed}}",
          "**Before**\n\n{{typed}}\n\nAfter",
          "> {{typed}}",
          "«{{typed}}»",
          "| Head | {{typed}} |\n|---|---|\n| Row | {{typed}} |");

  @Test
  void isReadAsItWasTyped(@TempDir Path work) throws IOException, InterruptedException {
    List<Text> harmless = texts("word");
    List<Text> typed = TYPED.stream().flatMap(value -> texts(value).stream()).toList();

    List<Shown> shown =
        FormBrowser.shown(Stream.concat(harmless.stream(), typed.stream()).toList(), work);

    for (int i = 0; i < typed.size(); i++) {
      Shown usual = shown.get(i % PLACES.size());
      Shown seen = shown.get(PLACES.size() + i);
      String value = TYPED.get(i / PLACES.size());
      assertThat(seen.words()).isEqualTo(usual.words().replace("word", value));
      assertThat(seen.elements()).as(value).isEqualTo(usual.elements());
    }
  }

  @Test
  void isOneLine() {
    assertThat(PlainText.of(" a\r\n\tb\u0000 ")).isEqualTo("a b");
  }

  private static List<Text> texts(String value) {
    return PLACES.stream()
        .map(place -> new Text(place, Map.of("typed", PlainText.of(value), "secret", "seen")))
        .toList();
  }
}
