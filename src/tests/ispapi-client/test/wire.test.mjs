import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { client, column, control, registration, reset, says } from "./sandbox.mjs";

beforeEach(reset);

test("a name in its own letters is sent and registered in the wire's", async () => {
  const cl = client();
  const check = await cl.request({ COMMAND: "CheckDomain", DOMAIN: "Müller.com" });
  assert.equal(check.getCommand().DOMAIN, "xn--mller-kva.com");
  assert.equal(check.getCode(), 210);

  assert.equal((await cl.request(registration("müller.com"))).getCode(), 200);
  const status = await cl.request({ COMMAND: "StatusDomain", DOMAIN: "müller.com" });
  assert.equal(status.getColumnIndex("ID", 0), "xn--mller-kva.com");
  assert.equal(status.getColumnIndex("DOMAINUMLAUT", 0), "müller.com");
  const [entry] = await control("ledger?domain=xn--mller-kva.com");
  assert.equal(entry.domain, "xn--mller-kva.com");
});

test("ConvertIDN gives both spellings, as documented", async () => {
  const response = await client().request({
    COMMAND: "ConvertIDN",
    DOMAIN: ["äöütest.com", "xn--mller-kva.com", "plain.net"],
  });

  assert.deepEqual(column(response, "ACE"), [
    "xn--test-koa2iub.com",
    "xn--mller-kva.com",
    "plain.net",
  ]);
  assert.deepEqual(column(response, "IDN"), ["äöütest.com", "müller.com", "plain.net"]);
  const refused = await client().request({ COMMAND: "ConvertIDN", DOMAIN: ["ok.com", "a..b"] });
  assert.equal(says(refused), "505 Invalid attribute value syntax; DOMAIN1");
  assert.equal(
    says(await client().request({ COMMAND: "ConvertIDN" })),
    "504 Missing required attribute; DOMAIN0",
  );
});

test("contact data arrives as it was written", async () => {
  const cl = client();
  const data = {
    FIRSTNAME: "Zoë 😀",
    LASTNAME: "Ødegård-Łukasz",
    ORGANIZATION: "Müller & Söhne = 50% + \"Rest\"; 'x' \\n (*)!",
    CITY: "Москва",
    STATE: "東京",
    ZIP: "10115",
    COUNTRY: "DE",
    PHONE: "+49.301234567",
    EMAIL: "ada@example.net",
  };

  const added = await cl.request({
    COMMAND: "AddContact",
    STREET: ["Straße 1", "a=b==c"],
    ...data,
  });
  assert.equal(says(added), "200 Command completed successfully");
  const status = await cl.request({
    COMMAND: "StatusContact",
    CONTACT: added.getColumnIndex("CONTACT", 0),
  });
  Object.entries(data).forEach(([key, value]) =>
    assert.equal(status.getColumnIndex(key, 0), value),
  );
  assert.deepEqual(column(status, "STREET"), ["Straße 1", "a=b==c"]);
});

test("line breaks in a value cannot add a line", async () => {
  const response = await client().request({
    COMMAND: "CheckDomain",
    DOMAIN: "free.com\r\nphase=nonsense",
  });

  assert.equal(response.getCommand().DOMAIN, "free.comphase=nonsense");
  assert.equal(says(response), "505 Invalid attribute value syntax; DOMAIN");
});

test("several names are checked in one call, in their order", async () => {
  await control("registry", { domain: "taken.com", owner: "OTHER_REGISTRAR" });

  const response = await client().request({
    COMMAND: "CheckDomains",
    DOMAIN: ["free.com", "taken.com", "grün.com", "x.nosuchzone"],
  });

  assert.deepEqual(
    column(response, "DOMAINCHECK").map((cell) => cell.slice(0, 3)),
    ["210", "211", "210", "549"],
  );
  assert.equal(response.getRecordsCount(), 4);
});

test("registration, status and ledger agree", async () => {
  const cl = client();
  const added = await cl.request(
    registration("agreed.com", {
      PERIOD: "2Y",
      NAMESERVER: ["ns1.example.net", "ns2.example.net"],
    }),
  );
  assert.equal(says(added), "200 Command completed successfully");

  const status = await cl.request({ COMMAND: "StatusDomain", DOMAIN: "agreed.com" });
  assert.equal(status.getColumnIndex("STATUS", 0), "ACTIVE");
  assert.deepEqual(column(status, "NAMESERVER"), ["ns1.example.net", "ns2.example.net"]);
  assert.equal(
    status.getColumnIndex("REGISTRATIONEXPIRATIONDATE", 0),
    added.getColumnIndex("REGISTRATIONEXPIRATIONDATE", 0),
  );
  const [entry, ...more] = await control("ledger?domain=agreed.com");
  assert.deepEqual(more, []);
  assert.deepEqual(
    [entry.account, entry.command, entry.code, entry.charged, entry.parameters.NAMESERVER1],
    ["test.user", "AddDomain", 200, "24.00", "ns2.example.net"],
  );
  assert.equal(says(await cl.request(registration("agreed.com"))).slice(0, 3), "540");
  assert.equal((await control("ledger?domain=agreed.com")).length, 1);
});

test("a registration that takes its time is pending", async () => {
  await control("registry", {
    domain: "slow.com",
    owner: "FREE",
    next: [{ command: "AddDomain", after: "P1D", outcome: "SUCCESSFUL" }],
  });

  const added = await client().request(registration("slow.com"));
  assert.equal(added.isPending(), true);
  assert.equal(added.getColumnIndex("STATUS", 0), "REQUESTEDCREATE");
});

test("names of commands and parameters may be written in any case", async () => {
  const response = await client().request({ command: "checkdomain", domain: "free.com" });

  assert.equal(response.getCode(), 210);
});

test("every refusal is an answer of the registrar's form", async () => {
  const cases = [
    [{ COMMAND: "NoSuchCommand" }, "500 Invalid command name"],
    [{ COMMAND: "" }, "504 Missing required attribute; COMMAND"],
    [{}, "504 Missing required attribute; COMMAND"],
    [{ COMMAND: "StatusDomain" }, "504 Missing required attribute; DOMAIN"],
    [{ COMMAND: "StatusDomain", DOMAIN: "" }, "504 Missing required attribute; DOMAIN"],
    [{ COMMAND: "StatusDomain", DOMAIN: "no dots" }, "505 Invalid attribute value syntax; DOMAIN"],
    [{ COMMAND: "StatusDomain", DOMAIN: "nobody.com" }, "545 Object not found"],
    [
      { COMMAND: "StatusDomain", DOMAIN: "a.com", COLOUR: "red" },
      "503 Invalid attribute name; COLOUR",
    ],
    [{ COMMAND: "QueryDomainList", ORDERBY: "COLOUR" }, "541 Invalid attribute value; ORDERBY"],
    [{ COMMAND: "QueryDomainList", FIRST: "x" }, "505 Invalid attribute value syntax; FIRST"],
    [{ COMMAND: "QueryDomainList", VERSION: 3 }, "541 Invalid attribute value; VERSION"],
    [{ COMMAND: "QueryDomainList", NOTOTAL: 1 }, "503 Invalid attribute name; NOTOTAL"],
    [
      { COMMAND: "QueryDomainList", VERSION: 2, DOMAINREGEX: ".*" },
      "549 Command failed; DOMAINREGEX is not offered by the sandbox",
    ],
    [{ COMMAND: "StatusContact", CONTACT: "P-NONE1" }, "545 Object not found"],
    [{ COMMAND: "StatusUser", SUBUSER: "nobody" }, "545 Object not found; SUBUSER"],
    [
      { COMMAND: "StatusObjectLog", LOGINDEX: "-1" },
      "505 Invalid attribute value syntax; LOGINDEX",
    ],
    [
      { COMMAND: "CheckDomain", DOMAIN: "a.com", ÄÖ: "1" },
      "507 Invalid command format; key of other characters than letters, digits and hyphens",
    ],
    [
      { COMMAND: "CheckDomain", DOMAIN: "tab\tbed.com" },
      "507 Invalid command format; control character in DOMAIN",
    ],
    [
      { COMMAND: "CheckDomain", DOMAIN: "a".repeat(300_000) },
      "507 Invalid command format; request too long",
    ],
  ];

  for (const [command, expected] of cases) {
    const response = await client().request(command);
    assert.equal(says(response), expected);
    assert.match(response.getPlain(), /^\[RESPONSE\]\n[^]*\nEOF\n$/);
  }
});

test("many calls at once are all answered", async () => {
  const cl = client();
  await cl.login();

  const codes = await Promise.all(
    Array.from({ length: 40 }, async (_, i) =>
      (await cl.request(registration(`n${i}.com`))).getCode(),
    ),
  );

  assert.deepEqual(new Set(codes), new Set([200]));
  assert.equal((await control("ledger")).length, 40);
});

test("faults reach the client as it shows them", async () => {
  const fault = async (kind) => {
    await control("faults", { command: "StatusAccount", fault: kind });
    return client().request({ COMMAND: "StatusAccount" });
  };

  assert.equal((await fault("CODE_421")).isTmpError(), true);
  assert.equal((await fault("EMPTY")).getCode(), 423);
  assert.equal((await fault("GARBAGE")).getCode(), 423);
  assert.equal((await fault("HTTP_500")).getCode(), 421);
  assert.ok((await fault("RESET_AFTER")) instanceof Error);
});
