// The list: what is asked for stands in the address, so that a link opens it and «back» works.
import {STATUS, element, link, read, sentence, time} from '/pages/shared.js';
import {begin, explain, isLast, load} from '/orders/parts/notes.js';
import {KINDS, PARTIES, capital, distance, plain, said, serverTime, shortly, values, word} from '/orders/parts/words.js';

const search = document.getElementById('search');
const DAY = 24 * 60 * 60 * 1000;

// What fields of the form stand for, of the parameters that the address and GET /api/v1/orders have in common.
const SHOWN = ['term', 'domain', 'reference', 'operation', 'account', 'status', 'waitingFor', 'waitingOn', 'createdFrom', 'createdBefore',
  'trouble', 'sort'];

const VIEWS = [
  ['All', {}],
  ['Open', {status: 'IN_PROGRESS,WAITING'}],
  ['For an operator', {waitingOn: 'OPERATOR'}],
  ['For an approver', {waitingOn: 'APPROVER'}],
  ['Failed steps', {trouble: 'RETRYING,STOPPED'}],
];

let next = null;
// What the rows on the screen were asked for, and how often more of them.
let shown = null;
let pages = 0;
let go = null;

// All that the address says is asked for, so that nothing in a link is overlooked; pages and formats are made here.
function asked() {
  const given = [...new URLSearchParams(location.search)].map(([name, value]) => [name, value.trim()]);
  return new URLSearchParams(given.filter(([name, value]) => value && !['after', 'limit', 'format'].includes(name)));
}

function wanted() {
  return Object.fromEntries(asked());
}

// So many days before a day.
function day(before, from = serverTime()) {
  const time = Date.parse(from.slice(0, 10));
  return Number.isNaN(time) ? from : new Date(time - before * DAY).toISOString().slice(0, 10);
}

// ---- the form

function options(select, list) {
  select.append(...list.map(([value, text, title]) => {
    const option = element('option', text);
    option.value = value;
    option.title = title || '';
    return option;
  }));
}

function choose(name, value, text) {
  const select = search.elements[name];
  if (value && ![...select.options].some((option) => option.value === value)) {
    options(select, [[value, text || value.split(',').map(plain).join(' or ')]]);
  }
  select.value = value;
}

// More than so many days ago: the last day that is so long ago.
const BEFORE = {before7: 7, before30: 30};

// The last day of which orders are listed: people mean all of it.
function lastDay({createdBefore = ''}) {
  return /^\d{4}-\d{2}-\d{2}$/.test(createdBefore) ? day(1, createdBefore) : createdBefore.slice(0, 10);
}

function placed(form) {
  const from = form.createdFrom || '';
  const to = lastDay(form);
  if (!from && !to) {
    return '';
  }
  const before = Object.keys(BEFORE).find((name) => to === day(BEFORE[name]));
  if (before && !from) {
    return before;
  }
  const preset = ['0', '6', '29'].find((days) => from === day(Number(days)));
  return preset && (!to || to === day(0)) ? preset : 'custom';
}

function fill(form) {
  const fields = search.elements;
  fields.term.value = form.term || form.domain || form.reference || '';
  choose('operation', form.operation || '');
  choose('account', form.account || '', form.account);
  choose('status', form.status || '');
  choose('waitingFor', form.waitingFor || form.waitingOn || '');
  choose('trouble', form.trouble || '');
  choose('sort', form.sort || '');
  fields.placed.value = placed(form);
  fields.placedFrom.value = (form.createdFrom || '').slice(0, 10);
  fields.placedTo.value = lastDay(form);
  showDays();
  for (const select of search.querySelectorAll('select')) {
    select.classList.toggle('set', select.value !== '');
  }
  document.getElementById('reset').hidden = Object.keys(form).length === 0;
  for (const view of document.querySelectorAll('#views a')) {
    const its = new URL(view.href).searchParams;
    const same = Object.keys(form).length === [...its].length
      && [...its].every(([name, value]) => form[name] === value);
    if (same) {
      view.setAttribute('aria-current', 'page');
    } else {
      view.removeAttribute('aria-current');
    }
  }
}

function showDays() {
  for (const field of search.querySelectorAll('.custom')) {
    field.hidden = search.elements.placed.value !== 'custom';
  }
}

function entered() {
  const before = wanted();
  const fields = search.elements;
  const form = {};
  const term = fields.term.value.trim();
  if (term && term === (before.domain || before.reference)) {
    // as a link has asked for it, exactly
    form[before.domain ? 'domain' : 'reference'] = term;
  } else if (term) {
    form.term = term;
  }
  for (const name of ['operation', 'account', 'status', 'trouble', 'sort']) {
    if (fields[name].value) {
      form[name] = fields[name].value;
    }
  }
  const waiting = fields.waitingFor.value;
  if (waiting) {
    form[waiting.split(',')[0] in PARTIES ? 'waitingOn' : 'waitingFor'] = waiting;
  }
  const days = fields.placed.value;
  if (days === 'custom') {
    Object.assign(form, fields.placedFrom.value && {createdFrom: fields.placedFrom.value},
      fields.placedTo.value && {createdBefore: day(-1, fields.placedTo.value)});
  } else if (BEFORE[days]) {
    form.createdBefore = day(BEFORE[days] - 1);
  } else if (days) {
    form.createdFrom = day(Number(days));
    form.createdBefore = day(-1);
  }
  return [...[...asked()].filter(([name]) => !SHOWN.includes(name)), ...Object.entries(form)];
}

function address(form) {
  const query = new URLSearchParams(form).toString();
  return '/orders/' + (query ? '?' + query.replaceAll('%2C', ',') : '');
}

function narrow() {
  const to = address(entered());
  if (to !== location.pathname + location.search) {
    history.pushState(null, '', to);
  }
  go();
}

export function prepareList(route) {
  go = route;
  const fields = search.elements;
  options(fields.operation, values('OperationName').map((code) => [code, word('OperationName', code), word('Operation', code)]));
  const who = element('optgroup');
  who.label = 'whom';
  options(who, Object.entries(PARTIES));
  const what = element('optgroup');
  what.label = 'what';
  options(what, values('WaitingForCode').map((code) => [code, plain(code), word('WaitingForCode', code)]));
  fields.waitingFor.append(who, what);
  document.getElementById('views').append(...VIEWS.map(([text, form]) => {
    const view = link(text, address(form));
    view.dataset.within = '';
    return view;
  }));
  read('/api/v1/me').then(({accounts}) => {
    const chosen = fields.account.value;
    options(fields.account, accounts.map(({name}) => [name, name]).filter(([name]) => name !== chosen));
  }, () => {});
  read('/api/v1/order-troubles').then(({retrying, stopped}) => {
    const view = [...document.querySelectorAll('#views a')].find(({textContent}) => textContent === 'Failed steps');
    view.append(' ', element('span', String(retrying + stopped), retrying + stopped ? 'count' : 'count none'));
  }, () => {});
  search.addEventListener('submit', (event) => {
    event.preventDefault();
    narrow();
  });
  search.addEventListener('change', ({target}) => {
    showDays();
    const isDay = target.name === 'placed' && target.value === 'custom';
    if (isDay) {
      fields.placedFrom.focus();
    } else if (target.name !== 'term') {
      narrow();
    }
  });
  // the cross in the field
  fields.term.addEventListener('search', () => fields.term.value || narrow());
  document.getElementById('reset').addEventListener('click', () => {
    history.pushState(null, '', '/orders/');
    go();
    fields.term.focus();
  });
  document.getElementById('more').addEventListener('click', more);
}

// ---- the rows

// What it waits for, or how it has ended.
function outlook(order) {
  switch (order.status) {
    case 'WAITING':
      return sentence(order.waitingFor.what);
    case 'COMPLETED':
      return said('OutcomeCode', order.outcome.code);
    case 'FAILED':
      return sentence(order.failure.message);
    default:
      return order.trouble ? order.trouble.step : '';
  }
}

function until(wait) {
  const cell = element('td', wait && wait.until ? time(wait.until) : '', 'time');
  const now = serverTime();
  if (wait && wait.taskId && wait.until && wait.until < now) {
    cell.append(element('span', 'overdue by ' + distance(wait.until, now), 'late'));
  }
  return cell;
}

function row(order) {
  const cells = document.createElement('tr');
  cells.dataset.reference = order.reference;
  const domain = element('td');
  const title = link(order.domainUnicode, '/orders/' + encodeURIComponent(order.reference), 'domain');
  title.dataset.within = '';
  title.dataset.id = order.id;
  domain.append(title, element('span', order.reference, 'small'));
  const status = element('td');
  status.append(element('span', STATUS[order.status], 'tag ' + order.status));
  if (order.trouble) {
    status.append(' ', element('span', KINDS[order.trouble.state], 'tag ' + order.trouble.state));
  }
  const text = element('td');
  const lines = element('div', outlook(order), 'lines');
  const wait = order.waitingFor;
  if (wait && !wait.what.startsWith(shortly(wait))) {
    lines.prepend(element('strong', capital(shortly(wait)) + ': '));
  }
  lines.title = lines.textContent;
  text.append(lines);
  cells.append(
    domain,
    element('td', word('OperationName', order.operation)),
    status,
    text,
    until(wait),
    element('td', order.account),
    element('td', time(order.createdAt), 'time'));
  return cells;
}

function sorted() {
  return wanted().sort === 'OLDEST_FIRST' ? 'oldest' : 'latest';
}

function showPage(page, added) {
  const rows = document.getElementById('rows');
  if (!added) {
    rows.replaceChildren();
    pages = 0;
  }
  pages++;
  rows.append(...page.orders.map(row));
  next = page.next;
  document.getElementById('more').hidden = !next;
  const count = rows.children.length;
  document.getElementById('found').textContent = count === 0 ? 'No order was found.'
    : next ? 'The ' + sorted() + ' ' + count + ' orders; there are more.'
      : count + (count === 1 ? ' order.' : ' orders, ' + sorted() + ' first.');
  return count;
}

function showCsv(count) {
  const csv = document.getElementById('csv');
  const table = new URLSearchParams(shown);
  table.set('format', 'csv');
  csv.href = '/api/v1/orders?' + table;
  csv.hidden = count === 0;
  csv.title = next ? 'All of these orders, the ' + sorted() + ' 10,000 at most' : '';
}

export async function list() {
  const form = wanted();
  const query = asked().toString();
  const mine = begin();
  document.getElementById('list').hidden = false;
  document.getElementById('search').hidden = false;
  fill(form);
  // who comes back finds the rows as they were left
  if (query === shown && pages > 1) {
    return;
  }
  document.getElementById('more').hidden = true;
  try {
    const page = await load('/api/v1/orders?' + query);
    if (isLast(mine)) {
      const count = showPage(page, false);
      shown = query;
      showCsv(count);
    }
  } catch (e) {
    if (isLast(mine)) {
      explain(e);
    }
  }
}

async function more() {
  const mine = begin();
  document.getElementById('more').hidden = true;
  const further = new URLSearchParams(shown);
  further.set('after', next);
  try {
    const page = await load('/api/v1/orders?' + further);
    if (isLast(mine)) {
      const before = document.getElementById('rows').children.length;
      showPage(page, true);
      document.querySelector('#rows tr:nth-child(' + (before + 1) + ') a').focus();
    }
  } catch (e) {
    if (isLast(mine)) {
      document.getElementById('more').hidden = false;
      explain(e);
    }
  }
}

// Orders of the same reference, of which one is to be chosen.
export async function showChoice(reference) {
  const mine = begin();
  try {
    const page = await load('/api/v1/orders?' + new URLSearchParams({reference}));
    if (isLast(mine)) {
      document.getElementById('list').hidden = false;
      document.getElementById('search').hidden = true;
      document.getElementById('csv').hidden = true;
      showPage(page, false);
      shown = null;
      document.getElementById('found').textContent =
        'Several logins use the reference ' + reference + '. Choose the order by its domain and account.';
    }
  } catch (e) {
    if (isLast(mine)) {
      explain(e);
    }
  }
}
