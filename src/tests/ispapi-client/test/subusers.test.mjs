import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { anonymous, client, column, control, register, reset, says } from "./sandbox.mjs";

beforeEach(async () => {
  await reset();
  const added = await client().request({
    COMMAND: "AddUser",
    SUBUSER: "customer.test",
    PASSWORD: "topsecret",
    CREDIT: "100.00",
    CURRENCY: "EUR",
    VAT: "19.00",
  });
  assert.equal(says(added), "200 Command completed successfully");
  const contact = await client().setUserView("customer.test").request({
    COMMAND: "AddContact",
    FIRSTNAME: "Ada",
    LASTNAME: "Example",
    STREET: "Main Street 1",
    ZIP: "10115",
    CITY: "Berlin",
    COUNTRY: "DE",
    PHONE: "+49.301234567",
    EMAIL: "ada@example.net",
  });
  assert.equal(contact.getCode(), 200);
  handle = contact.getColumnIndex("CONTACT", 0);
});

let handle;

const add = (cl, domain) =>
  cl.request({
    COMMAND: "AddDomain",
    DOMAIN: domain,
    OWNERCONTACT: [handle],
    ADMINCONTACT: [handle],
    TECHCONTACT: [handle],
    BILLINGCONTACT: [handle],
  });

const names = async (cl, further = {}) =>
  column(await cl.request({ COMMAND: "QueryDomainList", ...further }), "DOMAIN");

test("the view of a sub-user has its names and no others", async () => {
  await register(client(), "mine.com");
  const view = client().setUserView("customer.test");
  assert.equal((await add(view, "theirs.com")).getCode(), 200);

  assert.deepEqual(await names(view), ["theirs.com"]);
  assert.deepEqual(await names(view.resetUserView()), ["mine.com"]);
  assert.deepEqual(await names(client(), { USERDEPTH: "ALL" }), ["mine.com", "theirs.com"]);
  assert.deepEqual(await names(client(), { USERDEPTH: "SUBUSER" }), ["theirs.com"]);
});

test("what is done in a sub-user's view is the sub-user's and paid by it", async () => {
  await add(client().setUserView("customer.test"), "theirs.com");

  const [entry] = await control("ledger?domain=theirs.com");
  assert.deepEqual([entry.account, entry.charged], ["customer.test", "12.00"]);
  const money = async (cl) =>
    (await cl.request({ COMMAND: "StatusAccount" })).getColumnIndex("AMOUNT", 0);
  assert.equal(await money(client().setUserView("customer.test")), "-12.00");
  assert.equal(await money(client()), "1000000.00");
});

test("a sub-user's credit limit is its own", async () => {
  await control("accounts", { login: "customer.test", creditLimit: "10.00" });

  assert.equal((await add(client().setUserView("customer.test"), "dear.com")).getCode(), 546);
});

test("the view stays through a session and can be left within it", async () => {
  const cl = client().setUserView("customer.test");
  await cl.login();
  assert.equal((await add(cl, "theirs.com")).getCode(), 200);

  assert.deepEqual(await names(cl), ["theirs.com"]);
  assert.deepEqual(await names(cl.resetUserView()), []);
  assert.equal((await cl.logout()).getCode(), 200);
});

test("nobody sees a user that is not below them", async () => {
  const other = anonymous()
    .setCredentials("test.user2", "test.passw0rd2")
    .setUserView("customer.test");
  assert.equal((await other.request({ COMMAND: "StatusAccount" })).getCode(), 531);
  for (const user of ["test.user2", "nobody"]) {
    assert.equal(
      (await client().setUserView(user).request({ COMMAND: "StatusAccount" })).getCode(),
      531,
    );
  }
  const below = anonymous().setCredentials("customer.test", "topsecret").setUserView("test.user");
  assert.equal((await below.request({ COMMAND: "StatusAccount" })).getCode(), 531);
});

test("a sub-user logs in with its own password and sees itself only", async () => {
  const cl = anonymous().setCredentials("customer.test", "topsecret");
  await register(client(), "mine.com");

  assert.equal((await cl.login()).getCode(), 200);
  assert.deepEqual(await names(cl, { USERDEPTH: "ALL" }), []);
  assert.equal((await cl.request({ COMMAND: "StatusDomain", DOMAIN: "mine.com" })).getCode(), 531);
  const status = await cl.request({ COMMAND: "StatusUser", RELATIONS: 0 });
  assert.deepEqual(
    [status.getColumnIndex("USER", 0), status.getColumnIndex("PARENTUSER", 0)],
    ["customer.test", "test.user"],
  );
});

test("users are listed with whom they belong to", async () => {
  const list = await client().request({ COMMAND: "QueryUserList" });
  assert.deepEqual(
    list
      .getRecords()
      .slice(0, 2)
      .map((r) => [r.getDataByKey("PARENTUSER"), r.getDataByKey("USER")]),
    [
      ["test.user", "customer.test"],
      ["", "test.user"],
    ],
  );
  assert.deepEqual(
    column(await client().request({ COMMAND: "QueryUserList", USERDEPTH: "SUBUSER" }), "USER"),
    ["customer.test"],
  );
});

test("names of users are checked, and a user that holds something stays", async () => {
  const ask = async (COMMAND, SUBUSER) => (await client().request({ COMMAND, SUBUSER })).getCode();
  assert.equal(await ask("CheckUsername", "free.test"), 200);
  assert.equal(await ask("CheckUsername", "customer.test"), 540);
  assert.equal(await ask("CheckUsername", "no spaces"), 541);
  assert.equal(await ask("DeleteUser", "customer.test"), 549);
  assert.equal(await ask("DeleteUser", "test.user2"), 541);

  await client()
    .setUserView("customer.test")
    .request({ COMMAND: "DeleteContact", CONTACT: handle });
  assert.equal(await ask("DeleteUser", "customer.test"), 200);
  assert.equal(
    (await anonymous().setCredentials("customer.test", "topsecret").login()).getCode(),
    530,
  );
});
