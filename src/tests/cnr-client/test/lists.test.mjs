import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { client, column, register, reset, says } from "./sandbox.mjs";

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
  const { COUNT, ...rest } = all[1].getPagination();
  assert.ok(COUNT >= 2);
  assert.deepEqual(rest, {
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

test("an empty list has no rows", async () => {
  const [page, ...more] = await pages({ COMMAND: "QueryDomainList", LIMIT: 2, WIDE: 1 });

  assert.deepEqual(more, []);
  assert.deepEqual(column(page, "DOMAIN"), []);
  assert.equal(page.getRecordsTotalCount(), 0);
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

test("a list without LIMIT has up to 100 rows, and says so", async () => {
  await register(client(), ...NAMES);

  const [page] = await pages({ COMMAND: "QueryDomainList" });

  assert.equal(page.getRecordsLimitation(), 100);
  assert.deepEqual(column(page, "COUNT"), ["5"]);
});

test("LAST is refused, as every attribute is that the command does not have", async () => {
  const cl = client();

  const last = await cl.request({ COMMAND: "QueryDomainList", LAST: 5 });
  assert.equal(says(last), "503 Invalid attribute name; LAST");
  assert.equal(last.getRuntime(), 0);
  assert.doesNotMatch(last.getPlain(), /runtime/);
  await register(cl, "a.com");
  assert.equal(
    says(await cl.request({ COMMAND: "StatusDomain", DOMAIN: "a.com", LIMIT: 1 })),
    "503 Invalid attribute name; LIMIT",
  );
});

test("a list has its columns in a column of that name, a single object has none", async () => {
  const cl = client();
  await register(cl, "a.com");

  assert.ok(column(await cl.request({ COMMAND: "QueryDomainList" }), "COLUMN").includes("domain"));
  const status = await cl.request({ COMMAND: "StatusDomain", DOMAIN: "a.com" });
  assert.equal(status.getColumn("COLUMN"), null);
});

test("every column of a wide list has a cell for each row", async () => {
  const cl = client();
  await register(cl, ...NAMES);

  const page = await cl.request({ COMMAND: "QueryDomainList", WIDE: 1 });
  for (const name of column(page, "COLUMN")) {
    assert.equal(column(page, name.toUpperCase().replaceAll(" ", "")).length, 5, name);
  }
});

test("a pattern holds over all pages", async () => {
  await register(client(), ...NAMES);

  const all = await pages({ COMMAND: "QueryDomainList", DOMAIN: "*.com", LIMIT: 3 });

  assert.deepEqual(
    all.flatMap((page) => column(page, "DOMAIN")),
    NAMES.slice(0, 4),
  );
});

test("properties are in the order of the alphabet", async () => {
  const cl = client();
  await register(cl, "a.com");

  for (const command of [
    { COMMAND: "QueryDomainList", WIDE: 1 },
    { COMMAND: "StatusDomain", DOMAIN: "a.com" },
  ]) {
    const plain = (await cl.request(command)).getPlain();
    const names = [...plain.matchAll(/^property\[([^\]]+)\]/gm)].map((match) => match[1]);
    assert.deepEqual(names, [...names].sort());
  }
});

test("zones can be paged through", async () => {
  const all = await pages({ COMMAND: "QueryZoneList", LIMIT: 5 });

  const rows = all.flatMap((page) => column(page, "ZONE"));
  assert.equal(rows.length, all[0].getRecordsTotalCount());
  assert.equal(new Set(rows).size, rows.length);
});

test("rows can be walked through", async () => {
  await register(client(), ...NAMES.slice(0, 3));

  const page = await client().request({ COMMAND: "QueryDomainList" });
  assert.equal(page.getRecord(0).getDataByKey("DOMAIN"), "a.com");
  assert.equal(page.getNextRecord().getDataByKey("DOMAIN"), "b.com");
  assert.equal(page.getPreviousRecord().getDataByKey("DOMAIN"), "a.com");
});
