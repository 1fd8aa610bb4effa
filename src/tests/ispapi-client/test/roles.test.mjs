import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  anonymous,
  client,
  column,
  control,
  register,
  registration,
  reset,
  says,
} from "./sandbox.mjs";

const FORBIDDEN = "531 Authorization failed; Operation forbidden by ACL";

const role = (id, password = "topsecret") =>
  anonymous().setRoleCredentials("test.user", id, password);

async function create(parameters) {
  const response = await client().request({
    COMMAND: "CreateRoleUser",
    ROLEID: "myrole",
    PASSWORD: "topsecret",
    ...parameters,
  });
  assert.equal(says(response), "200 Command completed successfully");
}

beforeEach(reset);

test("a role user may do what its access list allows and nothing else", async () => {
  await create({ ACL: ["CheckDomain():ALLOW", "StatusDomain[", "DOMAIN = *.com", "]:ALLOW"] });
  await register(client(), "seen.com", "seen.net");

  const status = (domain) => role("myrole").request({ COMMAND: "StatusDomain", DOMAIN: domain });
  assert.equal(
    (await role("myrole").request({ COMMAND: "CheckDomain", DOMAIN: "a.com" })).getCode(),
    210,
  );
  assert.equal((await status("seen.com")).getCode(), 200);
  assert.equal(says(await status("seen.net")), FORBIDDEN);
  assert.equal(says(await role("myrole").request(registration("no.com"))), FORBIDDEN);
  assert.deepEqual(await control("ledger?domain=no.com"), []);
});

test("the documented example of an access list is read as it is explained", async () => {
  await create({
    ACL: [
      "QueryDomainList[]:ALLOW",
      "QueryExtendedDomainList():ALLOW",
      "DeleteDomain():ALLOW",
      "CheckDomain[",
      "DOMAIN = *.uk",
      "PHASE = claims",
      "]:ALLOW",
    ],
    DEFAULTPOLICY: "DENY",
    DESCRIPTION: ["Test User", "This is only a test user"],
  });

  const cl = role("myrole");
  assert.equal((await cl.request({ COMMAND: "QueryDomainList" })).getCode(), 200);
  assert.equal(
    (await cl.request({ COMMAND: "CheckDomain", DOMAIN: "a.co.uk", PHASE: "claims" })).getCode(),
    210,
  );
  assert.equal(
    says(await cl.request({ COMMAND: "CheckDomain", DOMAIN: "a.com", PHASE: "claims" })),
    FORBIDDEN,
  );
  assert.equal(says(await cl.request({ COMMAND: "StatusAccount" })), FORBIDDEN);
  const status = await client().request({ COMMAND: "StatusRoleUser", ROLEID: "myrole" });
  assert.deepEqual(column(status, "ACL").slice(3), [
    "CheckDomain[",
    "DOMAIN=*.uk",
    "PHASE=claims",
    "]:ALLOW",
  ]);
  assert.deepEqual(column(status, "DESCRIPTION"), ["Test User", "This is only a test user"]);
});

test("a list may forbid a little and allow the rest", async () => {
  await create({ ACL: ["AddDomain():DENY"], DEFAULTPOLICY: "ALLOW" });

  assert.equal((await role("myrole").request({ COMMAND: "StatusAccount" })).getCode(), 200);
  assert.equal(says(await role("myrole").request(registration("no.com"))), FORBIDDEN);
});

test("a session of a role user keeps to its access list", async () => {
  await create({ ACL: ["CheckDomain():ALLOW"] });
  const cl = role("myrole");

  assert.equal((await cl.login()).getCode(), 200);
  assert.equal((await cl.request({ COMMAND: "CheckDomain", DOMAIN: "a.com" })).getCode(), 210);
  assert.equal(says(await cl.request({ COMMAND: "StatusAccount" })), FORBIDDEN);
  assert.equal((await cl.logout()).getCode(), 200);
});

test("a role user has a password of its own, and the ledger knows who it was", async () => {
  await create({ DEFAULTPOLICY: "ALLOW" });

  assert.equal((await role("myrole", "test.passw0rd").login()).getCode(), 530);
  await register(role("myrole"), "by-role.com");
  const [entry] = await control("ledger?domain=by-role.com");
  assert.deepEqual([entry.account, entry.role], ["test.user", "myrole"]);
  assert.equal(JSON.stringify(await control("ledger")).includes("topsecret"), false);
});

test("an inactive or deleted role user cannot log in, and its session ends", async () => {
  await create({ DEFAULTPOLICY: "ALLOW" });
  const cl = role("myrole");
  await cl.login();

  const change = (parameters) => client().request({ ROLEID: "myrole", ...parameters });
  assert.equal((await change({ COMMAND: "UpdateRoleUser", STATUS: "INACTIVE" })).getCode(), 200);
  assert.equal((await cl.request({ COMMAND: "StatusAccount" })).getCode(), 530);
  assert.equal((await role("myrole").login()).getCode(), 530);
  assert.equal((await change({ COMMAND: "UpdateRoleUser", STATUS: "ACTIVE" })).getCode(), 200);
  assert.equal((await role("myrole").login()).getCode(), 200);
  assert.equal((await change({ COMMAND: "DeleteRoleUser" })).getCode(), 200);
  assert.equal((await role("myrole").login()).getCode(), 530);
  assert.equal((await change({ COMMAND: "StatusRoleUser" })).getCode(), 545);
});

test("a role user may be kept to some addresses", async () => {
  await create({ DEFAULTPOLICY: "ALLOW", ALLOWEDIP: ["1.2.3.4", "10.0.0.0/8"] });
  const from = (address) =>
    role("myrole").setRemoteIPAddress(address).request({ COMMAND: "StatusAccount" });

  assert.equal((await from("1.2.3.4")).getCode(), 200);
  assert.equal((await from("1.2.3.4:80")).getCode(), 200);
  assert.equal((await from("10.10.10.10")).getCode(), 200);
  assert.equal((await from("1.2.3.5")).getCode(), 530);
  assert.equal((await from("")).getCode(), 530);
});

test("role users are listed page by page", async () => {
  for (const id of ["c", "a", "b"]) {
    await create({ ROLEID: id });
  }

  const pages = await client().requestAllResponsePages({ COMMAND: "QueryRoleUserList", LIMIT: 2 });
  assert.deepEqual(
    pages.map((page) => column(page, "ROLEID")),
    [["a", "b"], ["c"]],
  );
});

test("what cannot be a role user is refused", async () => {
  await create({});
  const attempt = async (parameters) =>
    says(
      await client().request({
        COMMAND: "CreateRoleUser",
        ROLEID: "r",
        PASSWORD: "p",
        ...parameters,
      }),
    );

  assert.equal(await attempt({ ROLEID: "myrole" }), "540 Attribute value is not unique; ROLEID");
  assert.equal(await attempt({ PASSWORD: null }), "504 Missing required attribute; PASSWORD");
  assert.equal(
    await attempt({ ACL: ["CheckDomain()"] }),
    "505 Invalid attribute value syntax; ACL0",
  );
  assert.equal(
    await attempt({ DEFAULTPOLICY: "MAYBE" }),
    "541 Invalid attribute value; DEFAULTPOLICY",
  );
});
