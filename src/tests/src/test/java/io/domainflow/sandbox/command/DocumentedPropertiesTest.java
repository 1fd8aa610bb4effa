package io.domainflow.sandbox.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds the answers against the property tables of the documentation. */
class DocumentedPropertiesTest {

  @Test
  void everyAnswerHasThePropertiesTheDocumentationPromises() throws IOException {
    SandboxServer sandbox = SandboxServer.fresh();
    sandbox.control(
        "POST",
        "/sandbox/registry",
        "{\"domain\":\"slow.com\",\"owner\":\"FREE\",\"next\":[{\"command\":\"AddDomain\","
            + "\"after\":\"PT1H\",\"outcome\":\"SUCCESSFUL\"}]}");
    Map<String, ParsedAnswer> answers = new LinkedHashMap<>();
    answers.put(
        "CheckDomainRegistration",
        sandbox.call("CheckDomainRegistration", RawRequest.registration("slow.com")));
    answers.put("AddDomain", sandbox.call("AddDomain", RawRequest.registration("slow.com")));
    sandbox.control("POST", "/sandbox/clock", "{\"advance\":\"PT2H\"}");
    answers.put("CheckDomains", sandbox.call("CheckDomains", "DOMAIN0=slow.com"));
    answers.put("StatusDomain", sandbox.call("StatusDomain", "DOMAIN=slow.com"));
    answers.put(
        "AddContact",
        sandbox.call(
            "AddContact",
            "FIRSTNAME=A",
            "LASTNAME=B",
            "STREET=C 1",
            "ZIP=1",
            "CITY=D",
            "COUNTRY=DE",
            "PHONE=+49.301234",
            "EMAIL=a@example.org"));
    answers.put("StatusContact", sandbox.call("StatusContact", "CONTACT=P-TUE1378025"));
    answers.put("StatusAccount", sandbox.call("StatusAccount"));
    answers.put("QueryAccountingList", sandbox.call("QueryAccountingList"));
    answers.put("QueryObjectLogList", sandbox.call("QueryObjectLogList"));
    answers.put(
        "StatusObjectLog",
        sandbox.call(
            "StatusObjectLog", "LOGINDEX=" + answers.get("QueryObjectLogList").first("LOGINDEX")));
    answers.put("QueryEventList", sandbox.call("QueryEventList"));
    answers.put(
        "StatusEvent",
        sandbox.call("StatusEvent", "EVENT=" + answers.get("QueryEventList").first("EVENT")));

    answers.put(
        "SetDomainRenewalMode",
        sandbox.call("SetDomainRenewalMode", "DOMAIN=slow.com", "RENEWALMODE=AUTODELETE"));
    answers.put("StatusUser", sandbox.call("StatusUser"));
    answers.put("GetUserIndex", sandbox.call("GetUserIndex"));
    sandbox.control(
        "POST",
        "/sandbox/registry",
        "{\"domain\":\"dear.com\",\"owner\":\"FREE\",\"class\":\"PREMIUM_A\",\"claims\":true}");
    answers.put(
        "StatusTMDBClaim",
        sandbox.call(
            "StatusTMDBClaim",
            "CLAIMKEY="
                + sandbox
                    .call("CheckDomain", "DOMAIN=dear.com", "PHASE=claims")
                    .first("CLAIMKEY")));
    answers.put(
        "AddDomainApplication",
        sandbox.call(
            "AddDomainApplication",
            RawRequest.registration(
                "dear.com",
                "CLASS=PREMIUM_A",
                "PERIOD=1Y",
                "NAMESERVER0=ns1.example.net",
                "NOTICE-POA-ACCEPT-HASH="
                    + answers.get("StatusTMDBClaim").first("NOTICE-POA-ACCEPT-HASH"))));
    answers.put(
        "StatusDomainApplication",
        sandbox.call(
            "StatusDomainApplication",
            "APPLICATION=" + answers.get("AddDomainApplication").first("APPLICATION")));
    answers.put("QueryDomainApplicationList", sandbox.call("QueryDomainApplicationList", "WIDE=1"));

    answers.put("StartSession", sandbox.call("StartSession"));
    answers.put("ConvertIDN", sandbox.call("ConvertIDN", "DOMAIN0=äöütest.com"));
    sandbox.call(
        "CreateRoleUser",
        "ROLEID=myrole",
        "PASSWORD=topsecret",
        "ACL0=StatusUser():ALLOW",
        "DESCRIPTION0=Test User");
    answers.put("StatusRoleUser", sandbox.call("StatusRoleUser", "ROLEID=myrole"));
    answers.put("QueryRoleUserList", sandbox.call("QueryRoleUserList"));
    answers.put("QueryUserList", sandbox.call("QueryUserList"));
    answers.put("QueryContactList", sandbox.call("QueryContactList", "WIDE=1"));
    sandbox.call(
        "AddDomain",
        RawRequest.registration(
            "hosted.com", "NAMESERVER0=ns1.example.net", "NAMESERVER1=ns2.example.net"));
    answers.put("QueryDomainList", sandbox.call("QueryDomainList", "WIDE=1"));
    answers.put(
        "QueryDomainList VERSION=2", sandbox.call("QueryDomainList", "VERSION=2", "WIDE=1"));

    Registry registry = new Registry(sandbox);
    registry.elsewhere("wanted.com", "");
    answers.put("CheckDomainTransfer", sandbox.call("CheckDomainTransfer", "DOMAIN=wanted.com"));
    sandbox.call("TransferDomain", "DOMAIN=wanted.com", "AUTH=secret1");
    answers.put("StatusDomainTransfer", sandbox.call("StatusDomainTransfer", "DOMAIN=wanted.com"));
    answers.put("QueryTransferList", sandbox.call("QueryTransferList"));
    answers.put(
        "QueryDomainList PROPERTIES=TRANSFER",
        sandbox.call("QueryDomainList", "VERSION=2", "PROPERTIES=TRANSFER"));
    registry.name("traded.com", "\"owner\":\"OURS\",\"nameservers\":[\"ns1.example.net\"]");
    answers.put(
        "CheckDomainTrade",
        sandbox.call(
            "CheckDomainTrade",
            "DOMAIN=traded.com",
            "OWNERCONTACT0=P-TUE1378025",
            "X-CONFIRM-DA-NEW-REGISTRANT=1"));
    registry.happen("traded.com", "TRADE_REQUESTED_ELSEWHERE");
    answers.put("StatusDomainTrade", sandbox.call("StatusDomainTrade", "DOMAIN=traded.com"));
    answers.put("QueryForeignTransferList", sandbox.call("QueryForeignTransferList", "WIDE=1"));
    registry.name("auth.de", "\"owner\":\"OURS\"");
    answers.put("DENIC_CreateAuthInfo1", sandbox.call("DENIC_CreateAuthInfo1", "DOMAIN=auth.de"));
    answers.put("DENIC_DeleteAuthInfo1", sandbox.call("DENIC_DeleteAuthInfo1", "DOMAIN=auth.de"));
    registry.name("auth.at", "\"owner\":\"OURS\"");
    answers.put("RequestDomainAuthInfo", sandbox.call("RequestDomainAuthInfo", "DOMAIN=auth.at"));
    answers.put("QueryDomainOptions", sandbox.call("QueryDomainOptions", "DOMAIN0=wanted.com"));
    answers.put(
        "QueryDomainRepositoryInfo",
        sandbox.call("QueryDomainRepositoryInfo", "DOMAIN=wanted.com"));

    answers.put(
        "AddNameserver",
        sandbox.call("AddNameserver", "NAMESERVER=ns1.traded.com", "IPADDRESS0=1.2.3.4"));
    answers.put("StatusNameserver", sandbox.call("StatusNameserver", "NAMESERVER=ns1.traded.com"));
    answers.put("QueryExchangeRates", sandbox.call("QueryExchangeRates"));
    sandbox.call("SetEnvironment", "ENVIRONMENTKEY=a/b", "ENVIRONMENTNAME=c", "ENVIRONMENTVALUE=d");
    answers.put("QueryEnvironmentList", sandbox.call("QueryEnvironmentList", "ENVIRONMENTKEY=a/b"));
    answers.put(
        "GetEnvironment",
        sandbox.call("GetEnvironment", "ENVIRONMENTKEY=a/b", "ENVIRONMENTNAME=c"));

    registry.name("renewed.com", "\"expires\":\"P30D\"");
    answers.put("RenewDomain", sandbox.call("RenewDomain", "DOMAIN=renewed.com"));
    registry.name("paid.com", "\"expires\":\"P30D\"");
    answers.put("PayDomainRenewal", sandbox.call("PayDomainRenewal", "DOMAIN=paid.com"));
    answers.put("DeleteDomain", sandbox.call("DeleteDomain", "DOMAIN=paid.com"));
    registry.advance("PT1H");
    answers.put("QueryObjectList", sandbox.call("QueryObjectList", "WIDE=1"));
    answers.put(
        "QueryObjectDeletionLogList", sandbox.call("QueryObjectDeletionLogList", "LIMIT=2"));

    Map<String, List<String>> documented = documented();
    assertThat(answers.keySet()).containsExactlyInAnyOrderElementsOf(documented.keySet());
    documented.forEach(
        (command, properties) ->
            assertThat(answers.get(command).properties().keySet())
                .as(command)
                .containsAll(properties));
  }

  private static Map<String, List<String>> documented() throws IOException {
    Map<String, List<String>> documented = new LinkedHashMap<>();
    try (InputStream in =
        DocumentedPropertiesTest.class.getResourceAsStream("documented-properties.tsv")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(row -> documented.computeIfAbsent(row[0], c -> new ArrayList<>()).add(row[1]));
    }
    return documented;
  }
}
