import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  cell,
  client,
  column,
  contact,
  control,
  done,
  elsewhere,
  register,
  registration,
  reset,
  says,
} from "./sandbox.mjs";

beforeEach(reset);

test("the names of commands and parameters may be in any case", async () => {
  const response = await client().request({ command: "checkDomain", Domain: "free.com" });

  assert.equal(says(response), "210 Domain name available");
});

test("what nobody knows is 500, what is missing 504", async () => {
  assert.equal((await client().request({ COMMAND: "NoSuchCommand" })).getCode(), 500);
  assert.equal((await client().request({ COMMAND: "StatusDomain" })).getCode(), 504);
});

test("the server converts a name, the client its name servers", async () => {
  const cl = client();
  const check = await cl.request({ COMMAND: "CheckDomain", DOMAIN: "müller.com" });
  assert.equal(check.getCommand().DOMAIN, "müller.com");
  assert.equal(check.getCode(), 210);

  await done(
    cl,
    await registration(cl, "müller.com", { NAMESERVER: ["ns1.bücher.net", "ns2.example.net"] }),
  );
  const status = await cl.request({ COMMAND: "StatusDomain", DOMAIN: "xn--mller-kva.com" });
  assert.equal(cell(status, "DOMAIN"), "xn--mller-kva.com");
  assert.equal(cell(status, "DOMAINIDN"), "müller.com");
  assert.deepEqual(column(status, "NAMESERVER"), ["ns1.xn--bcher-kva.net", "ns2.example.net"]);
});

test("several names are checked in one call", async () => {
  await elsewhere("taken.com");

  const response = await client().request({
    COMMAND: "CheckDomains",
    DOMAIN: ["free.com", "taken.com", "no name"],
  });

  assert.equal(response.getCode(), 200);
  assert.deepEqual(
    column(response, "DOMAINCHECK").map((text) => text.slice(0, 3)),
    ["210", "211", "541"],
  );
  assert.equal(column(response, "DOMAINCHECK")[1], "211 Domain name not available");
});

test("values arrive as they are, line breaks removed", async () => {
  const cl = client();
  const handle = await contact(cl, {
    FIRSTNAME: "Zoë & Söhne=50% + x",
    LASTNAME: "Łódź\r\nCOMMAND=DeleteContact",
    ORGANIZATION: "“Quotes” 'and' (more)",
  });

  const status = await cl.request({ COMMAND: "StatusContact", CONTACT: handle });
  assert.equal(cell(status, "FIRSTNAME"), "Zoë & Söhne=50% + x");
  assert.equal(cell(status, "LASTNAME"), "ŁódźCOMMAND=DeleteContact");
  assert.equal(cell(status, "ORGANIZATION"), "“Quotes” 'and' (more)");
});

test("the same data have the same handle", async () => {
  const cl = client();

  const first = await contact(cl);
  assert.equal(await contact(cl), first);
  assert.notEqual(await contact(cl, { CITY: "Bonn" }), first);
});

test("a registration is answered with its date and status", async () => {
  const cl = client();
  const response = await cl.request(await registration(cl, "fresh.com", { PERIOD: 2 }));

  assert.equal(response.getCode(), 200);
  assert.equal(response.isPending(), false);
  const { now } = await control("clock");
  assert.equal(
    cell(response, "REGISTRATIONEXPIRATIONDATE").slice(0, 4),
    `${Number(now.slice(0, 4)) + 2}`,
  );
});

test("a registration that the registry has not decided on is pending", async () => {
  await control("registry", {
    domain: "later.com",
    owner: "FREE",
    next: [{ command: "AddDomain", after: "PT1H", outcome: "SUCCESSFUL" }],
  });
  const cl = client();

  const response = await cl.request(await registration(cl, "later.com"));

  assert.equal(response.isSuccess(), true);
  assert.equal(response.isPending(), true);
});

test("a premium name is refused without its price, in the words the modules look for", async () => {
  await control("registry", { domain: "dear.com", owner: "FREE", price: "500.00" });
  const cl = client();

  const refused = await cl.request(await registration(cl, "dear.com"));
  assert.equal(
    says(refused),
    "504 Missing required attribute; premium domain name. please provide required parameters",
  );
  const check = await cl.request({
    COMMAND: "CheckDomains",
    DOMAIN: ["dear.com"],
    "X-FEE-COMMAND": ["create"],
  });
  const price = {
    "X-FEE-AMOUNT": cell(check, "X-FEE-AMOUNT"),
    "X-FEE-CURRENCY": cell(check, "X-FEE-CURRENCY"),
  };
  assert.equal((await cl.request(await registration(cl, "dear.com", price))).getCode(), 200);
});

test("name servers are replaced as a whole", async () => {
  const cl = client();
  await register(cl, "a.com");

  await done(cl, {
    COMMAND: "ModifyDomain",
    DOMAIN: "a.com",
    NAMESERVER: ["ns1.example.org", "ns2.example.org"],
  });

  const status = await cl.request({ COMMAND: "StatusDomain", DOMAIN: "a.com" });
  assert.deepEqual(column(status, "NAMESERVER"), ["ns1.example.org", "ns2.example.org"]);
});

test("an answer ends as the recorded ones do", async () => {
  const plain = (await client().request({ COMMAND: "StatusAccount" })).getPlain();

  assert.match(plain, /^\[RESPONSE\]\ncode = 200\ndescription = /);
  assert.match(plain, /\nEOF\n$/);
  assert.doesNotMatch(plain, /\n\n|\r/);
});

test("faults are those of the command that is named", async () => {
  await control("faults", { command: "StatusAccount", fault: "CODE_421" });

  const response = await client().request({ COMMAND: "StatusAccount" });
  assert.equal(response.isTmpError(), true);
  assert.equal((await client().request({ COMMAND: "StatusAccount" })).getCode(), 200);
});

test("a connection that breaks or an empty answer is an answer of the client's own", async () => {
  await control("faults", { command: "StatusAccount", fault: "RESET_BEFORE" });
  assert.equal((await client().request({ COMMAND: "StatusAccount" })).getCode(), 421);

  await control("faults", { command: "StatusAccount", fault: "EMPTY" });
  assert.equal((await client().request({ COMMAND: "StatusAccount" })).getCode(), 423);

  await control("faults", { command: "StatusAccount", fault: "HTTP_500" });
  assert.equal((await client().request({ COMMAND: "StatusAccount" })).getCode(), 421);

  await control("faults", { command: "StatusAccount", fault: "GARBAGE" });
  assert.equal((await client().request({ COMMAND: "StatusAccount" })).getCode(), 423);
});
