package io.domainflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.sandbox.state.SandboxJson;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Sends control calls to a sandbox, and checks that each is accepted. */
public record Registry(SandboxServer sandbox) {

  /** Sets up a name at another registrar, with further members of the object. */
  public void elsewhere(String domain, String members) {
    name(domain, "\"owner\":\"OTHER_REGISTRAR\"" + (members.isEmpty() ? "" : "," + members));
  }

  public void name(String domain, String members) {
    post("/sandbox/registry", "{\"domain\":\"" + domain + "\"," + members + "}");
  }

  public void happen(String domain, String what) {
    post("/sandbox/happen", "{\"domain\":\"" + domain + "\",\"what\":\"" + what + "\"}");
  }

  public void advance(String by) {
    post("/sandbox/clock", "{\"advance\":\"" + by + "\"}");
  }

  public void profile(String name) {
    post("/sandbox/profile", "{\"name\":\"" + name + "\"}");
  }

  public void post(String path, String json) {
    HttpResponse<String> answer = sandbox.control("POST", path, json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  public JsonNode get(String path) {
    try {
      return SandboxJson.MAPPER.readTree(sandbox.get(path));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The charges for a name, in the order of the ledger. */
  public String charged(String domain) {
    StringBuilder charged = new StringBuilder();
    get("/sandbox/ledger?domain=" + domain)
        .forEach(row -> charged.append(row.get("charged").textValue()).append(' '));
    return charged.toString().trim();
  }

  /** The links of the latest mail to an address: confirm or refuse. */
  public String link(String to, String which) {
    JsonNode mails = get("/sandbox/mailbox?to=" + to);
    String link = mails.get(mails.size() - 1).get("links").get(which).textValue();
    assertThat(link).startsWith(sandbox.uri("/sandbox/mail/").toString());
    return link.substring(sandbox.uri("").toString().length());
  }

  /** The object log of a name, latest first. */
  public List<String> log(String domain) {
    ParsedAnswer log =
        sandbox.call("QueryObjectLogList", "OBJECTCLASS=DOMAIN", "OBJECTID=" + domain);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < log.all("LOGINDEX").size(); i++) {
      lines.add(log.all("OPERATIONTYPE").get(i) + " " + log.all("OPERATIONSTATUS").get(i));
    }
    return lines;
  }
}
