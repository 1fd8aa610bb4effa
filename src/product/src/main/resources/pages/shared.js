// What the pages share with what is added to Tasklist and Cockpit. Values go into the page as text
// only (textContent, value), never as HTML.

// How an order stands, in a list.
export const STATUS = {
  IN_PROGRESS: 'in progress', WAITING: 'waiting', COMPLETED: 'completed', FAILED: 'failed', CANCELLED: 'cancelled',
};

// The same in a sentence: «It …»
export const STANDING = {
  IN_PROGRESS: 'is being worked on', WAITING: 'waits', COMPLETED: 'is completed', FAILED: 'has failed',
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

// ---- dates and amounts, written in one way on all pages

const DAY = 24 * 60 * 60 * 1000;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const SOME_DAY = new Date(Date.UTC(2001, 10, 22));

// Always UTC, whatever the zone of the browser: it is what everybody else is told.
export function time(text) {
  return text ? text.slice(0, 10) + ' ' + text.slice(11, 16) : '';
}

export function day(text) {
  return text ? text.slice(0, 10) : '';
}

// 1234567.5 as 1,234,567.50
export function amount(text) {
  const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + '.' + part.padEnd(2, '0');
}

export function money(price) {
  return amount(price.amount) + ' ' + price.currency;
}

// How far a day is from another: «in 41 days», «yesterday», «46 years ago».
export function away(date, from) {
  const days = Math.round((Date.parse(day(date)) - Date.parse(day(from))) / DAY);
  const far = Math.abs(days);
  const span = far < 730 ? far + ' days' : Math.floor(far / 365.25) + ' years';
  return ['yesterday', 'today', 'tomorrow'][days + 1] || (days > 0 ? 'in ' + span : span + ' ago');
}

// A day as it is said back to somebody who has typed it: «13 January 2027, in 41 days».
export function dayInWords(date, from, at = '') {
  const [year, month, number] = day(date).split('-').map(Number);
  return [number + ' ' + MONTHS[month - 1] + ' ' + year, at, away(date, from)].filter(Boolean).join(', ');
}

function calendarDay(year, month, number) {
  const found = new Date(Date.UTC(year, month - 1, number));
  return year >= 1900 && year < 3000 && found.getUTCMonth() === month - 1 && found.getUTCDate() === Number(number)
    ? found.toISOString().slice(0, 10) : null;
}

function monthNamed(text) {
  return MONTHS.findIndex((name) => name.toLowerCase().startsWith(text.toLowerCase())) + 1;
}

// The day that somebody has typed, as ISO writes it; null if it is none, or could be two. Read are ISO, the way of the
// browser's locale, points, which stand behind the day everywhere, and the way in which it is said back.
export function readDay(text, locale) {
  const named = /^(\d{1,2})\.? ([a-z]{3,})\.?,? (\d{4})$/i.exec(text.trim());
  if (named) {
    return calendarDay(named[3], monthNamed(named[2]), named[1]);
  }
  const [, first, separator, second, third] = /^(\d{1,4}) ?([-./]) ?(\d{1,2}) ?\2 ?(\d{1,4})\.?$/.exec(text.trim()) || [];
  if (!first) {
    return null;
  }
  if (first.length === 4) {
    return third.length <= 2 ? calendarDay(first, second, third) : null;
  }
  const usual = new Intl.DateTimeFormat(locale).formatToParts(SOME_DAY);
  const order = usual.filter(({type}) => type !== 'literal').map(({type}) => type).join(' ');
  const own = usual.some(({type, value}) => type === 'literal' && value.includes(separator));
  if (third.length !== 4 || first.length > 2) {
    return null;
  }
  return separator === '.' || (own && order === 'day month year') ? calendarDay(third, second, first)
    : own && order === 'month day year' ? calendarDay(third, first, second) : null;
}

// A domain name stays as it is, also as the first word.
export function sentence(text) {
  const full = /^\S+\.\S/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
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

// A dialog in which something was entered is closed by its own buttons, not by Esc.
export function keepEntered(dialog) {
  let entered = false;
  dialog.addEventListener('input', () => {
    entered = true;
  });
  dialog.addEventListener('close', () => {
    entered = false;
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && entered) {
      event.preventDefault();
    }
  });
}

// ---- who may open what

const OPERATORS = 'operators';
const APPROVERS = 'approvers';
const ANALYSTS = 'analysts';
const ADMINISTRATORS = 'camunda-admin';
const WITH_TASKS = [OPERATORS, APPROVERS, ADMINISTRATORS];
const WITH_PROCESSES = [ANALYSTS, ADMINISTRATORS];
const STAFF = [OPERATORS, APPROVERS, ANALYSTS, ADMINISTRATORS];

// The addresses of web applications and pages, with the groups that may open them.
const DOORS = {
  '/camunda/app/tasklist/': WITH_TASKS,
  '/orders/': STAFF,
  '/camunda/app/cockpit/': WITH_PROCESSES,
  '/camunda/app/cockpit/default/#/figures': WITH_PROCESSES,
  '/handbook/': STAFF,
  '/accounts/': [ADMINISTRATORS],
  '/sandbox': [ADMINISTRATORS],
  '/camunda/app/admin/': [ADMINISTRATORS],
  '/api-docs/': STAFF,
};

function isAny(groups, wanted) {
  return wanted.some((group) => groups.includes(group));
}

// What has no door is open to everybody.
export function mayOpen(address, groups) {
  return !DOORS[address] || isAny(groups, DOORS[address]);
}

export function isStaff(groups) {
  return isAny(groups, STAFF);
}

export function isAdministrator(groups) {
  return groups.includes(ADMINISTRATORS);
}

// ---- the login, which is one for all pages and for Tasklist, Cockpit and Admin

const WEBAPPS_LOGIN = '/camunda/api/admin/auth/user/default';

// Who is logged in (null for nobody), in which groups, and the token of the session.
export function session() {
  return read('/login/session');
}

// What a request brings that changes something: a session alone changes nothing, and no other site can read its token.
async function tokenHeader() {
  // Where the sandbox stands alone there are no logins, and nothing that would tell of one.
  const found = await token().catch((problem) => {
    if (problem.status !== 404) {
      throw problem;
    }
    return null;
  });
  return found ? {'X-XSRF-TOKEN': found} : {};
}

async function token() {
  const known = await session();
  if (known.token) {
    return known.token;
  }
  // Tasklist's side brings it with the first answer in a session, and with each before the login, whatever the answer is.
  const answer = await fetch(new URL(WEBAPPS_LOGIN, location.origin), {headers: BY_ITSELF}).catch(() => null);
  return answer && answer.headers.get('X-XSRF-TOKEN');
}

// For requests that somebody else sends; to any other site nothing is added.
export async function withToken(request) {
  if (new URL(request.url, location.origin).origin === location.origin) {
    const reads = ['GET', 'HEAD'].includes((request.method || 'GET').toUpperCase());
    Object.assign(request.headers, BY_ITSELF, reads ? {} : await tokenHeader());
  }
  return request;
}

// Changes something: the body, if any, is sent as JSON. What comes back is the answer; a Problem is thrown for a refusal.
export async function send(method, path, body) {
  return call(path, {
    method,
    headers: {...BY_ITSELF, ...await tokenHeader(), ...(body === undefined ? {} : {'Content-Type': 'application/json'})},
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

export async function logIn(username, password) {
  return call(WEBAPPS_LOGIN + '/login/welcome', {
    method: 'POST',
    headers: {...BY_ITSELF, ...await tokenHeader(), 'Content-Type': 'application/x-www-form-urlencoded'},
    body: new URLSearchParams({username, password}),
  });
}

export async function logOut() {
  await send('POST', WEBAPPS_LOGIN + '/logout');
  location.assign('/');
}

// The way to the login, and back to here afterwards.
export function loginAddress() {
  return '/login?to=' + encodeURIComponent(location.pathname + location.search + location.hash);
}

// Says in the head of a page who is logged in, with the way out or in; what this login may not open is not offered.
export async function showLogin() {
  const place = document.createElement('span');
  place.id = 'who';
  document.querySelector('header nav').append(place);
  const {login, groups} = await session();
  if (login) {
    for (const door of document.querySelectorAll('header nav > a')) {
      door.hidden = !mayOpen(door.getAttribute('href'), groups);
    }
    const out = element('button', 'Log out');
    out.type = 'button';
    out.addEventListener('click', () => logOut().catch((problem) => out.after(' ' + sentence(problem.message))));
    place.append(element('span', login), out);
  } else {
    const way = link('Log in', loginAddress());
    // what is shown may have changed since
    way.addEventListener('click', () => {
      way.href = loginAddress();
    });
    place.append(way);
  }
}
