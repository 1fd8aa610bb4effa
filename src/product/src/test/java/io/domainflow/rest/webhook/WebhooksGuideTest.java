package io.domainflow.rest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.NeededTool;
import io.domainflow.rest.OpenApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's sample for receivers accepts only genuine events. */
class WebhooksGuideTest {

  private static final Pattern JAVASCRIPT = Pattern.compile("```js\n(.*?)```", Pattern.DOTALL);

  // The signature comes from Node's library here; DeliverySignatureTest shows that ours is the
  // same.
  private static final String TRIAL =
      """
      const key = Buffer.from('0123456789abcdef0123456789abcdef');
      const secret = 'whsec_' + key.toString('base64'), body = '{"name":"ü"}';
      const now = String(Math.floor(Date.now() / 1000)), old = String(now - 400);
      const sign = time => 'v1,' + createHmac('sha256', key).update(`id.${time}.${body}`).digest('base64');
      const message = (time, signature) =>
        ({'webhook-id': 'id', 'webhook-timestamp': time, 'webhook-signature': signature});
      console.log([
        isGenuine(secret, message(now, sign(now)), body),
        isGenuine(secret, message(now, 'v1,aaaa ' + sign(now)), Buffer.from(body)),
        isGenuine(secret, message(now, sign(now)), body + ' '),
        isGenuine(secret, message(old, sign(old)), body),
        isGenuine(secret, message(now, 'v1,' + '='.repeat(44)), body),
        isGenuine(secret, {}, body)].join(' '));
      """;

  @Test
  void javaScriptAcceptsOnlyGenuineMessages(@TempDir Path folder)
      throws IOException, InterruptedException {
    NeededTool.require(hasNode(), "node", "Node 20");
    Matcher sample = JAVASCRIPT.matcher(OpenApi.webhooksGuide());
    assertThat(sample.find()).isTrue();
    Path script = folder.resolve("sample.js");
    Files.writeString(script, sample.group(1) + TRIAL);

    Process node = new ProcessBuilder("node", script.toString()).redirectErrorStream(true).start();
    String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(node.waitFor()).as(output).isZero();
    assertThat(output.strip()).isEqualTo("true true false false false false");
  }

  private static boolean hasNode() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
