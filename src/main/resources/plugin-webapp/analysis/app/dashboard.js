import {legend} from './charts.js';
import {OPERATIONS} from './codes.js';
import {NOW, PERIOD, SHORT, when} from './figures.js';
import {
  Problem, button, choice, count, counted, csvLink, element, fill, freshId, input, labelled, link, ordersLink, processName, read, table, time,
  value, words,
} from './parts.js';
import {PERIODS, USUAL, lastDays} from './periods.js';

const CODES = new Set(['reason', 'mainReason', 'code', 'operation', 'who', 'state', 'source', 'system', 'kind']);
const FILTERS = {operation: 'operation', account: 'account', tld: 'top-level domain'};

// Those of the filters that a figure takes; what it does not take is said with it.
function narrowed(one, query) {
  return (one.takes || Object.keys(FILTERS)).filter((name) => query.get(name));
}

function address(figure, query) {
  const asked = new URLSearchParams(query).toString();
  return '/api/v1/figures/' + figure + (asked ? '?' + asked : '');
}

function daysLeft(row, asOf) {
  const until = row.until || row.endsAt;
  return until ? when(until, asOf) : value('COUNT', row.daysLeft);
}

// Codes and keys have words; the rest of a row is for people already.
function inWords(one, column, asOf) {
  if (column.key === 'daysLeft') {
    return {...column, cell: (row) => daysLeft(row, asOf)};
  }
  if (column.kind === 'SECONDS') {
    return {...column, title: column.title + ' (about)'};
  }
  if (column.key === 'process') {
    return {...column, cell: (row) => (row.process ? processName(row.process) : '–')};
  }
  if (one.orders && one.orders.column === column.key) {
    return {...column, cell: (row) => (row[column.key] ? ordersLink(count(row[column.key]), one.orders.of(row)) : '0')};
  }
  return CODES.has(column.key) && column.kind === 'TEXT'
    ? {...column, cell: (row) => (/^[A-Z]/.test(row[column.key] || '') ? words(row[column.key]) : row[column.key] || '–')}
    : column;
}

function show(one, asked, taken, ignored, data) {
  const period = data.from ? ', for ' + data.from + ' to ' + data.to : '';
  const since = element('p', 'As of ' + time(data.asOf) + ' UTC' + period + '.', 'analysis-hint');
  const shown = [element('p', one.say(data)), since];
  if (ignored.length) {
    shown.unshift(element('p', 'Of all orders: this is not known by ' + ignored.map((name) => FILTERS[name]).join(' or ') + '.', 'analysis-note'));
  }
  if (data.rows.length === 0 && taken.length) {
    shown.push(element('p', 'Asked for ' + taken.map((name) => FILTERS[name] + ' «' + asked[name] + '»').join(' and ') + ' only.'));
  }
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
  if (one.first < data.rows.length) {
    shown.push(element('p', 'The chart shows the first ' + one.first + ' of ' + count(data.rows.length) + '; the table has all.', 'analysis-hint'));
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
      details.append(table(data.title, data.columns.map((column) => inWords(one, column, data.asOf)), data.rows));
    }
  });
  details.open = Boolean(one.wide);
  if (one.further) {
    shown.push(link(one.further.text, one.further.href, 'analysis-further'));
  }
  shown.push(details, csvLink(address(one.figure, {...asked, format: 'csv'}), data.title));
  return shown;
}

function section(one, query, period, isTold) {
  const box = element('section', undefined, one.wide ? 'analysis-figure wide' : 'analysis-figure');
  box.id = 'analysis-' + one.figure;
  box.tabIndex = -1;
  const content = element('div', undefined, 'analysis-content');
  box.append(element('h2', one.title), content);
  const taken = narrowed(one, query);
  const asked = {...period, ...Object.fromEntries(taken.map((name) => [name, query.get(name)]))};
  const ignored = narrowed({}, query).filter((name) => !taken.includes(name));
  const reading = () => read(address(one.figure, asked)).catch((e) => {
    box.hidden = isTold(e);
    throw e;
  });
  box.ready = fill(content, 'The figures', reading, (data) => show(one, asked, taken, ignored, data));
  return box;
}

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
    for (const one of SHORT) {
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

function control(text, className, id, act) {
  const one = button(text, className, () => {
    used = id;
    act();
  });
  one.dataset.control = id;
  return one;
}

function operationField(given) {
  return choice([['', 'all'], ...OPERATIONS.map((operation) => [operation, words(operation)])], given);
}

function textField(given) {
  const field = input('text', given);
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
    const one = control(number + ' days', 'btn btn-default' + (number === chosen ? ' active' : ''), 'days' + number, () => {
      const wanted = new URLSearchParams({days: number});
      narrowed({}, query).forEach((name) => wanted.set(name, query.get(name)));
      going(wanted);
    });
    one.setAttribute('aria-pressed', String(number === chosen));
    buttons.append(one);
  }
  const [account, accounts] = accountField(query.get('account') || '');
  form.append(
    buttons,
    labelled('From', input('date', period.from), 'from'),
    labelled('To', input('date', period.to), 'to'),
    labelled('Operation', operationField(query.get('operation') || ''), 'operation'),
    labelled('Account', account, 'account', accounts),
    labelled('Top-level domain', textField(query.get('tld') || ''), 'tld'));
  const submit = element('button', 'Show', 'btn btn-primary');
  submit.type = 'submit';
  submit.dataset.control = 'show';
  form.append(submit, control('Reset', 'btn btn-default', 'reset', () => going(new URLSearchParams())));
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
    for (const name of Object.keys(FILTERS)) {
      const given = form.elements[name].value.trim().replace(/^\./, '');
      if (given) {
        wanted.set(name, given);
      }
    }
    going(wanted);
  });
  return form;
}

function periodOf(query, today) {
  if (query.get('from') || query.get('to')) {
    return {from: query.get('from') || '', to: query.get('to') || ''};
  }
  return lastDays(Number(query.get('days')) || USUAL, today);
}

// A period or a filter that there cannot be is told once, at the form, and not by each figure.
function toldAt(form) {
  const note = element('p', '', 'analysis-bad');
  const wrong = new Map();
  note.setAttribute('role', 'alert');
  note.hidden = true;
  form.append(note);
  return (problem) => {
    const errors = problem instanceof Problem ? problem.errors.filter((error) => form.elements[error.field]) : [];
    for (const {field, message} of errors) {
      wrong.set(field, (FILTERS[field] || field) + ' ' + message);
      form.elements[field].setAttribute('aria-invalid', 'true');
    }
    if (errors.length) {
      note.hidden = false;
      note.textContent = 'Not shown: ' + [...form.elements].map((one) => wrong.get(one.name)).filter(Boolean).join('; ') + '.';
    }
    return errors.length > 0;
  };
}

function contents(figures) {
  const nav = element('nav', undefined, 'analysis-contents');
  nav.setAttribute('aria-label', 'Figures on this page');
  nav.append(...figures.map((one) => control(one.title, 'btn btn-link', 'to-' + one.figure, () => reveal(one.figure))));
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
  const form = chooser(query, period);
  const isTold = toldAt(form);
  const block = (title, figures, within, ...more) => {
    const head = element('div', undefined, 'analysis-head');
    const grid = element('div', undefined, 'analysis-figures');
    head.append(element('h1', title), ...more);
    grid.append(...figures.map((one) => section(one, query, within, isTold)));
    return [head, grid];
  };
  return [
    ...block('Figures', PERIOD, asked, contents([...PERIOD, ...NOW]), form),
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

const orders = {
  id: 'orders',
  pluginPoint: 'cockpit.navigation',
  priority: 104,
  properties: {label: 'Orders', pagePath: '/orders/'},
};

const start = {
  id: 'start-page',
  pluginPoint: 'cockpit.navigation',
  priority: 102,
  properties: {label: 'Start page', pagePath: '/'},
};

export default [menu, page, inShort, orders, start];
