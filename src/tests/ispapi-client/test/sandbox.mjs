// The client prints every answer it gets, whole and several times, so that a failure would be lost
// among them.
console.log = () => {};

const { APIClient } = await import("@hexonet/ispapi-apiconnector");

const base = process.env.SANDBOX_URL;
if (!base) {
  throw new Error(
    "SANDBOX_URL is missing: the address of a sandbox, such as http://localhost:9600",
  );
}

/** A client that talks to the sandbox and has not logged in. */
export function anonymous() {
  return new APIClient().useOTESystem().setURL(`${base}/sandbox/api/call.cgi`);
}

/** A client of the first account. */
export function client() {
  return anonymous().setCredentials("test.user", "test.passw0rd");
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

/** Code and text of an answer together, as one reads them. */
export const says = (response) => `${response.getCode()} ${response.getDescription()}`;

/** All cells of a column. */
export const column = (response, name) => response.getColumn(name)?.getData() ?? [];

/** A registration with the contact that is there from the start. */
export const registration = (domain, further = {}) => ({
  COMMAND: "AddDomain",
  DOMAIN: domain,
  OWNERCONTACT: ["P-TUE1378025"],
  ADMINCONTACT: ["P-TUE1378025"],
  TECHCONTACT: ["P-TUE1378025"],
  BILLINGCONTACT: ["P-TUE1378025"],
  ...further,
});

/** Registers names and fails when one cannot be. */
export async function register(cl, ...domains) {
  for (const domain of domains) {
    const response = await cl.request(registration(domain));
    if (!response.isSuccess()) {
      throw new Error(`${domain}: ${says(response)}`);
    }
  }
}
