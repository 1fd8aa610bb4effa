import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { advance, cell, client, column, contact, done, ours, reset } from "./sandbox.mjs";

beforeEach(reset);

const status = (DOMAIN) => done(client(), { COMMAND: "StatusDomain", DOMAIN });
const modify = (DOMAIN, further) => ({ COMMAND: "ModifyDomain", DOMAIN, ...further });
const modified = (domain, further) => done(client(), modify(domain, further));

test("name servers are set as a whole", async () => {
  await ours("ours.com");

  await modified("ours.com", { NAMESERVER: ["ns1.example.net", "ns1.müller.example"] });

  assert.deepEqual(column(await status("ours.com"), "NAMESERVER"), [
    "ns1.example.net",
    "ns1.xn--mller-kva.example",
  ]);
});

test("contacts are set role by role", async () => {
  await ours("ours.com");
  const handle = await contact(client());
  const owner = cell(await status("ours.com"), "OWNERCONTACT");

  await modified("ours.com", { ADMINCONTACT: [handle], TECHCONTACT: [handle] });

  const name = await status("ours.com");
  assert.equal(cell(name, "OWNERCONTACT"), owner);
  assert.deepEqual(column(name, "ADMINCONTACT"), [handle]);
  assert.deepEqual(column(name, "TECHCONTACT"), [handle]);
  assert.deepEqual(column(name, "BILLINGCONTACT"), [owner]);
});

test("the lock is set and lifted", async () => {
  await ours("ours.com");

  await modified("ours.com", { TRANSFERLOCK: 1 });
  assert.equal(cell(await status("ours.com"), "TRANSFERLOCK"), "1");
  await modified("ours.com", { TRANSFERLOCK: 0 });
  assert.equal(cell(await status("ours.com"), "TRANSFERLOCK"), "0");
});

test("privacy is switched where the zone has it, under both names", async () => {
  await ours("ours.com");
  await ours("ours.shop");

  await modified("ours.com", { "X-WHOIS-PRIVACY": 1 });
  assert.equal(cell(await status("ours.com"), "X-WHOIS-PRIVACY"), "1");
  await modified("ours.com", { "X-WHOISPRIVACY": 0 });
  assert.equal(cell(await status("ours.com"), "X-WHOIS-PRIVACY"), "0");
  const refused = await client().request(modify("ours.shop", { "X-WHOIS-PRIVACY": 1 }));
  assert.equal(refused.isError(), true);
});

test("an update that the registry has not carried out is a success for now", async () => {
  const next = { command: "ModifyDomain", after: "P1D", outcome: "SUCCESSFUL" };
  await ours("slow.com", { next: [next] });

  await modified("slow.com", { NAMESERVER: ["ns1.example.net"] });
  assert.notDeepEqual(column(await status("slow.com"), "NAMESERVER"), ["ns1.example.net"]);
  await advance("P2D");
  assert.deepEqual(column(await status("slow.com"), "NAMESERVER"), ["ns1.example.net"]);
});
