import {bars, columns, legend, ranges} from './charts.js';
import {
  Problem, count, counted, csvLink, duration, element, fill, freshId, link, percent, read, table, time, words,
} from './parts.js';

// Days of the periods one can choose by a button; the server gives 30 if nobody chooses.
const PERIODS = [7, 30, 90, 365];
const USUAL = 30;
// So many bars can be told apart; the table has all.
const BARS = 15;
// From so many days on, a column is a week.
const MOST_COLUMNS = 100;
const MOST_DAYS = 31;
// What ends within so many days, this one included, is soon.
const SOON = 7;
const DAY = 86400000;

const OUTCOMES = [
  {key: 'completed', title: 'Completed'},
  {key: 'failed', title: 'Failed', pattern: 'stripes'},
  {key: 'cancelled', title: 'Cancelled', pattern: 'dots'},
];
const FAILED = OUTCOMES.filter((part) => part.key === 'failed');
const ORDERS = [{key: 'orders', title: 'Orders'}];
const STEPS = [
  {key: 'STOPPED', title: 'Stopped: somebody has to retry them', pattern: 'stripes'},
  {key: 'RETRYING', title: 'Being retried by themselves', pattern: 'dots'},
];
const OPERATIONS = ['REGISTER', 'TRANSFER', 'CHANGE_REGISTRANT', 'RENEW', 'RESTORE', 'DELETE', 'SUSPEND', 'UNSUSPEND', 'CANCEL'];
const WHO = {
  OPERATOR: 'an operator', APPROVER: 'an approver', REGISTRAR: 'the registrar', REGISTRANT: 'the registrant',
  PRIOR_REGISTRANT: 'the prior registrant', CALLER: 'whoever placed the order',
};

// ---- sums over the rows of a figure

function sum(rows, key) {
  return rows.reduce((all, row) => all + (row[key] || 0), 0);
}

function sums(rows) {
  return {completed: sum(rows, 'completed'), failed: sum(rows, 'failed'), cancelled: sum(rows, 'cancelled')};
}

function ended(row) {
  return row.completed + row.failed + row.cancelled;
}

// Who was cancelled is neither a success nor a failure.
function success(row) {
  const decided = row.completed + row.failed;
  return decided ? percent(row.completed / decided) : null;
}

function grouped(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) || []), row]);
  }
  return groups;
}

function atLeast(data, number = data.rows.length) {
  return count(number) + (data.more ? ' or more' : '');
}

function soon(data) {
  return data.rows.filter((row) => row.daysLeft <= SOON);
}

function days(number) {
  return number < 0 ? 'over since ' + counted(-number, 'day') : number === 0 ? 'today' : 'in ' + counted(number, 'day');
}

function plusDays(day, number) {
  return new Date(Date.parse(day) + number * DAY).toISOString().slice(0, 10);
}

// ---- charts

function byDay(data) {
  const all = (Date.parse(data.to) - Date.parse(data.from)) / DAY + 1;
  const length = all > MOST_COLUMNS ? 7 : 1;
  const rows = grouped(data.rows, (row) => Math.floor((Date.parse(row.day) - Date.parse(data.from)) / DAY / length));
  const columnsOfDays = [];
  for (let index = 0; index * length < all; index++) {
    const first = plusDays(data.from, index * length);
    columnsOfDays.push({label: length > 1 ? 'week from ' + first : first, short: first.slice(5), ...sums(rows.get(index) || [])});
  }
  return columns(data.title + ', by ' + (length > 1 ? 'week' : 'day'), OUTCOMES, columnsOfDays);
}

function byOperation(data) {
  const operations = [...grouped(data.rows, (row) => row.operation)].map(([operation, rows]) => {
    const all = sums(rows);
    return {label: words(operation), note: count(ended(all)), ...all};
  });
  operations.sort((one, other) => ended(other) - ended(one));
  return bars(data.title + ', by operation', OUTCOMES, operations);
}

function successBars(data, key) {
  return bars(data.title, OUTCOMES, data.rows.slice(0, BARS).map((row) => ({
    ...row, label: (key === 'tld' ? '.' : '') + row[key], note: success(row) || 'none decided',
  })));
}

// So that an hour and a week are both seen, the scale is no even one.
function timeRanges(data) {
  return ranges(data.title, data.rows.flatMap((row) => [
    {label: words(row.operation), whole: true, median: row.median, p95: row.p95},
    {label: 'people', median: row.peopleMedian, p95: row.peopleP95},
    {label: 'the registrar', median: row.registrarMedian, p95: row.registrarP95},
    {label: 'ourselves', median: row.ownMedian, p95: row.ownP95},
  ]));
}

// A column for each day, or each week if they are many; also for those on which nothing ends.
function byDaysLeft(data) {
  const [first, last] = [data.rows[0].daysLeft, data.rows[data.rows.length - 1].daysLeft];
  const span = last - first > MOST_DAYS ? 7 : 1;
  const groups = grouped(data.rows, (row) => Math.floor(row.daysLeft / span));
  const all = [];
  for (let number = Math.floor(first / span); number <= Math.floor(last / span); number++) {
    const from = number * span;
    all.push({
      label: span === 1 ? days(from) : 'in ' + from + ' to ' + (from + span - 1) + ' days',
      short: span === 1 ? String(from) : from + '–' + (from + span - 1),
      orders: (groups.get(number) || []).length,
    });
  }
  return columns(data.title + ', by days left', ORDERS, all);
}

// ---- sentences

function sayEnded(data) {
  const all = sums(data.rows);
  const rate = success(all);
  return counted(ended(all), 'order') + (ended(all) === 1 ? ' has ended: ' : ' have ended: ') + count(all.completed) + ' completed, '
    + count(all.failed) + ' failed, ' + count(all.cancelled) + ' cancelled' + (rate ? '. Of those that were not cancelled, ' + rate + ' went well.' : '.');
}

function reason(row) {
  return words(row.mainReason).toLowerCase() + (row.mainCode ? ' (code ' + row.mainCode + ')' : '');
}

function sayWorst(data, key) {
  const failing = data.rows.filter((row) => row.failed > 0);
  if (failing.length === 0) {
    return 'No order has failed.';
  }
  const name = (row) => (key === 'tld' ? '.' : '') + row[key];
  const most = failing.reduce((one, other) => (other.failed > one.failed ? other : one));
  const lowest = failing.reduce((one, other) => (other.success < one.success ? other : one));
  return name(most) + ' has most failures: ' + count(most.failed) + ' of ' + counted(most.ended, 'order')
    + (most.mainReason ? ', mainly ' + reason(most) : '') + '. Lowest success: ' + name(lowest) + ', ' + percent(lowest.success) + '.';
}

function saySlowest(data) {
  if (data.rows.length === 0) {
    return 'No order has been completed.';
  }
  return 'Dot: half of the orders took no longer. Stroke: 95 of 100 took no longer. '
    + data.rows.map((row) => {
      const parts = [['people', row.peopleMedian], ['the registrar', row.registrarMedian], ['our own steps', row.ownMedian]];
      const [who] = parts.reduce((one, other) => (other[1] > one[1] ? other : one));
      return words(row.operation) + ': ' + duration(row.median) + ', mostly ' + who + '.';
    }).join(' ');
}

function sayReasons(data) {
  if (data.rows.length === 0) {
    return 'No order has failed.';
  }
  const first = data.rows[0];
  return counted(sum(data.rows, 'orders'), 'order') + ' failed. The most frequent reason: ' + words(first.reason).toLowerCase()
    + (first.code ? ' (code ' + first.code + ', ' + first.meaning + ')' : '') + ', ' + counted(first.orders, 'order') + '.';
}

function sayEnding(data, what, none) {
  if (data.rows.length === 0) {
    return none;
  }
  return atLeast(data) + ' ' + what + '. ' + count(soon(data).length) + ' of them within ' + SOON + ' days; the next one '
    + days(data.rows[0].daysLeft) + ': ' + data.rows[0].domain + '.';
}

function sayWaiting(data) {
  if (data.rows.length === 0) {
    return 'No order waits.';
  }
  const oldest = data.rows.reduce((one, other) => (other.oldest < one.oldest ? other : one));
  return [...grouped(data.rows, (row) => row.who)].map(([who, rows]) => count(sum(rows, 'orders')) + ' wait for ' + (WHO[who] || words(who).toLowerCase())).join(', ')
    + '. The oldest since ' + time(oldest.oldest) + ': ' + words(oldest.code).toLowerCase() + '.';
}

function saySteps(data) {
  if (data.rows.length === 0) {
    return 'No step is in trouble.';
  }
  return counted(sum(data.rows.filter((row) => row.state === 'STOPPED'), 'steps'), 'step') + ' stopped, '
    + count(sum(data.rows.filter((row) => row.state === 'RETRYING'), 'steps')) + ' being retried by themselves.';
}

function sayAccounts(data) {
  const held = data.rows.filter((row) => row.held);
  return counted(data.rows.length, 'account') + '; '
    + (held.length === 0 ? 'none is held back.' : held.map((row) => row.account + ' is held back: ' + row.held).join('; ') + '.');
}

// ---- the figures: what each says and how it is drawn. A wide one has the page's width, and its table open.

const NOW = [
  {
    figure: 'waiting-orders', say: sayWaiting, legend: ORDERS, wide: true,
    draw: (data) => [bars(data.title, ORDERS, data.rows.slice(0, BARS).map((row) => ({
      label: words(row.code), orders: row.orders, note: count(row.orders),
    })))],
  },
  {
    figure: 'steps-in-trouble', say: saySteps, legend: STEPS, wide: true,
    draw: (data) => [bars(data.title, STEPS, data.rows.slice(0, BARS).map((row) => ({
      label: row.step, note: count(row.steps), [row.state]: row.steps,
    })))],
  },
  {
    figure: 'open-confirmations', legend: ORDERS,
    say: (data) => sayEnding(data, 'confirmations are awaited', 'No confirmation is awaited.'),
    draw: (data) => [byDaysLeft(data)],
  },
  {
    figure: 'locks-ending', legend: ORDERS,
    say: (data) => sayEnding(data, 'locks end within 60 days', 'No lock ends within 60 days.'),
    draw: (data) => [byDaysLeft(data)],
  },
  {figure: 'accounts', say: sayAccounts, wide: true, draw: () => []},
];

const PERIOD = [
  {figure: 'orders-per-day', say: sayEnded, legend: OUTCOMES, draw: (data) => [byDay(data), byOperation(data)]},
  {figure: 'time-to-done', say: saySlowest, draw: (data) => [timeRanges(data)]},
  {figure: 'success-by-tld', say: (data) => sayWorst(data, 'tld'), legend: OUTCOMES, draw: (data) => [successBars(data, 'tld')]},
  {figure: 'success-by-account', say: (data) => sayWorst(data, 'account'), legend: OUTCOMES, draw: (data) => [successBars(data, 'account')]},
  {
    figure: 'failure-reasons', say: sayReasons, legend: FAILED, wide: true,
    draw: (data) => [bars(data.title, FAILED, data.rows.slice(0, BARS).map((row) => ({
      label: words(row.reason) + (row.code ? ' ' + row.code : ''), failed: row.orders, note: count(row.orders),
    })))],
  },
];

const FILTERS = ['operation', 'account', 'tld'];

function address(figure, query) {
  const asked = new URLSearchParams(query).toString();
  return '/api/v1/figures/' + figure + (asked ? '?' + asked : '');
}

// Codes have words; the rest of a row is for people already.
function inWords(column) {
  return ['reason', 'mainReason', 'code', 'operation', 'who', 'state'].includes(column.key) && column.kind === 'TEXT'
    ? {...column, cell: (row) => codeInWords(row[column.key])}
    : column;
}

function codeInWords(code) {
  return code === null || code === undefined ? '–' : /^[A-Z][A-Z_]+$/.test(code) ? words(code) : code;
}

function show(one, query, data) {
  const since = element('p', 'As of ' + time(data.asOf) + ' UTC' + (data.from ? ', for ' + data.from + ' to ' + data.to + '.' : '.'), 'analysis-hint');
  const shown = [element('p', one.say(data)), since];
  if (data.rows.length === 0) {
    return shown;
  }
  const drawn = one.draw(data);
  if (drawn.length > 0) {
    if (one.legend && one.legend.length > 1) {
      shown.push(legend(one.legend));
    }
    shown.push(...drawn);
  }
  if (data.more) {
    shown.push(element('p', 'The table and the CSV have the first ' + count(data.rows.length) + '.', 'analysis-hint'));
  }
  const details = element('details', undefined, 'analysis-details');
  const summary = element('summary', 'Table, ' + counted(data.rows.length, 'row'));
  details.append(summary);
  // A table of a year is long: it is made when somebody opens it.
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) {
      details.append(table(data.title, data.columns.map(inWords), data.rows));
    }
  });
  details.open = Boolean(one.wide);
  shown.push(details, csvLink(address(one.figure, {...query, format: 'csv'}), data.title));
  return shown;
}

function section(one, query) {
  const box = element('section', undefined, one.wide ? 'analysis-figure wide' : 'analysis-figure');
  box.id = 'analysis-' + one.figure;
  box.tabIndex = -1;
  const title = element('h2', TITLES[one.figure]);
  const content = element('div', undefined, 'analysis-content');
  box.append(title, content);
  box.ready = fill(content, 'The figures', () => read(address(one.figure, query)), (data) => show(one, query, data));
  return box;
}

const TITLES = {
  'waiting-orders': 'What waits, and for whom',
  'steps-in-trouble': 'Steps in trouble',
  'open-confirmations': 'Open confirmations',
  'locks-ending': 'Locks that end soon',
  'accounts': 'Accounts: balance and quota',
  'orders-per-day': 'Orders that have ended',
  'success-by-tld': 'Success by top-level domain',
  'success-by-account': 'Success by account',
  'failure-reasons': 'Why orders failed',
  'time-to-done': 'Time to done',
};

// ---- the figures in short

function tile(title, href) {
  const box = element('div', undefined, 'analysis-tile');
  const number = link('…', href, 'value');
  const note = element('div', '', 'analysis-hint');
  box.append(element('div', title, 'analysis-tile-title'), number, note);
  return {
    box,
    say(text, more, bad) {
      number.textContent = text;
      number.classList.toggle('bad', Boolean(bad));
      note.textContent = more;
    },
  };
}

function to(figure) {
  return '#/figures?show=' + figure;
}

const TILES = [
  {
    title: 'Orders ended in ' + USUAL + ' days', figure: 'orders-per-day',
    say(data) {
      const all = sums(data.rows);
      return [count(ended(all)), count(all.failed) + ' failed, ' + count(all.cancelled) + ' cancelled'];
    },
  },
  {
    title: 'Success in ' + USUAL + ' days', figure: 'success-by-tld',
    say(data) {
      const all = sums(data.rows);
      const worst = data.rows.find((row) => row.failed > 0);
      return [success(all) || '–', worst ? 'most failures: .' + worst.tld : 'no failures'];
    },
  },
  {
    title: 'Waiting for people', figure: 'waiting-orders',
    say(data) {
      const people = data.rows.filter((row) => row.who !== 'REGISTRAR');
      const oldest = people.map((row) => row.oldest).sort()[0];
      return [count(sum(people, 'orders')), oldest ? 'the oldest since ' + oldest.slice(0, 10) : 'nobody'];
    },
  },
  {
    title: 'Steps in trouble', figure: 'steps-in-trouble',
    say(data) {
      const stopped = sum(data.rows.filter((row) => row.state === 'STOPPED'), 'steps');
      return [count(sum(data.rows, 'steps')), count(stopped) + ' stopped', stopped > 0];
    },
  },
  {
    title: 'Confirmations due in ' + SOON + ' days', figure: 'open-confirmations',
    say: (data) => [count(soon(data).length), 'of ' + atLeast(data) + ' open'],
  },
  {
    title: 'Locks ending in ' + SOON + ' days', figure: 'locks-ending',
    say: (data) => [count(soon(data).length), 'of ' + atLeast(data) + ' in 60 days'],
  },
  {
    title: 'Accounts held back', figure: 'accounts',
    say(data) {
      const held = data.rows.filter((row) => row.held);
      return [count(held.length), held.length ? held.map((row) => row.account).join(', ') : 'of ' + count(data.rows.length), held.length > 0];
    },
  },
];

const inShort = {
  id: 'analysis-in-short',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  properties: {label: 'Figures'},
  render(node) {
    const place = element('div', undefined, 'analysis-tiles');
    const all = link('All figures', '#/figures', 'analysis-all');
    node.append(place, all);
    // Cockpit's heading, «Custom Plugins», says nothing; unless there are others, it is about these figures
    setTimeout(() => {
      const around = node.closest('section.deprecate');
      if (around && around.querySelectorAll('.deprecate-dashboard-view').length === 1) {
        around.querySelector('.section-title').textContent = 'Figures';
      }
    });
    for (const one of TILES) {
      const shown = tile(one.title, to(one.figure));
      place.append(shown.box);
      read(address(one.figure))
        .then((data) => shown.say(...one.say(data)))
        .catch((e) => shown.say('–', 'cannot be read' + (e instanceof Problem && e.status === 403 ? ': not for you' : '')));
    }
  },
};

// ---- the page

function entered() {
  const at = location.hash.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : location.hash.slice(at + 1));
}

// A part of the address that the page knows; what others append stays out.
function going(query) {
  location.hash = '#/figures' + (query.toString() ? '?' + query : '');
}

// Which control was used last: a new period draws the page anew, and the focus stays where it was.
let used = null;

function button(text, className, id, act) {
  const one = element('button', text, className);
  one.type = 'button';
  one.dataset.control = id;
  one.addEventListener('click', () => {
    used = id;
    act();
  });
  return one;
}

function labelled(text, control, name, ...more) {
  const box = element('label', text);
  control.name = name;
  control.dataset.control = name;
  control.className = 'form-control';
  box.append(control, ...more);
  return box;
}

function dateField(given) {
  const field = element('input');
  field.type = 'date';
  field.value = given || '';
  return field;
}

function operationField(given) {
  const field = element('select');
  for (const operation of ['', ...OPERATIONS]) {
    const option = element('option', operation ? words(operation) : 'all');
    option.value = operation;
    field.append(option);
  }
  field.value = given || '';
  return field;
}

function textField(given) {
  const field = element('input');
  field.type = 'text';
  field.value = given || '';
  field.placeholder = 'all';
  return field;
}

// With the names of those that there are; one may type another, whose orders were of before.
function accountField(given) {
  const field = textField(given);
  const names = element('datalist');
  names.id = freshId('accounts');
  field.setAttribute('list', names.id);
  read(address('accounts')).then((data) => {
    names.append(...data.rows.map((row) => {
      const option = element('option');
      option.value = row.account;
      return option;
    }));
  }, () => {});
  return [field, names];
}

function chooser(query, period) {
  const form = element('form', undefined, 'analysis-form');
  const chosen = query.get('from') || query.get('to') ? null : Number(query.get('days') || USUAL);
  const buttons = element('div', undefined, 'btn-group');
  buttons.setAttribute('role', 'group');
  buttons.setAttribute('aria-label', 'Period');
  for (const number of PERIODS) {
    const one = button(number + ' days', 'btn btn-default' + (number === chosen ? ' active' : ''), 'days' + number, () => {
      const wanted = new URLSearchParams({days: number});
      FILTERS.filter((name) => query.get(name)).forEach((name) => wanted.set(name, query.get(name)));
      going(wanted);
    });
    one.setAttribute('aria-pressed', String(number === chosen));
    buttons.append(one);
  }
  const [account, accounts] = accountField(query.get('account'));
  form.append(
    buttons,
    labelled('From', dateField(period.from), 'from'),
    labelled('To', dateField(period.to), 'to'),
    labelled('Operation', operationField(query.get('operation')), 'operation'),
    labelled('Account', account, 'account', accounts),
    labelled('Top-level domain', textField(query.get('tld')), 'tld'));
  const submit = element('button', 'Show', 'btn btn-primary');
  submit.type = 'submit';
  submit.dataset.control = 'show';
  form.append(submit, button('Reset', 'btn btn-default', 'reset', () => going(new URLSearchParams())));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    used = 'show';
    const wanted = new URLSearchParams();
    const {from, to: until} = form.elements;
    if (from.value !== period.from || until.value !== period.to || chosen === null) {
      wanted.set('from', from.value);
      wanted.set('to', until.value);
    } else {
      wanted.set('days', chosen);
    }
    for (const name of FILTERS) {
      const given = form.elements[name].value.trim().replace(/^\./, '');
      if (given) {
        wanted.set(name, given);
      }
    }
    going(wanted);
  });
  return form;
}

// The server's today: its clock counts, not the browser's.
function periodOf(query, today) {
  if (query.get('from') || query.get('to')) {
    return {from: query.get('from') || '', to: query.get('to') || ''};
  }
  const number = Number(query.get('days')) || USUAL;
  return {from: plusDays(today, 1 - number), to: today};
}

function contents(figures) {
  const nav = element('nav', undefined, 'analysis-contents');
  nav.setAttribute('aria-label', 'Figures on this page');
  nav.append(...figures.map((one) => button(TITLES[one.figure], 'btn btn-link', 'to-' + one.figure, () => reveal(one.figure))));
  return nav;
}

function reveal(figure) {
  const box = document.getElementById('analysis-' + figure);
  if (box) {
    box.scrollIntoView({block: 'start'});
    box.focus({preventScroll: true});
  }
}

function pageParts(query, today) {
  const period = periodOf(query, today);
  const asked = Object.fromEntries(Object.entries(period).filter(([, given]) => given));
  FILTERS.filter((name) => query.get(name)).forEach((name) => {
    asked[name] = query.get(name);
  });
  const block = (title, figures, under, ...more) => {
    const head = element('div', undefined, 'analysis-head');
    const grid = element('div', undefined, 'analysis-figures');
    head.append(element('h1', title), ...more);
    grid.append(...figures.map((one) => section(one, under)));
    return [head, grid];
  };
  return [
    ...block('Figures', PERIOD, asked, contents([...PERIOD, ...NOW]), chooser(query, period)),
    ...block('Right now', NOW, {}),
  ];
}

// Back to the control that was used, or on to the figure that a link has named.
async function settle(place, query) {
  const control = used && place.querySelector('[data-control="' + used + '"]');
  used = null;
  if (control) {
    control.focus();
  }
  if (query.get('show')) {
    await Promise.all([...place.querySelectorAll('section')].map((box) => box.ready));
    reveal(query.get('show'));
  }
}

const page = {
  id: 'analysis-figures',
  pluginPoint: 'cockpit.route',
  priority: 0,
  properties: {path: '/figures', label: 'Figures'},
  render(node) {
    document.title = 'Camunda Cockpit | Figures';
    const place = element('div', undefined, 'analysis-page');
    const query = entered();
    node.append(place);
    // any figure that is of now: it says which day it is for the server
    fill(place, 'The figures', () => read(address('waiting-orders')), (data) => pageParts(query, data.asOf.slice(0, 10)))
      .then(() => settle(place, query));
  },
};

const menu = {
  id: 'figures',
  pluginPoint: 'cockpit.navigation',
  priority: 110,
  properties: {label: 'Figures', pagePath: '#/figures'},
};

export default [menu, page, inShort];
