import {legend} from './charts.js';
import {OPERATIONS} from './codes.js';
import {NOW, PERIOD} from './figures.js';
import {
  FILTERS, Problem, button, choice, count, counted, csvLink, element, entered, figureAddress, fill, input, labelled, leadTo, link, read, shownColumns, table,
  time, words,
} from './parts.js';
import {PERIODS, USUAL, lastDays, month, plusDays} from './periods.js';

// Those of the filters that a figure takes; what it does not take is said with it.
function narrowed(one, query) {
  return (one.takes || Object.keys(FILTERS)).filter((name) => query.get(name));
}

// A number that has rows of its own behind it leads to them.
function withLink(one, column, asked) {
  const href = one.cells && one.cells[column.key];
  return href && column.kind === 'COUNT'
    ? {...column, cell: (row) => (row[column.key] ? leadTo(count(row[column.key]), href(row, asked)) : '0')}
    : column;
}

function show(one, asked, taken, ignored, data) {
  const period = data.from ? ', for ' + data.from + ' to ' + data.to : '';
  const since = element('p', 'As of ' + time(data.asOf) + ' UTC' + period + '.', 'analysis-hint');
  const said = element('p');
  said.append(...[one.say(data)].flat());
  const shown = [said, since];
  if (ignored.length) {
    shown.unshift(element('p', 'Of all orders: this is not known by ' + ignored.map((name) => FILTERS[name]).join(' or ') + '.', 'analysis-note'));
  }
  if (data.rows.length === 0 && taken.length) {
    shown.push(element('p', 'Asked for ' + taken.map((name) => FILTERS[name] + ' «' + asked[name] + '»').join(' and ') + ' only.'));
  }
  if (data.rows.length === 0) {
    return shown;
  }
  const within = {...asked, ...(data.from ? {from: data.from, to: data.to} : {})};
  const drawn = one.draw(data, within);
  if (drawn.length > 0) {
    if (one.legend && one.legend.length > 1) {
      shown.push(legend(one.legend));
    }
    const charts = element('div', undefined, drawn.length > 1 && one.wide ? 'analysis-charts' : undefined);
    charts.append(...drawn);
    shown.push(charts);
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
  const unfold = () => {
    if (details.open && details.childElementCount === 1) {
      details.append(table(data.title, shownColumns(data).map((column) => withLink(one, column, within)), data.rows));
    }
  };
  // A table of a year is long: it is made when somebody opens it. One that is open has its size at once, so that the figures
  // below stay where a link has led to.
  details.addEventListener('toggle', unfold);
  details.open = Boolean(one.wide);
  unfold();
  if (one.further) {
    shown.push(link(one.further.text, one.further.href(within), 'analysis-further'));
  }
  const csv = csvLink(figureAddress(one.figure, {...asked, format: 'csv'}), data.title);
  shown.push(...(one.wide ? [csv, details] : [details, csv]));
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
  const reading = () => read(figureAddress(one.figure, asked)).catch((e) => {
    box.hidden = isTold(e);
    throw e;
  });
  box.ready = fill(content, 'The figures', reading, (data) => show(one, asked, taken, ignored, data));
  return box;
}

// ---- the page

// A part of the address that the page knows; what others append stays out.
function going(query) {
  left = document.querySelector('.analysis-page').scrollTop;
  location.hash = '#/figures' + (query.toString() ? '?' + query : '');
}

// Which control was used last: a new period draws the page anew, and the focus stays where it was.
let used = null;
// How far the page was scrolled then.
let left = 0;

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

// Those that there are, once they are read: those that orders of the last year were of.
function fieldOf(key, given, today) {
  const sign = key === 'tld' ? '.' : '';
  const field = choice([['', 'all'], ...(given ? [[given, sign + given]] : [])], given);
  read(figureAddress('success-by-' + key, {from: plusDays(today, -364), to: today})).then((data) => {
    const names = data.rows.map((row) => row[key]).filter((name) => name !== given).sort();
    for (const name of names) {
      const option = element('option', sign + name);
      option.value = name;
      field.append(option);
    }
  }, () => {});
  return field;
}

function chooser(query, period, today) {
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
  for (const [text, name, back] of [['This month', 'month0', 0], ['Last month', 'month1', 1]]) {
    const wanted = month(today, back);
    const one = control(text, 'btn btn-default', name, () => {
      const next = new URLSearchParams(wanted);
      narrowed({}, query).forEach((filter) => next.set(filter, query.get(filter)));
      going(next);
    });
    const active = query.get('from') === wanted.from && query.get('to') === wanted.to;
    one.classList.toggle('active', active);
    one.setAttribute('aria-pressed', String(active));
    buttons.append(one);
  }
  form.append(
    buttons,
    labelled('From', input('date', period.from), 'from'),
    labelled('To', input('date', period.to), 'to'),
    labelled('Operation', operationField(query.get('operation') || ''), 'operation'),
    labelled('Account', fieldOf('account', query.get('account') || '', today), 'account'),
    labelled('TLD', fieldOf('tld', query.get('tld') || '', today), 'tld'));
  const submit = element('button', 'Show', 'btn btn-primary');
  submit.type = 'submit';
  submit.dataset.control = 'show';
  form.append(submit, control('Reset', 'btn btn-default', 'reset', () => going(new URLSearchParams())));
  for (const name of Object.keys(FILTERS)) {
    const field = form.elements[name];
    field.dataset.control = name;
    field.addEventListener('change', () => show(name));
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show('show');
  });

  function show(control) {
    used = control;
    const wanted = new URLSearchParams();
    const {from, to: until} = form.elements;
    if (from.value !== period.from || until.value !== period.to || chosen === null) {
      wanted.set('from', from.value);
      wanted.set('to', until.value);
    } else {
      wanted.set('days', chosen);
    }
    for (const name of Object.keys(FILTERS)) {
      const given = form.elements[name].value;
      if (given) {
        wanted.set(name, given);
      }
    }
    going(wanted);
  }

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
  const form = chooser(query, period, today);
  const isTold = toldAt(form);
  const head = (title, ...more) => {
    const box = element('div', undefined, 'analysis-head');
    box.append(element('h1', title), ...more);
    return box;
  };
  const grid = (figures, within) => {
    const box = element('div', undefined, 'analysis-figures');
    box.append(...figures.map((one) => section(one, query, within, isTold)));
    return box;
  };
  // stays in sight: what is below it changes with it
  const bar = element('div', undefined, 'analysis-bar');
  bar.append(form);
  return [
    head('Figures', contents([...PERIOD, ...NOW])), bar, grid(PERIOD, asked), head('Right now'), grid(NOW, {}),
  ];
}

// Back to the control that was used, or on to the figure that a link has named.
async function settle(place, query) {
  const control = used && place.querySelector('[data-control="' + used + '"]');
  const [top, figure] = [left, query.get('show')];
  used = null;
  left = 0;
  if (control) {
    control.focus({preventScroll: true});
  }
  if (top || figure) {
    await Promise.all([...place.querySelectorAll('section')].map((box) => box.ready));
    place.scrollTop = top;
  }
  if (figure) {
    reveal(figure);
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
    fill(place, 'The figures', () => read(figureAddress('waiting-orders')), (data) => pageParts(query, data.asOf.slice(0, 10)))
      .then(() => settle(place, query));
  },
};

const menu = {
  id: 'figures',
  pluginPoint: 'cockpit.navigation',
  priority: 110,
  properties: {label: 'Figures', pagePath: '#/figures', checkActive: (address) => /#\/(figures|list)\b/.test(address)},
};

// Cockpit takes a page for open when its address contains the plugin's id; these open a page of their own.
const elsewhere = () => false;

const orders = {
  id: 'orders',
  pluginPoint: 'cockpit.navigation',
  priority: 104,
  properties: {label: 'Orders', pagePath: '/orders/', checkActive: elsewhere},
};

const start = {
  id: 'start-page',
  pluginPoint: 'cockpit.navigation',
  priority: 102,
  properties: {label: 'Start page', pagePath: '/', checkActive: elsewhere},
};

export default [menu, page, orders, start];
