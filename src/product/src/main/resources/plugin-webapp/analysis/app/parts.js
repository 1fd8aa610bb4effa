// What all parts of the plugin are made of. Values go into the page as text only (textContent),
// never as HTML.
import {BY_ITSELF, Problem, amount, call, element, elsewhere, link, read, time} from '/pages/shared.js';
import {DAY} from './periods.js';

export {Problem, element, link, read, time};

// Of a longer table, so many rows are shown until somebody wants all.
const ROWS = 100;
// Stands for a value that there is none of.
export const NONE = '–';
const UNITS = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']];

let made = 0;

// A name that nothing else on the page has.
export function freshId(beginning) {
  return 'analysis-' + beginning + '-' + ++made;
}

export function button(text, className, act) {
  const one = element('button', text, className);
  one.type = 'button';
  one.addEventListener('click', act);
  return one;
}

// ---- fields of forms

export function input(type, given = '') {
  const field = element('input', undefined, 'form-control');
  field.type = type;
  field.value = given;
  return field;
}

// One of some values, each with its words.
export function choice(options, chosen) {
  const field = element('select', undefined, 'form-control');
  for (const [value, text] of options) {
    const option = element('option', text);
    option.value = value;
    field.append(option);
  }
  field.value = chosen;
  return field;
}

export function labelled(text, field, name, ...more) {
  const label = element('label', text);
  field.name = name;
  label.append(field, ...more);
  return label;
}

export function orderLink(text, id) {
  return elsewhere(text, '/orders/#' + encodeURIComponent(id));
}

// What is of Cockpit opens here, the rest beside it.
export function leadTo(text, href) {
  return href.startsWith('#') ? link(text, href) : elsewhere(text, href);
}

// The page of orders with those that fit; what is not known does not matter.
export function ordersHref(wanted) {
  return '/orders/?' + new URLSearchParams(given(wanted));
}

function given(wanted) {
  return Object.entries(wanted).filter(([, value]) => value !== null && value !== undefined && value !== '');
}

// The rows that a number stands for, on a page of their own.
export function listHref(of, wanted = {}) {
  return '#/list?' + new URLSearchParams([['of', of], ...given(wanted)]);
}

// A process instance, also one that has ended.
export function instanceHref(id) {
  return '#/instance?id=' + encodeURIComponent(id);
}

// To the engine, with the rights of the user who is logged in.
export function send(method, address, body, api) {
  return call(address, {
    method,
    headers: {...BY_ITSELF, 'Content-Type': 'application/json', 'X-XSRF-TOKEN': api.CSRFToken},
    body: JSON.stringify(body),
  });
}

// ---- figures

export const FILTERS = {operation: 'operation', account: 'account', tld: 'top-level domain'};

export function figureAddress(figure, query) {
  const asked = new URLSearchParams(query).toString();
  return '/api/v1/figures/' + figure + (asked ? '?' + asked : '');
}

// What the address of the page has been given.
export function entered() {
  const at = location.hash.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : location.hash.slice(at + 1));
}

// ---- values in words

export function count(number) {
  return number.toLocaleString('en');
}

// «1 order», «12 orders»
export function counted(number, one, many = one + 's') {
  return count(number) + ' ' + (number === 1 ? one : many);
}

export function percent(share) {
  const value = share * 100;
  // 99.96 % is not all of it
  return (Number.isInteger(value) || value < 99.9 ? Math.round(value * 10) / 10 : Math.floor(value * 10) / 10) + '\u00a0%';
}

export function duration(seconds) {
  if (seconds < 1) {
    return seconds <= 0 ? '0\u00a0s' : '< 1\u00a0s';
  }
  let left = Math.round(seconds);
  const words = [];
  for (const [unit, name] of UNITS) {
    const here = Math.floor(left / unit);
    if (here > 0) {
      words.push(here + '\u00a0' + name);
      left -= here * unit;
    }
    // what comes two units below is not worth reading
    if (words.length === 2 || (words.length === 1 && here === 0)) {
      break;
    }
  }
  return words.join(' ');
}

// A sum of decimal numbers in texts, exactly.
export function sumOf(amounts) {
  const decimals = Math.max(0, ...amounts.map((amount) => (amount.split('.')[1] || '').length));
  const units = amounts.reduce((sum, amount) => {
    const [whole, part = ''] = amount.split('.');
    return sum + BigInt(whole + part.padEnd(decimals, '0'));
  }, 0n);
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  return (units < 0n ? '-' : '') + digits.slice(0, digits.length - decimals) + (decimals ? '.' + digits.slice(-decimals) : '');
}

// A time that is not known exactly; below a second there is nothing to be exact about.
export function about(seconds, sign) {
  return (seconds < 1 ? '' : sign + '\u00a0') + duration(seconds);
}

// REGISTRAR_REFUSED and DomainRegistrationProcess stay what they are called elsewhere; these are their words.
export function words(name) {
  const text = name.replace(/_/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// A process by the name of its model, which its key is made of.
export function processName(key) {
  return words(key).replace(/ process$/, '');
}

const CODES = new Set(['reason', 'mainReason', 'code', 'operation', 'status', 'decision', 'who', 'state', 'source', 'system', 'kind']);

// So many days by the calendar; below zero when it was due before today.
export function days(left) {
  if (left < 0) {
    return 'overdue by ' + counted(-left, 'day');
  }
  return left < 2 ? ['today', 'tomorrow'][left] : 'in ' + counted(left, 'day');
}

// The id of a step is for programs, in the CSV; its name stands beside it.
export function shownColumns(data) {
  return data.columns.filter(({key}) => key !== 'activity').map((column) => inWords(column, data.asOf));
}

// By the calendar in UTC: what ends early tomorrow is not «today», though it is hours away.
export function when(until, asOf) {
  const left = (Date.parse(until.slice(0, 10)) - Date.parse(asOf.slice(0, 10))) / DAY;
  return left === 0 && Date.parse(until) < Date.parse(asOf) ? 'overdue since today' : days(left);
}

function daysLeft(row, asOf) {
  const until = row.until || row.endsAt;
  return until ? when(until, asOf) : value('COUNT', row.daysLeft);
}

// Codes and keys have words; the rest of a row is for people already.
export function inWords(column, asOf) {
  if (column.key === 'daysLeft') {
    return {...column, cell: (row) => daysLeft(row, asOf)};
  }
  if (column.key === 'process') {
    return {...column, cell: (row) => (row.process ? processName(row.process) : NONE)};
  }
  if (column.key === 'instance') {
    return {...column, title: 'Path', cell: (row) => (row.instance ? link('path', instanceHref(row.instance)) : NONE)};
  }
  return CODES.has(column.key) && column.kind === 'TEXT'
    ? {...column, cell: (row) => (/^[A-Z]/.test(row[column.key] || '') ? words(row[column.key]) : row[column.key] || NONE)}
    : column;
}

const KINDS = {
  TEXT: (value) => String(value),
  DATE: (value) => value,
  TIME: time,
  COUNT: count,
  SHARE: percent,
  SECONDS: duration,
  AMOUNT: amount,
  ORDER: () => 'order',
};
const TO_THE_RIGHT = new Set(['COUNT', 'SHARE', 'SECONDS', 'AMOUNT']);
const BRIEF = new Set(['DATE', 'TIME', 'ORDER']);

// A value of a column of this kind, in words.
export function value(kind, given) {
  return given === null || given === undefined ? NONE : KINDS[kind](given);
}

function look(kind) {
  return TO_THE_RIGHT.has(kind) ? 'number' : BRIEF.has(kind) ? 'brief' : undefined;
}

function cell(column, row) {
  const td = element('td', undefined, look(column.kind));
  const given = row[column.key];
  if (column.cell) {
    td.append(column.cell(row));
  } else if (column.kind === 'ORDER' && given) {
    td.append(orderLink('order', given));
  } else {
    td.textContent = value(column.kind, given);
  }
  return td;
}

function compare(one, other) {
  const numbers = typeof one === 'number' && typeof other === 'number';
  return numbers ? one - other : String(one).localeCompare(String(other), 'en', {numeric: true});
}

function sorted(rows, {key, kind}, down) {
  const known = rows.filter((row) => row[key] !== null && row[key] !== undefined);
  const of = (row) => (kind === 'AMOUNT' ? Number(row[key]) : row[key]);
  known.sort((one, other) => (down ? -1 : 1) * compare(of(one), of(other)));
  return [...known, ...rows.filter((row) => !known.includes(row))];
}

// A table that can be sorted by each of its columns. Columns are {key, title, kind} as the figures have
// them, and may have cell(row), which gives what is shown instead of the value.
export function table(caption, columns, rows) {
  const box = element('div', undefined, 'analysis-table');
  const grid = element('table', undefined, 'cam-table');
  const head = element('tr');
  const body = element('tbody');
  const more = element('p', undefined, 'analysis-more');
  let order = rows;
  let by = null;
  let down = false;
  let all = false;

  function draw() {
    const shown = all ? order : order.slice(0, ROWS);
    body.replaceChildren(...shown.map((row) => {
      const tr = element('tr');
      tr.append(...columns.map((column) => cell(column, row)));
      return tr;
    }));
    more.hidden = shown.length === order.length;
    more.firstChild.textContent = 'The first ' + ROWS + ' of ' + counted(order.length, 'row') + '. ';
  }

  const heads = columns.map((column) => {
    const th = element('th', undefined, look(column.kind));
    th.scope = 'col';
    const sort = button(column.title, undefined, () => {
      down = by === column.key ? !down : TO_THE_RIGHT.has(column.kind);
      by = column.key;
      order = sorted(rows, column, down);
      heads.forEach((other) => other.removeAttribute('aria-sort'));
      th.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      draw();
    });
    th.append(sort);
    return th;
  });
  head.append(...heads);

  more.append('', button('Show all', 'btn btn-default btn-xs', () => {
    all = true;
    draw();
  }));

  const thead = element('thead');
  thead.append(head);
  grid.append(element('caption', caption), thead, body);
  box.append(grid, more);
  // what is wider than the page is scrolled, also with the keys
  box.tabIndex = 0;
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', caption);
  draw();
  return box;
}

export function csvLink(address, what) {
  const one = link('CSV', address, 'analysis-csv');
  one.download = '';
  one.setAttribute('aria-label', 'CSV: ' + what);
  return one;
}

// Shows what was read, or why it could not be: a place never stays empty.
export async function fill(place, what, reading, show) {
  place.setAttribute('aria-busy', 'true');
  place.replaceChildren(element('p', 'Loading …', 'analysis-hint'));
  try {
    place.replaceChildren(...[show(await reading())].flat());
  } catch (e) {
    const why = e instanceof Problem ? e.message : 'something is wrong with this page.';
    const note = element('p', what + ' cannot be read: ' + why + ' ', 'analysis-bad');
    note.setAttribute('role', 'alert');
    if (!(e instanceof Problem)) {
      console.error(e);
    }
    if (e.status !== 403) {
      note.append(button('Try again', 'btn btn-default btn-xs', () => fill(place, what, reading, show)));
    }
    place.replaceChildren(note);
  } finally {
    place.removeAttribute('aria-busy');
  }
}
