import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { advance, anonymous, cell, client, control, register, reset, says } from "./sandbox.mjs";

const account = { COMMAND: "StatusAccount" };

beforeEach(reset);

test("account and password are enough for a call", async () => {
  const response = await client().request(account);

  assert.equal(says(response), "200 Command completed successfully");
  assert.equal(response.isSuccess(), true);
  assert.equal(response.isError(), false);
  assert.equal(response.isTmpError(), false);
  assert.equal(response.isPending(), false);
  assert.ok(response.getRuntime() > 0);
  assert.equal(response.getQueuetime(), 0);
});

test("blanks in the names of properties are no part of the columns", async () => {
  const response = await client().request(account);

  assert.match(response.getPlain(), /\nproperty\[credit threshold\]\[0\] = [0-9.-]+\n/);
  assert.match(cell(response, "CREDITTHRESHOLD"), /^[0-9]+\.[0-9]{2}$/);
  assert.match(cell(response, "AMOUNT"), /^-?[0-9]+\.[0-9]{2}$/);
});

test("a wrong password, an unknown account or none at all is 530", async () => {
  for (const cl of [
    anonymous().setCredentials("test.user", "wrong"),
    anonymous().setCredentials("nobody", "test.passw0rd"),
    anonymous(),
  ]) {
    const response = await cl.request(account);
    assert.equal(says(response), "530 Authentication failed");
    assert.equal(response.isError(), true);
    assert.equal(says(await cl.login()), "530 Authentication failed");
  }
});

test("a role user is written behind a colon", async () => {
  const right = anonymous().setRoleCredentials("test.user", "shop", "test.passw0rd");
  const wrong = anonymous().setRoleCredentials("test.user", "shop", "wrong");

  assert.equal((await right.request(account)).getCode(), 200);
  assert.equal((await wrong.request(account)).getCode(), 530);
});

test("a login answers the session and when it ends", async () => {
  const login = await client().login();

  assert.equal(login.getCode(), 200);
  assert.match(cell(login, "SESSIONID"), /^[0-9a-f]{32}$/);
  assert.match(cell(login, "EXPIRATIONDATE"), /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.0$/);
});

test("a role user can have a session", async () => {
  const cl = anonymous().setRoleCredentials("test.user", "shop", "test.passw0rd");

  assert.equal((await cl.login()).getCode(), 200);
  assert.equal((await cl.request(account)).getCode(), 200);
});

test("a session serves several calls without a password, also for another client", async () => {
  const cl = client();
  await cl.login();
  assert.equal(cl.getPOSTData(account).includes("s_pw"), false);

  await register(cl, "one.com", "two.com");
  const saved = {};
  cl.saveSession(saved);
  const other = anonymous().reuseSession(saved);
  const status = await other.request({ COMMAND: "StatusDomain", DOMAIN: "one.com" });
  assert.equal(status.getCode(), 200);

  const ledger = await control("ledger");
  assert.deepEqual(
    ledger.filter((e) => e.command === "AddDomain").map((e) => [e.account, e.domain]),
    [
      ["test.user", "one.com"],
      ["test.user", "two.com"],
    ],
  );
});

test("a session ends with the logout, and only that one", async () => {
  const cl = client();
  await cl.login();
  const saved = {};
  cl.saveSession(saved);
  const other = client();
  await other.login();

  const logout = await cl.logout();
  assert.equal(says(logout), "200 Command completed successfully");
  assert.deepEqual(logout.getColumnKeys(), []);
  assert.equal(
    says(await anonymous().reuseSession(saved).request(account)),
    "530 Authentication failed",
  );
  assert.equal((await other.request(account)).getCode(), 200);
});

test("an ended or made-up session changes nothing", async () => {
  const session = (id) =>
    anonymous().reuseSession({ socketcfg: { login: "test.user", session: id } });

  const made = await session("0123456789abcdef0123456789abcdef").request({
    COMMAND: "AddContact",
  });
  assert.equal(made.getCode(), 530);
  assert.deepEqual(await control("ledger"), []);
});

test("a session does not outlive a reset", async () => {
  const cl = client();
  await cl.login();
  await reset();

  assert.equal((await cl.request(account)).getCode(), 530);
});

test("a session ends by the date of its login", async () => {
  const cl = client();
  const login = await cl.login();
  const { now } = await control("clock");
  const ends = Date.parse(`${cell(login, "EXPIRATIONDATE").replace(" ", "T").slice(0, 19)}Z`);

  await advance(`PT${Math.ceil((ends - Date.parse(now)) / 1000) + 1}S`);

  assert.equal((await cl.request(account)).getCode(), 530);
});

test("a sub-user that is none is refused", async () => {
  const view = client().setUserView("nobody");

  assert.equal((await view.request({ COMMAND: "StatusAccount" })).isError(), true);
  assert.equal((await view.resetUserView().request({ COMMAND: "StatusAccount" })).getCode(), 200);
});

test("the accounts of the two platforms have nothing to do with each other", async () => {
  await control("registry", { domain: "hexonet.com", owner: "OURS" });
  await register(client(), "cnr.com");

  const status = (DOMAIN) => client().request({ COMMAND: "StatusDomain", DOMAIN });
  assert.equal((await status("cnr.com")).getCode(), 200);
  assert.equal((await status("hexonet.com")).isError(), true);
});
