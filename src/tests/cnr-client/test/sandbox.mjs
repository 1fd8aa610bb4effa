// The client prints every answer it gets, so that a failure would be lost among them.
console.log = () => {};

const { APIClient } = await import("@team-internet/apiconnector");

const base = process.env.SANDBOX_URL;
if (!base) {
  throw new Error(
    "SANDBOX_URL is missing: the address of a sandbox, such as http://localhost:9600",
  );
}

/** A client that talks to the sandbox and has not logged in. */
export function anonymous() {
  return new APIClient().useOTESystem().setURL(`${base}/sandbox/cnr/api/call.cgi`);
}

/** A client of the first account. */
export function client() {
  return anonymous().setCredentials("test.user", "test.passw0rd");
}

/** A client of the second account. */
export function neighbour() {
  return anonymous().setCredentials("test.user2", "test.passw0rd2");
}

/** A control call of the sandbox; answers what it says. */
export async function control(path, body) {
  const answer = await fetch(`${base}/sandbox/${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  }
  return answer.json();
}

/** Puts the sandbox back to its first day. */
export const reset = () => control("reset", {});

/** Sets a name up that one of the accounts here has. */
export const ours = (domain, further = {}) =>
  control("registry", { platform: "CNR", domain, owner: "OURS", ...further });

/** Sets a name up that another registrar has. */
export const elsewhere = (domain, further = {}) =>
  control("registry", { domain, owner: "OTHER_REGISTRAR", ...further });

/** Lets some time pass. */
export const advance = (by) => control("clock", { advance: by });

/** Code and text of an answer together, as one reads them. */
export const says = (response) => `${response.getCode()} ${response.getDescription()}`;

/** All cells of a column. */
export const column = (response, name) => response.getColumn(name)?.getData() ?? [];

/** The first cell of a column. */
export const cell = (response, name) => response.getColumnIndex(name, 0);

/** A command that has to be carried out. */
export async function done(cl, command) {
  const response = await cl.request(command);
  if (!response.isSuccess()) {
    throw new Error(`${command.COMMAND}: ${says(response)}`);
  }
  return response;
}

/** A contact's handle; the same data have the same one. */
export const contact = async (cl, further = {}) =>
  cell(
    await done(cl, {
      COMMAND: "AddContact",
      FIRSTNAME: "Ada",
      LASTNAME: "Example",
      STREET: ["Main Street 1"],
      ZIP: "10115",
      CITY: "Berlin",
      COUNTRY: "DE",
      PHONE: "+49.301234567",
      EMAIL: "ada@example.net",
      ...further,
    }),
    "CONTACT",
  );

/** A registration with one contact for all roles. */
export async function registration(cl, domain, further = {}) {
  const handle = await contact(cl);
  return {
    COMMAND: "AddDomain",
    DOMAIN: domain,
    PERIOD: 1,
    OWNERCONTACT: [handle],
    ADMINCONTACT: [handle],
    TECHCONTACT: [handle],
    BILLINGCONTACT: [handle],
    ...further,
  };
}

/** Registers names and fails when one cannot be. */
export async function register(cl, ...domains) {
  for (const domain of domains) {
    await done(cl, await registration(cl, domain));
  }
}
