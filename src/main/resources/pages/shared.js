// What the pages share with what is added to Tasklist and Cockpit. Values go into the page as text
// only (textContent, value), never as HTML.

// How an order stands, in a list.
export const STATUS = {
  IN_PROGRESS: 'in progress', WAITING: 'waiting', COMPLETED: 'completed', FAILED: 'failed', CANCELLED: 'cancelled',
};

// The same in a sentence: «It …»
export const STANDING = {
  IN_PROGRESS: 'is being worked on', WAITING: 'waits', COMPLETED: 'has ended well', FAILED: 'has ended without success',
  CANCELLED: 'was cancelled',
};

export const MONEY = {
  NO: 'No money was spent.', YES: 'It has been paid for.',
  UNKNOWN: 'Not known yet: a command was sent, or may have been, and its outcome is being looked up.',
};

export function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined && text !== null) {
    made.textContent = text;
  }
  if (className) {
    made.className = className;
  }
  return made;
}

export function link(text, href, className) {
  const made = element('a', text, className);
  made.href = href;
  return made;
}

// What is open here stays open.
export function elsewhere(text, href, className) {
  const made = link(text, href, className);
  made.target = '_blank';
  made.rel = 'noopener';
  return made;
}

// Always UTC, whatever the zone of the browser: it is what everybody else is told.
export function time(text) {
  return text ? text.slice(0, 10) + ' ' + text.slice(11, 16) : '';
}

export function sentence(text) {
  const full = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(full) ? full : full + '.';
}

export function troubled(trouble) {
  return '«' + trouble.step + '» ' + (trouble.state === 'STOPPED' ? 'is stuck.' : 'is being retried.');
}

// Why something could not be read or done, with the status of the answer (0: there was none). The message goes
// behind a colon.
export class Problem extends Error {
  constructor(status, body) {
    super(Problem.words(status, body || {}));
    this.status = status;
    this.type = body && body.type ? body.type.replace('urn:domainflow:problem:', '') : '';
    // what is wrong in what was asked for: {field, message}
    this.errors = (body && body.errors) || [];
  }

  static words(status, {errors, detail, message, title}) {
    if (errors && errors.length) {
      return errors.map((error) => error.field + ' ' + error.message).join('. ') + '.';
    }
    switch (status) {
      case 0: return 'the server does not answer.';
      case 401: return 'you are no longer logged in. Log in again.';
      default: return detail || message || title || 'the server answered ' + status + '.';
    }
  }
}

// An address with a login in it, as a bookmark may have, is no base for a call.
export async function call(address, request) {
  let response;
  try {
    response = await fetch(new URL(address, location.origin + location.pathname), {
      ...request, headers: {Accept: 'application/json', ...request.headers},
    });
  } catch {
    throw new Problem(0);
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) {
    throw new Problem(response.status, body);
  }
  return body;
}

// The header says that the page says itself how to log in; the browser need not ask.
export const BY_ITSELF = {'X-Requested-With': 'fetch'};

export function read(address) {
  return call(address, {headers: BY_ITSELF});
}

// Changes something. The header shows that the call comes from a page of ours, not from another site's.
export function send(method, address, body) {
  const headers = {...BY_ITSELF};
  const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie);
  if (token) {
    headers['X-XSRF-TOKEN'] = decodeURIComponent(token[1]);
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  return call(address, {method, headers, body: body === undefined ? undefined : JSON.stringify(body)});
}
