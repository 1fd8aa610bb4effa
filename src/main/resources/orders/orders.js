import {
  MONEY, STANDING, STATUS, element, link, loginAddress, read, sentence, showLogin, time, troubled,
} from '/pages/shared.js';

const REFRESH = 5000;
const KINDS = {RETRYING: 'being retried', STOPPED: 'stuck'};
const WHO = {
  OPERATOR: 'an operator', APPROVER: 'an approver', REGISTRAR: 'the registrar', REGISTRANT: 'the registrant',
  PRIOR_REGISTRANT: 'the prior registrant', CALLER: 'the caller who placed the order',
};

const search = document.getElementById('search');
const note = document.getElementById('note');
const pictures = new Map();
let words = {};
let next = null;
let shown = null;
let timer = null;
// Whether there is a sandbox that this person may look into; null until it was asked.
let sandbox = null;
// Counts what was asked for: an answer to an earlier question than the last is not shown.
let turn = 0;

async function load(path) {
  const login = document.getElementById('login');
  try {
    const body = await read(path);
    login.hidden = true;
    return body;
  } catch (e) {
    login.hidden = e.status !== 401;
    document.getElementById('login-link').href = loginAddress();
    throw e;
  }
}

function say(text) {
  note.textContent = text;
  note.className = 'bad';
  note.hidden = !text;
}

function explain(problem) {
  if (problem.status !== 401) {
    say(problem.errors && problem.errors.length ? problem.message : sentence(problem.message));
  }
}

function word(list, value) {
  return (words[list] || {})[value] || value.toLowerCase().replaceAll('_', ' ');
}

function parts(...all) {
  return all.filter(Boolean).join(' ');
}

// ---- the list

const FILTERS = ['domain', 'reference', 'status', 'waitingFor', 'trouble'];

function query(form, after) {
  const wanted = new URLSearchParams();
  for (const name of FILTERS) {
    if (form[name]) {
      wanted.set(name, form[name]);
    }
  }
  if (after) {
    wanted.set('after', after);
  }
  return '/api/v1/orders?' + wanted;
}

function entered() {
  const form = {};
  for (const name of FILTERS) {
    form[name] = search.elements[name].value.trim();
  }
  return form;
}

function whom(wait) {
  return WHO[wait.who] + (wait.who === 'CALLER' && wait.taskId ? ' or an operator' : '');
}

// What it waits for, or how it has ended.
function outlook(order) {
  switch (order.status) {
    case 'WAITING':
      return order.waitingFor.what.startsWith(whom(order.waitingFor))
        ? sentence(order.waitingFor.what)
        : whom(order.waitingFor) + ': ' + order.waitingFor.what;
    case 'COMPLETED':
      return sentence(word('OutcomeCode', order.outcome.code));
    case 'FAILED':
      return sentence(order.failure.message);
    default:
      return order.trouble ? order.trouble.step : '';
  }
}

function row(order) {
  const cells = document.createElement('tr');
  cells.dataset.reference = order.reference;
  const domain = element('td');
  domain.append(link(order.domainUnicode, '#' + encodeURIComponent(order.id)));
  const status = element('td');
  status.append(element('span', STATUS[order.status], 'tag'));
  if (order.trouble) {
    status.append(' ', element('span', KINDS[order.trouble.state], 'tag ' + order.trouble.state));
  }
  const wait = order.waitingFor;
  cells.append(
    domain,
    element('td', order.operation.toLowerCase().replaceAll('_', ' ')),
    status,
    element('td', outlook(order)),
    element('td', time(order.updatedAt), 'time'),
    element('td', order.account),
    element('td', order.reference));
  return cells;
}

function showPage(page, added) {
  const rows = document.getElementById('rows');
  if (!added) {
    rows.replaceChildren();
  }
  rows.append(...page.orders.map(row));
  next = page.next;
  document.getElementById('more').hidden = !next;
  const count = rows.children.length;
  document.getElementById('found').textContent = count === 0 ? 'No order was found.'
    : (next ? 'The latest ' : '') + count + (count === 1 ? ' order.' : ' orders, latest first.');
}

async function list(more) {
  const mine = ++turn;
  say('');
  document.getElementById('more').hidden = true;
  try {
    const page = await load(query(entered(), more ? next : null));
    if (mine === turn) {
      showPage(page, more);
    }
  } catch (e) {
    if (mine === turn) {
      document.getElementById('more').hidden = !more;
      explain(e);
    }
  }
}

// ---- one order

async function open(reference) {
  const mine = ++turn;
  try {
    const order = await load('/api/v1/orders/' + encodeURIComponent(reference));
    if (mine === turn) {
      await show(order, mine);
    }
  } catch (e) {
    if (mine !== turn) {
      return;
    }
    if (e.type === 'reference-ambiguous') {
      await choose(reference, mine);
    } else {
      // An order that is on the screen stays there while the server is away.
      if (shown && shown.id === reference && e.status !== 404) {
        timer = setTimeout(() => open(reference), REFRESH);
      } else {
        close();
      }
      explain(e);
    }
  }
}

// Several logins may use the same reference: all of them are offered.
async function choose(reference, mine) {
  close();
  try {
    const page = await load('/api/v1/orders?reference=' + encodeURIComponent(reference));
    if (mine === turn) {
      showPage(page, false);
      document.getElementById('found').textContent =
        'Several logins use the reference ' + reference + '. Choose the order by its domain and account.';
    }
  } catch (e) {
    if (mine === turn) {
      explain(e);
    }
  }
}

async function show(order, mine) {
  const first = !shown || shown.id !== order.id;
  shown = order;
  say('');
  document.getElementById('list').hidden = true;
  document.getElementById('order').hidden = false;
  const title = document.getElementById('title');
  title.textContent = parts('Order', order.reference + ':', word('Operation', order.operation), '–', order.domainUnicode);
  document.title = order.reference + ' – Orders';
  document.getElementById('sentence').textContent = standing(order);
  showTrouble(order.trouble);
  showFacts(order);
  showSections(order.sections);
  if (sandbox === null) {
    sandbox = await read('/sandbox/clock').then(() => true, () => false);
    if (mine !== turn) {
      return;
    }
    showFacts(order);
  }
  const [svg, timeline] = await Promise.all([
    picture(order.process), load('/api/v1/orders/' + encodeURIComponent(order.id) + '/timeline')]);
  if (mine !== turn) {
    return;
  }
  showPicture(order, svg);
  showTimeline(timeline);
  if (first) {
    title.focus();
  }
  clearTimeout(timer);
  const ended = ['COMPLETED', 'FAILED', 'CANCELLED'].includes(order.status) && !order.trouble;
  if (!ended) {
    timer = setTimeout(() => open(order.id), REFRESH);
  }
}

function standing(order) {
  const it = 'It ' + STANDING[order.status];
  switch (order.status) {
    case 'WAITING':
      return it + ' for ' + whom(order.waitingFor)
        + (order.waitingFor.until ? ', until ' + time(order.waitingFor.until) + ' UTC' : '') + '.'
        + (order.trouble && order.trouble.what === order.waitingFor.what ? '' : ' ' + sentence(order.waitingFor.what));
    case 'COMPLETED':
      return it + ': ' + sentence(word('OutcomeCode', order.outcome.code)).replace(/^./, (c) => c.toLowerCase());
    case 'FAILED':
      return it + '. ' + sentence(order.failure.message);
    default:
      return it + '.';
  }
}

function showTrouble(trouble) {
  const box = document.getElementById('trouble');
  box.hidden = !trouble;
  if (!trouble) {
    return;
  }
  box.className = trouble.state === 'STOPPED' ? 'bad' : 'retrying';
  box.replaceChildren(
    element('strong', troubled(trouble)),
    element('p', trouble.what),
    element('p', 'Failed first: ' + time(trouble.since) + ' UTC. Tries that failed: ' + trouble.tries + '. '
      + (trouble.nextTryAt ? 'Next try: ' + time(trouble.nextTryAt) + ' UTC.' : 'It is not tried again automatically.')));
}

const SECTIONS = {
  nameservers: 'Name servers', contacts: 'Contacts', registrantDetails: 'Registrant’s address and phone',
  transferLock: 'Transfer lock', privacy: 'Privacy', renewalMode: 'Renewal mode',
};
const SECTION_STATES = {WANTED: 'to be done', DONE: 'changed', UNCHANGED: 'was so already', REFUSED: 'not changed', NOT_DONE: 'not done'};

function setting(name, value) {
  if (value === null) {
    return '';
  }
  if (name === 'transferLock') {
    return value ? 'locked' : 'open';
  }
  return Array.isArray(value) ? value.join(', ') || 'none' : value === true ? 'yes' : value === false ? 'no' : value;
}

function showSections(sections) {
  document.getElementById('sections').hidden = !sections;
  document.getElementById('section-rows').replaceChildren(...Object.entries(sections || {}).map(([name, section]) => {
    const line = document.createElement('tr');
    line.append(
      element('td', SECTIONS[name]),
      element('td', setting(name, section.before)),
      element('td', setting(name, section.after)),
      element('td', parts(SECTION_STATES[section.state] + (section.reason ? ':' : ''), section.reason)));
    return line;
  }));
}

function showFacts(order) {
  const facts = [];
  const fact = (name, value) => {
    if (value) {
      facts.push([name, value]);
    }
  };
  fact('Status', STATUS[order.status]);
  if (order.waitingFor) {
    fact('Waits for', sentence(word('WaitingForCode', order.waitingFor.code)));
    if (order.waitingFor.taskId) {
      const task = element('span');
      task.append(
        link('Open it in Tasklist',
          '/camunda/app/tasklist/default/#/?task=' + encodeURIComponent(order.waitingFor.taskId)),
        order.waitingFor.who === 'APPROVER' ? ' (approvers can)' : '');
      fact('Open task', task);
    }
  }
  if (order.outcome) {
    fact('Paid until', order.outcome.expiresAt && time(order.outcome.expiresAt) + ' UTC');
    fact('At the end of the period', order.outcome.renewalMode && sentence(word('RenewalMode', order.outcome.renewalMode)));
    fact('Locked against transfers until', order.outcome.lockedUntil && time(order.outcome.lockedUntil) + ' UTC');
    fact('Besides', order.outcome.remark);
  }
  if (order.failure) {
    fact('Reason', sentence(word('FailureReason', order.failure.reason)));
    fact('Registrar answered', order.failure.registrarCode && 'code ' + order.failure.registrarCode);
  }
  fact('Money', MONEY[order.charged]);
  fact('Price', order.price && order.price.amount + ' ' + order.price.currency + (order.price.booked ? '' : ', not booked yet'));
  fact('Period', order.ordered.period);
  fact('Name servers', order.ordered.nameservers && (order.ordered.nameservers.join(', ') || 'none'));
  fact('Additional fields', order.ordered.additionalFields && order.ordered.additionalFields.join(', '));
  if (sandbox) {
    fact('Registrar', link('What the sandbox was asked for this order', '/sandbox#calls=' + encodeURIComponent(order.id)));
  }
  fact('Owner', order.owner || 'nobody');
  fact('Placed by', order.placedBy);
  fact('Account', order.account);
  fact('Domain', order.domain === order.domainUnicode ? order.domain : order.domainUnicode + ' (' + order.domain + ')');
  fact('Reference', order.reference);
  fact('Placed', time(order.createdAt) + ' UTC');
  fact('Last changed', time(order.updatedAt) + ' UTC');
  document.getElementById('facts').replaceChildren(...facts.flatMap(([name, value]) => {
    const said = element('dd');
    said.append(value);
    return [element('dt', name), said];
  }));
}

async function picture(process) {
  if (!pictures.has(process)) {
    const response = await fetch(new URL('/orders/pictures/' + encodeURIComponent(process) + '.svg', location.origin));
    pictures.set(process, response.ok
      ? new DOMParser().parseFromString((await response.text()).replaceAll(' style="', ' data-style="'),
        'image/svg+xml').documentElement : null);
  }
  const found = pictures.get(process);
  return found && document.importNode(found, true);
}

// The pictures carry their styles as attributes, which the policy of this page does not allow; as properties it does.
function dress(svg) {
  for (const styled of svg.querySelectorAll('[data-style]')) {
    styled.style.cssText = styled.dataset.style;
    delete styled.dataset.style;
  }
}

function showPicture(order, svg) {
  const frame = document.getElementById('picture');
  const legend = document.getElementById('legend');
  const place = document.getElementById('place');
  const left = frame.scrollLeft;
  const top = frame.scrollTop;
  const same = frame.dataset.order === order.id;
  frame.dataset.order = order.id;
  if (!svg) {
    frame.replaceChildren(element('p', 'There is no picture of this process.'));
    return;
  }
  dress(svg);
  svg.setAttribute('role', 'img');
  const marked = [];
  const troubled = order.trouble
    ? svg.querySelector(shape(order.trouble.activity)) ? [order.trouble.activity] : order.activities : [];
  for (const activity of new Set([...order.activities, ...troubled])) {
    const found = svg.querySelector(shape(activity));
    if (found) {
      const state = troubled.includes(activity) ? order.trouble.state : 'here';
      found.classList.add(state);
      mark(found, state);
      marked.push({name: nameOf(found, activity, svg), state, found});
    }
  }
  const at = marked.map((one) => '«' + one.name + '»' + (KINDS[one.state] ? ' (' + KINDS[one.state] + ')' : ''));
  place.textContent = at.length ? 'The process is at ' + at.join(' and ') + '.'
    : order.activities.length ? 'The process is at a step of an earlier version of its model, which is not in this picture.'
      : 'The process has ended; it is nowhere in the picture.';
  legend.textContent = at.length
    ? 'In the picture: «here» in blue is where it stands, «being retried» has a dashed frame, «stuck» a thick red one.' : '';
  svg.setAttribute('aria-label', parts('Process', order.process + '.', place.textContent));
  frame.replaceChildren(svg);
  if (frame.scrollWidth > frame.clientWidth) {
    legend.textContent = parts(legend.textContent, 'There is more of it to the sides.');
  }
  if (same) {
    frame.scrollTo(left, top);
  } else if (marked.length) {
    const box = marked[0].found.getBoundingClientRect();
    const around = frame.getBoundingClientRect();
    frame.scrollTo(box.left - around.left - frame.clientWidth / 2 + box.width / 2,
      box.top - around.top - frame.clientHeight / 2 + box.height / 2);
  }
}

function shape(activity) {
  return '[data-element-id="' + CSS.escape(activity) + '"]';
}

function nameOf(found, activity, svg) {
  const label = svg.querySelector(shape(activity + '_label')) || found;
  const lines = [...label.querySelectorAll('.djs-label tspan')].map((line) => line.textContent);
  return lines.join(' ').replace(/\s+/g, ' ').trim() || activity;
}

// Not by the colour alone: each mark is written, too.
function mark(found, state) {
  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  text.setAttribute('class', 'mark');
  text.setAttribute('y', '-8');
  text.setAttribute('fill', state === 'STOPPED' ? '#b5152b' : state === 'RETRYING' ? '#8a5a00' : '#155cb5');
  text.textContent = state === 'here' ? '● here' : state === 'RETRYING' ? '↻ being retried' : '✖ stuck';
  found.append(text);
}

function showTimeline(timeline) {
  document.getElementById('timeline').replaceChildren(...timeline.entries.map((entry) => {
    const line = document.createElement('tr');
    line.append(element('td', time(entry.at), 'time'), element('td', entry.text), element('td', entry.by || '', 'by'));
    return line;
  }));
}

function close() {
  clearTimeout(timer);
  shown = null;
  document.title = 'Orders';
  document.getElementById('order').hidden = true;
  document.getElementById('list').hidden = false;
}

async function route() {
  clearTimeout(timer);
  const wanted = new URLSearchParams('order=' + location.hash.slice(1).replaceAll('+', '%2B')).get('order');
  if (wanted) {
    await open(wanted);
  } else {
    close();
    await list(false);
  }
}

search.addEventListener('submit', (event) => {
  event.preventDefault();
  list(false);
});
document.getElementById('more').addEventListener('click', () => list(true));
addEventListener('hashchange', route);

async function start() {
  try {
    words = await (await fetch(new URL('/orders/words.json', location.origin))).json();
  } catch {
    words = {};
  }
  search.elements.waitingFor.append(...Object.keys(words.WaitingForCode || {}).map((code) => {
    const option = element('option', code.toLowerCase().replaceAll('_', ' '));
    option.value = code;
    option.title = words.WaitingForCode[code];
    return option;
  }));
  const wanted = new URLSearchParams(location.search);
  for (const name of FILTERS) {
    search.elements[name].value = wanted.get(name) || '';
  }
  await route();
}

showLogin().catch(() => null);
start();
