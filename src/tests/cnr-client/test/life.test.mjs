import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  advance,
  cell,
  client,
  column,
  control,
  done,
  elsewhere,
  neighbour,
  ours,
  register,
  reset,
  says,
} from "./sandbox.mjs";

beforeEach(reset);

const status = (DOMAIN, cl = client()) => cl.request({ COMMAND: "StatusDomain", DOMAIN });
const transfer = (DOMAIN, further = {}) => ({ COMMAND: "TransferDomain", DOMAIN, ...further });
const year = (response, name) => Number(cell(response, name).slice(0, 4));

test("a transfer is requested, shown and granted", async () => {
  await elsewhere("theirs.com", { authCode: "right" });
  const cl = client();

  const check = { COMMAND: "CheckDomainTransfer", DOMAIN: "theirs.com", AUTH: "right" };
  assert.equal((await cl.request(check)).getCode(), 218);
  await done(cl, transfer("theirs.com", { ACTION: "REQUEST", AUTH: "right", PERIOD: 1 }));
  const shown = await cl.request({ COMMAND: "StatusDomainTransfer", DOMAIN: "theirs.com" });
  assert.equal(shown.getCode(), 200);
  assert.ok(column(shown, "TRANSFERLOG").length > 0);
  const list = await cl.request({ COMMAND: "QueryTransferList" });
  assert.deepEqual(column(list, "DOMAIN"), ["theirs.com"]);

  await advance("P6D");
  assert.equal((await status("theirs.com")).getCode(), 200);
  assert.deepEqual(column(await cl.request({ COMMAND: "QueryTransferList" }), "DOMAIN"), []);
});

test("a wrong code is refused in the words the modules look for", async () => {
  await elsewhere("theirs.com", { authCode: "right" });

  const response = await client().request(
    transfer("theirs.com", { ACTION: "REQUEST", AUTH: "wrong", PERIOD: 1 }),
  );

  assert.equal(response.isError(), true);
  assert.match(response.getDescription(), /Authorization failed.*auth ?info/i);
});

test("the check of a transfer is for some zones only", async () => {
  await elsewhere("theirs.de");

  const check = { COMMAND: "CheckDomainTransfer", DOMAIN: "theirs.de" };
  assert.equal((await client().request(check)).isError(), true);
});

test("a transfer can be cancelled, and is shown afterwards", async () => {
  await elsewhere("theirs.com", { authCode: "right" });
  const cl = client();
  await done(cl, transfer("theirs.com", { AUTH: "right", PERIOD: 1 }));

  await done(cl, transfer("theirs.com", { ACTION: "CANCEL" }));

  const shown = await cl.request({ COMMAND: "StatusDomainTransfer", DOMAIN: "theirs.com" });
  assert.equal(cell(shown, "TRANSFERSTATUS"), "FAILED");
  assert.match(column(shown, "TRANSFERLOG").at(-1), /cancelled/);
});

test("between two accounts a name goes on the sixth day, with its code", async () => {
  await ours("inner.com", { authCode: "right" });
  const cl = neighbour();

  await done(cl, transfer("inner.com", { AUTH: "right", FORCEREQUEST: 1 }));
  await advance("P5DT23H");
  assert.equal((await status("inner.com")).getCode(), 200);
  await advance("PT2H");
  assert.equal((await status("inner.com", cl)).getCode(), 200);
  assert.equal((await status("inner.com")).isError(), true);
});

test("between two accounts a name without its code stays", async () => {
  await ours("inner.com", { authCode: "right" });
  const cl = neighbour();

  await done(cl, transfer("inner.com", { FORCEREQUEST: 1 }));
  const list = await client().request({ COMMAND: "QueryForeignTransferList", WIDE: 1 });
  assert.deepEqual(column(list, "DOMAIN"), ["inner.com"]);
  await advance("P6D");

  const shown = await cl.request({ COMMAND: "StatusDomainTransfer", DOMAIN: "inner.com" });
  assert.equal(cell(shown, "TRANSFERSTATUS"), "FAILED");
  assert.equal((await status("inner.com")).getCode(), 200);
});

test("a renewal says the new date, and a stale one is refused", async () => {
  const cl = client();
  await register(cl, "a.com");
  const now = year(await status("a.com"), "REGISTRATIONEXPIRATIONDATE");
  const renewal = { COMMAND: "RenewDomain", DOMAIN: "a.com", PERIOD: 1, EXPIRATION: now };

  const renewed = await done(cl, { ...renewal });
  assert.equal(year(renewed, "REGISTRATIONEXPIRATIONDATE"), now + 1);
  assert.notEqual(cell(renewed, "JOBID"), null);
  assert.equal((await cl.request({ ...renewal })).isError(), true);
  assert.equal(year(await status("a.com"), "REGISTRATIONEXPIRATIONDATE"), now + 1);
});

test("where there is no renewal RENEWONCE renews once", async () => {
  await ours("einmal.de", { expires: "P20D" });
  const cl = client();
  const before = year(await status("einmal.de"), "REGISTRATIONEXPIRATIONDATE");
  const renewal = { COMMAND: "RenewDomain", DOMAIN: "einmal.de", PERIOD: 1, EXPIRATION: before };
  assert.equal((await cl.request(renewal)).isError(), true);

  await done(cl, {
    COMMAND: "SetDomainRenewalMode",
    DOMAIN: "einmal.de",
    RENEWALMODE: "RENEWONCE",
  });
  const charged = async () =>
    (await control("ledger?domain=einmal.de")).map((entry) => entry.charged);
  assert.deepEqual(await charged(), ["0.00"]);
  await advance("P25D");

  const after = await status("einmal.de");
  assert.equal(year(after, "REGISTRATIONEXPIRATIONDATE"), before + 1);
  assert.equal(cell(after, "RENEWALMODE"), "DEFAULT");
  assert.deepEqual(await charged(), ["0.00", "6.00"]);
});

test("every mode of renewal is taken where it belongs", async () => {
  await ours("eins.com");
  await ours("eins.de");
  await ours("eins.nl");
  const mode = async (DOMAIN, RENEWALMODE) =>
    (
      await client().request({ COMMAND: "SetDomainRenewalMode", DOMAIN, RENEWALMODE })
    ).isSuccess();

  for (const name of [
    "DEFAULT",
    "AUTORENEW",
    "AUTOEXPIRE",
    "AUTODELETE",
    "RENEWONCE",
    "RENEWONCETHENAUTOEXPIRE",
    "RENEWONCETHENAUTODELETE",
  ]) {
    assert.equal(await mode("eins.com", name), true, name);
  }
  assert.equal(await mode("eins.de", "AUTORENEWMONTHLY"), true);
  assert.equal(await mode("eins.nl", "AUTORENEWQUARTERLY"), true);
  assert.equal(await mode("eins.com", "AUTORENEWMONTHLY"), false);
  assert.equal(await mode("eins.com", "SOMETHING"), false);
});

test("a deleted name can be restored", async () => {
  await ours("gone.com");
  const cl = client();

  await done(cl, { COMMAND: "DeleteDomain", DOMAIN: "gone.com" });
  await done(cl, { COMMAND: "RestoreDomain", DOMAIN: "gone.com" });
  await advance("P2D");

  assert.equal((await status("gone.com")).getCode(), 200);
});

test("events are listed, read and deleted", async () => {
  await elsewhere("theirs.com", { authCode: "right" });
  const cl = client();
  await done(cl, transfer("theirs.com", { AUTH: "right", PERIOD: 1 }));

  const list = await done(cl, { COMMAND: "QueryEventList", CLASS: "DOMAIN_TRANSFER" });
  assert.equal(column(list, "EVENT").length, 1);
  const EVENT = cell(list, "EVENT");
  const event = await done(cl, { COMMAND: "StatusEvent", EVENT });
  assert.equal(cell(event, "SUBCLASS"), "TRANSFER_PENDING");
  assert.ok(column(event, "DATA").includes("domain:theirs.com"));
  await done(cl, { COMMAND: "DeleteEvent", EVENT });
  const left = await done(cl, { COMMAND: "QueryEventList" });
  assert.deepEqual(column(left, "EVENT"), []);
  assert.equal((await cl.request({ COMMAND: "StatusEvent", EVENT })).isError(), true);
  assert.equal((await cl.request({ COMMAND: "StatusEvent", EVENT, HISTORY: 1 })).getCode(), 200);
});

test("an auth code is made where the zone wants it made", async () => {
  await ours("eins.de");
  const cl = client();

  const made = await done(cl, { COMMAND: "SetAuthCode", DOMAIN: "eins.de" });
  assert.match(cell(made, "AUTH"), /./);
  assert.equal(cell(await status("eins.de"), "AUTH"), cell(made, "AUTH"));
  await done(cl, { COMMAND: "SetAuthCode", DOMAIN: "eins.de", ACTION: "DELETE" });
});

test("an unknown host is 545 as recorded, one of ours has its addresses", async () => {
  await ours("ours.com");
  const cl = client();

  const unknown = await cl.request({ COMMAND: "StatusNameserver", NAMESERVER: "ns1.ours.com" });
  assert.equal(says(unknown), "545 Entity reference not found");
  await done(cl, {
    COMMAND: "AddNameserver",
    NAMESERVER: "ns1.ours.com",
    IPADDRESS: ["192.0.2.1", "192.0.2.2"],
  });
  await done(cl, {
    COMMAND: "ModifyNameserver",
    NAMESERVER: "ns1.ours.com",
    ADDIPADDRESS: ["2001:db8::1"],
    DELIPADDRESS: ["192.0.2.2"],
  });
  const host = await done(cl, { COMMAND: "StatusNameserver", NAMESERVER: "ns1.ours.com" });
  assert.deepEqual(column(host, "IPADDRESS"), ["192.0.2.1", "2001:db8::1"]);
});

test("a zone is added once, and changed by single records", async () => {
  const cl = client();
  const zone = { DNSZONE: "bücher.com" };

  assert.equal((await cl.request({ COMMAND: "CheckDNSZone", ...zone })).getCode(), 210);
  await done(cl, { COMMAND: "AddDNSZone", ...zone });
  assert.equal((await cl.request({ COMMAND: "AddDNSZone", ...zone })).getCode(), 549);
  await done(cl, {
    COMMAND: "ModifyDNSZone",
    ...zone,
    ADDRR: ["www 600 IN A 192.0.2.1", "@ 600 IN MX 10 mail.example.net."],
  });
  await done(cl, { COMMAND: "ModifyDNSZone", ...zone, DELRR: ["www 600 IN A 192.0.2.1"] });
  const list = await done(cl, {
    COMMAND: "QueryDNSZoneRRList",
    ...zone,
    WIDE: 1,
    ORDERBY: "type",
    LIMIT: 10000,
  });
  const rows = list.getRecords().map((row) => row.getData());
  assert.deepEqual(
    rows.filter((row) => row.TYPE === "MX").map((row) => [row.NAME, row.CONTENT, row.TTL]),
    [["@", "10 mail.example.net", "600"]],
  );
});

test("a web forward makes records that cannot be deleted by hand", async () => {
  const cl = client();
  await done(cl, { COMMAND: "AddDNSZone", DNSZONE: "ours.com" });

  await done(cl, {
    COMMAND: "AddWebFwd",
    SOURCE: "www.ours.com",
    TARGET: "https://example.net/",
    TYPE: "RD",
  });
  const list = await done(cl, { COMMAND: "QueryWebFwdList", SOURCE: "*ours.com", WIDE: 1 });
  assert.deepEqual(
    list.getRecords().filter((row) => row.getDataByKey("SOURCE")).length,
    1,
  );
  const records = await done(cl, { COMMAND: "QueryDNSZoneRRList", DNSZONE: "ours.com", WIDE: 1 });
  assert.ok(column(records, "LOCKED").includes("1"));
  await done(cl, { COMMAND: "DeleteWebFwd", SOURCE: "www.ours.com" });
  const after = await done(cl, { COMMAND: "QueryDNSZoneRRList", DNSZONE: "ours.com", WIDE: 1 });
  assert.equal(column(after, "LOCKED").includes("1"), false);
});
