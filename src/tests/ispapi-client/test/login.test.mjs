import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { anonymous, client, control, register, registration, reset, says } from "./sandbox.mjs";

const account = { COMMAND: "StatusAccount" };

beforeEach(reset);

test("account and password are enough for a call", async () => {
  const response = await client().request(account);

  assert.equal(says(response), "200 Command completed successfully");
  assert.equal(response.isSuccess(), true);
  assert.equal(response.isPending(), false);
  assert.equal(response.getRecord(0).getDataByKey("CURRENCY"), "EUR");
  assert.ok(response.getRuntime() > 0);
  assert.equal(response.getQueuetime(), 0);
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
    assert.equal(cl.getSession(), null);
  }
});

test("the live system's entity is refused", async () => {
  const cl = client();
  const url = cl.getURL();

  assert.equal((await cl.useLIVESystem().setURL(url).request(account)).getCode(), 530);
});

test("a one-time password is refused, as no account has a second factor", async () => {
  assert.equal((await client().login("123456")).getCode(), 530);
  assert.equal((await client().setOTP("123456").request(account)).getCode(), 530);
});

test("a session serves several calls without a password, also for another client", async () => {
  const cl = client();
  const login = await cl.login();
  assert.equal(says(login), "200 Command completed successfully");
  assert.equal(login.getColumnIndex("SESSION", 0), cl.getSession());
  assert.equal(cl.getPOSTData(account).includes("s_pw"), false);

  await register(cl, "one.com", "two.com");
  const saved = {};
  const other = anonymous().reuseSession(cl.saveSession(saved) && saved);
  assert.equal(
    (await other.request({ COMMAND: "StatusDomain", DOMAIN: "one.com" })).getCode(),
    200,
  );

  const ledger = await control("ledger");
  assert.deepEqual(
    ledger.map((e) => [e.account, e.domain]),
    [
      ["test.user", "one.com"],
      ["test.user", "two.com"],
    ],
  );
});

test("a session ends with the logout, and only that one", async () => {
  const cl = client();
  await cl.login();
  const session = cl.getSession();
  const other = client();
  await other.login();

  assert.equal(says(await cl.logout()), "200 Command completed successfully");
  assert.equal(cl.getSession(), null);
  const after = await anonymous().setSession(session).request(account);
  assert.equal(says(after), "530 SESSION NOT FOUND");
  assert.equal((await other.request(account)).getCode(), 200);
});

test("a logout without a session is an error, and so is a second one", async () => {
  assert.equal((await client().logout()).getCode(), 545);

  const cl = client();
  await cl.login();
  const session = cl.getSession();
  await cl.logout();
  assert.equal((await anonymous().setSession(session).logout()).getCode(), 530);
});

test("a session that is not used ends after ten minutes, one that is used does not", async () => {
  const used = client();
  const idle = client();
  await used.login();
  await idle.login();

  await control("clock", { advance: "PT9M" });
  assert.equal((await used.request(account)).getCode(), 200);
  await control("clock", { advance: "PT2M" });

  assert.equal((await used.request(account)).getCode(), 200);
  assert.equal(says(await idle.request(account)), "530 SESSION NOT FOUND");
  assert.equal((await idle.logout()).isError(), true);
});

test("TIMEOUT and MAXTTL are kept to", async () => {
  const brief = client();
  assert.equal((await brief.loginExtended({ TIMEOUT: 60 })).getCode(), 200);
  const bounded = client();
  assert.equal((await bounded.loginExtended({ TIMEOUT: 3600, MAXTTL: 120 })).getCode(), 200);

  await control("clock", { advance: "PT61S" });
  assert.equal((await brief.request(account)).getCode(), 530);
  assert.equal((await bounded.request(account)).getCode(), 200);
  await control("clock", { advance: "PT60S" });
  assert.equal((await bounded.request(account)).getCode(), 530);

  assert.equal(
    says(await client().loginExtended({ TIMEOUT: 59 })),
    "505 Invalid attribute value syntax; TIMEOUT",
  );
  assert.equal((await client().loginExtended({ MAXTTL: 86401 })).getCode(), 505);
  assert.equal((await client().loginExtended({ TYPO: 1 })).getCode(), 503);
});

test("in the other reading an expired session is 507", async () => {
  await control("profile", { name: "B" });
  const cl = client();
  await cl.login();

  await control("clock", { advance: "PT10M" });

  assert.equal(says(await cl.request(account)), "507 User session expired");
});

test("a session does not outlive a reset, a made-up one never works", async () => {
  const cl = client();
  await cl.login();
  await reset();

  assert.equal((await cl.request(account)).getCode(), 530);
  assert.equal((await anonymous().setSession("made-up").request(account)).getCode(), 530);
  assert.equal((await control("ledger")).length, 0);
});

test("an expired session changes nothing", async () => {
  const cl = client();
  await cl.login();
  await control("clock", { advance: "PT1H" });

  assert.equal((await cl.request(registration("late.com"))).getCode(), 530);
  assert.equal(
    (await client().request({ COMMAND: "CheckDomain", DOMAIN: "late.com" })).getCode(),
    210,
  );
});

test("CheckAuthentication tells a right password from a wrong one", async () => {
  const check = (user, password) =>
    client().request({ COMMAND: "CheckAuthentication", SUBUSER: user, PASSWORD: password });

  const right = await check("test.user", "test.passw0rd");
  assert.equal(right.getCode(), 200);
  assert.equal(right.getCommand().PASSWORD, "***");
  assert.equal((await check("test.user", "wrong")).getCode(), 530);
  assert.equal((await check("test.user2", "test.passw0rd2")).getCode(), 531);
});

test("user agent and referer change nothing", async () => {
  const cl = client()
    .setUserAgent("WHMCS", "7.7.0", ["reg/2.6.2", "ssl/7.2.2"])
    .setReferer("https://www.example.net/");

  assert.equal((await cl.request(account)).getCode(), 200);
});
