import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { client, column, control, register, reset } from "./sandbox.mjs";

const NAMES = ["a.com", "b.com", "c.com", "d.com", "e.net"];

beforeEach(reset);

async function pages(command) {
  const responses = await client().requestAllResponsePages(command);
  responses.forEach((response) => assert.equal(response.getCode(), 200));
  return responses;
}

test("all pages together have every name once", async () => {
  await register(client(), ...NAMES);

  const all = await pages({ COMMAND: "QueryDomainList", LIMIT: 2 });

  assert.deepEqual(
    all.map((page) => column(page, "DOMAIN")),
    [["a.com", "b.com"], ["c.com", "d.com"], ["e.net"]],
  );
  assert.deepEqual(all[1].getPagination(), {
    COUNT: 2,
    CURRENTPAGE: 2,
    FIRST: 2,
    LAST: 3,
    LIMIT: 2,
    NEXTPAGE: 3,
    PAGES: 3,
    PREVIOUSPAGE: 1,
    TOTAL: 5,
  });
  assert.equal(all[2].hasNextPage(), false);
  assert.equal(all[2].getLastRecordIndex(), 4);
});

test("a last page that is full is not followed by an empty one", async () => {
  await register(client(), ...NAMES.slice(0, 4));

  const all = await pages({ COMMAND: "QueryDomainList", LIMIT: 2 });

  assert.equal(all.length, 2);
  assert.equal(await client().requestNextResponsePage(all[1]), null);
});

test("an empty list is one page without rows", async () => {
  const [page, ...more] = await pages({ COMMAND: "QueryDomainList", LIMIT: 2, WIDE: 1 });

  assert.deepEqual(more, []);
  assert.deepEqual(column(page, "DOMAIN"), []);
  assert.equal(page.getRecordsTotalCount(), 0);
  assert.equal(page.getNumberOfPages(), 0);
  assert.equal(page.hasNextPage(), false);
});

test("the next page can be asked for from anywhere", async () => {
  await register(client(), ...NAMES);
  const cl = client();

  const middle = await cl.request({ COMMAND: "QueryDomainList", FIRST: 1, LIMIT: 3 });
  assert.deepEqual(column(middle, "DOMAIN"), ["b.com", "c.com", "d.com"]);
  const last = await cl.requestNextResponsePage(middle);
  assert.deepEqual(column(last, "DOMAIN"), ["e.net"]);
  assert.equal(await cl.requestNextResponsePage(last), null);
});

test("a place beyond the end has no rows but still the total", async () => {
  await register(client(), ...NAMES);

  const beyond = await client().request({ COMMAND: "QueryDomainList", FIRST: 9, LIMIT: 2 });
  assert.equal(beyond.getRecordsTotalCount(), 5);
  assert.deepEqual(column(beyond, "DOMAIN"), []);
  assert.equal(await client().requestNextResponsePage(beyond), null);
});

test("a list without LIMIT has up to 10000 rows, LIMIT=0 is refused", async () => {
  await register(client(), ...NAMES);

  const [page] = await pages({ COMMAND: "QueryDomainList" });
  assert.equal(page.getRecordsLimitation(), 10000);
  assert.equal(column(page, "DOMAIN").length, 5);
  const [refused, ...more] = await client().requestAllResponsePages({
    COMMAND: "QueryDomainList",
    LIMIT: 0,
  });
  assert.equal(refused.getCode(), 541);
  assert.deepEqual(more, []);
});

test("every column of a wide list has a cell for each row", async () => {
  const cl = client();
  await register(cl, ...NAMES);

  for (const VERSION of [1, 2]) {
    const page = await cl.request({ COMMAND: "QueryDomainList", VERSION, WIDE: 1 });
    for (const key of page.getColumnKeys()) {
      const one = ["FIRST", "LAST", "COUNT", "LIMIT", "TOTAL"].includes(key);
      assert.equal(column(page, key).length, one ? 1 : 5, key);
    }
  }
});

test("the two versions of the list have the documented columns", async () => {
  const cl = client();
  await register(cl, "a.com");

  const first = await cl.request({ COMMAND: "QueryDomainList", WIDE: 1 });
  assert.equal(first.getColumnIndex("DOMAINSTATUS", 0), "ACTIVE");
  assert.equal(first.getColumnIndex("DOMAINRENEWALMODE", 0), "renew");
  const second = await cl.request({ COMMAND: "QueryDomainList", VERSION: 2 });
  assert.deepEqual(
    ["OBJECTCLASS", "OBJECTID", "SUBCLASS", "REPOSITORY"].map((key) =>
      second.getColumnIndex(key, 0),
    ),
    ["DOMAIN", "a.com", "COM", "COM-OTE-1API1"],
  );
  assert.equal(second.getColumn("DOMAIN"), null);
  const third = await cl.request({ COMMAND: "QueryDomainList", VERSION: 2, NOTOTAL: 1 });
  assert.equal(third.getColumn("TOTAL"), null);
});

test("filters and order hold over all pages", async () => {
  await register(client(), ...NAMES);
  const list = async (command) =>
    (await pages({ COMMAND: "QueryDomainList", LIMIT: 2, ...command })).flatMap((page) =>
      column(page, "DOMAIN"),
    );

  assert.deepEqual(await list({ DOMAIN: "*.com", ORDERBY: "DOMAINDESC" }), [
    "d.com",
    "c.com",
    "b.com",
    "a.com",
  ]);
  assert.deepEqual(await list({ DOMAIN: "*.com", ORDERBY: "DOMAIN" }), [
    "a.com",
    "b.com",
    "c.com",
    "d.com",
  ]);
  assert.deepEqual(await list({ DOMAINSUBCLASS: "NET." }), ["e.net"]);
  assert.deepEqual(await list({ OWNERCONTACT: "P-TUE*", STATUS: "ACTIVE" }), NAMES);
  assert.deepEqual(await list({ MAXCREATEDDATE: "2001-01-01" }), []);
});

test("contacts, events, log lines and users can be paged through as well", async () => {
  await control(
    "registry",
    ["x.com", "y.com", "z.com"].map((domain) => ({
      domain,
      owner: "FREE",
      next: [{ command: "AddDomain", after: "PT1H", outcome: "SUCCESSFUL" }],
    })),
  );
  const cl = client();
  await register(cl, "x.com", "y.com", "z.com");
  await control("clock", { advance: "PT2H" });

  for (const [COMMAND, key, total] of [
    ["QueryContactList", "CONTACT", 1],
    ["QueryEventList", "EVENT", 3],
    ["QueryObjectLogList", "LOGINDEX", 6],
    ["QueryUserList", "USER", 1],
  ]) {
    const all = await pages({ COMMAND, LIMIT: 2 });
    const rows = all.flatMap((page) => column(page, key));
    assert.equal(rows.length, total, COMMAND);
    assert.equal(new Set(rows).size, total, COMMAND);
    assert.equal(all.length, Math.ceil(total / 2), COMMAND);
  }
});

test("rows can be walked through and taken as a whole", async () => {
  await register(client(), ...NAMES.slice(0, 3));

  const page = await client().request({ COMMAND: "QueryDomainList", LIMIT: 3 });
  assert.equal(page.getRecordsCount(), 3);
  assert.equal(page.getNextRecord().getDataByKey("DOMAIN"), "b.com");
  assert.equal(page.getPreviousRecord().getDataByKey("DOMAIN"), "a.com");
  const hash = page.getListHash();
  assert.deepEqual(
    hash.LIST.map((row) => row.DOMAIN),
    ["a.com", "b.com", "c.com"],
  );
  assert.equal(hash.meta.pg.PAGES, 1);
});
