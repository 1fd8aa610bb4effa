import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { client, column, control, reset, says } from "./sandbox.mjs";

const HANDLE = "P-TUE1378025";

beforeEach(reset);

const ours = (domain, further = {}) =>
  control("registry", { domain, owner: "OURS", ...further });
const status = (DOMAIN) => client().request({ COMMAND: "StatusDomain", DOMAIN });
const modify = (DOMAIN, further) =>
  client().request({ COMMAND: "ModifyDomain", DOMAIN, ...further });

async function modified(domain, further) {
  const response = await modify(domain, further);
  assert.equal(says(response), "200 Command completed successfully");
  return response;
}

test("name servers are set as a whole, with the registrar's own DNS", async () => {
  await ours("ours.com");

  await modified("ours.com", {
    NAMESERVER: ["ns1.ispapi.net", "ns2.ispapi.net"],
    INTERNALDNS: 1,
  });

  assert.deepEqual(column(await status("ours.com"), "NAMESERVER"), [
    "ns1.ispapi.net",
    "ns2.ispapi.net",
  ]);
  const zone = await client().request({ COMMAND: "StatusDNSZone", DNSZONE: "ours.com." });
  assert.equal(zone.getCode(), 200);
});

test("a name server with an umlaut is sent as it is known to the registry", async () => {
  await ours("ours.com");

  await modified("ours.com", { NAMESERVER: ["ns1.müller.example"] });

  assert.deepEqual(column(await status("ours.com"), "NAMESERVER"), [
    "ns1.xn--mller-kva.example",
  ]);
});

test("contacts are set role by role", async () => {
  await ours("ours.com");
  const owner = column(await status("ours.com"), "OWNERCONTACT");

  await modified("ours.com", { ADMINCONTACT: [HANDLE], TECHCONTACT: [HANDLE] });

  const name = await status("ours.com");
  assert.deepEqual(column(name, "OWNERCONTACT"), owner);
  assert.deepEqual(column(name, "ADMINCONTACT"), [HANDLE]);
  assert.deepEqual(column(name, "TECHCONTACT"), [HANDLE]);
  assert.deepEqual(column(name, "BILLINGCONTACT"), owner);
});

test("the lock is set and lifted", async () => {
  await ours("ours.com");

  await modified("ours.com", { TRANSFERLOCK: 1 });
  assert.deepEqual(column(await status("ours.com"), "TRANSFERLOCK"), ["1"]);
  await modified("ours.com", { TRANSFERLOCK: 0 });
  assert.deepEqual(column(await status("ours.com"), "TRANSFERLOCK"), ["0"]);
});

test("privacy is switched where the zone has it, and at .ca by what is disclosed", async () => {
  await ours("ours.com");
  await ours("ours.shop");
  await ours("ours.ca", { fields: { "X-CA-LEGALTYPE": "CCT" } });

  await modified("ours.com", { "X-ACCEPT-WHOISTRUSTEE-TAC": 1 });
  assert.deepEqual(column(await status("ours.com"), "X-ACCEPT-WHOISTRUSTEE-TAC"), ["1"]);
  const refused = await modify("ours.shop", { "X-ACCEPT-WHOISTRUSTEE-TAC": 1 });
  assert.equal(refused.isError(), true);
  await modified("ours.ca", { "X-CA-DISCLOSE": 0 });
  assert.deepEqual(column(await status("ours.ca"), "X-CA-DISCLOSE"), ["0"]);
});

test("an update that the registry has not carried out is pending", async () => {
  const next = { command: "ModifyDomain", after: "P1D", outcome: "SUCCESSFUL" };
  await ours("slow.com", { next: [next] });

  const response = await modify("slow.com", { NAMESERVER: ["ns1.example.net"] });

  assert.equal(response.isPending(), true);
  assert.equal(response.isSuccess(), true);
  await control("clock", { advance: "P2D" });
  assert.deepEqual(column(await status("slow.com"), "NAMESERVER"), ["ns1.example.net"]);
});

test("records of DNSSEC that stand at the registry are shown", async () => {
  await ours("signed.com", { ds: ["12345 13 2 ABCD"] });

  assert.deepEqual(column(await status("signed.com"), "SECDNS-DS"), ["12345 13 2 ABCD"]);
});
