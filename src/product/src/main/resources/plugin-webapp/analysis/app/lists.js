// The rows that a number stands for: which ones is in the address.
import {
  FILTERS, NONE, choice, counted, csvLink, element, entered, figureAddress, fill, input, labelled, link, read, shownColumns, table, time, words,
} from './parts.js';

const LISTS = {
  'placed-orders': {title: 'Orders that were placed', row: 'order', show: 'order-flow'},
  'ended-orders': {title: 'Orders that have ended', row: 'order', show: 'orders-per-day'},
  'decided-tasks': {title: 'Decisions of people', row: 'task', show: 'decisions'},
  bookings: {title: 'Bookings of the registrar', row: 'booking', show: 'charges'},
  'tasks-to-do': {
    title: 'Tasks of people', row: 'task', show: 'open-tasks', order: 'those due first at the top',
    only: {overdue: (row) => row.late !== null, 'in time': (row) => row.late === null},
  },
};
// What the number is of, in the words of the rows themselves: one task, not each whose name begins like it.
const EXACTLY = ['login', 'task', 'decision'];
const PARAMETERS = ['from', 'to', ...Object.keys(FILTERS), 'status', 'reason', 'code'];

function asked(query, names) {
  return Object.fromEntries(names.filter((name) => query.get(name)).map((name) => [name, query.get(name)]));
}

// What they have in common, as people say it.
function about(wanted, exactly) {
  return [
    exactly.login, exactly.task, exactly.decision === NONE ? 'without a decision' : exactly.decision && words(exactly.decision),
    wanted.status && words(wanted.status).toLowerCase(), wanted.operation && words(wanted.operation), wanted.account, wanted.tld && '.' + wanted.tld,
    wanted.reason && words(wanted.reason).toLowerCase() + (wanted.code ? ' ' + wanted.code : ''),
  ].filter(Boolean).join(', ');
}

// Each of the words stands somewhere in the row.
function fits(row, columns, find) {
  const text = columns.map((column) => {
    const given = row[column.key];
    return given === null ? '' : column.kind === 'TIME' ? time(given) : column.kind === 'TEXT' ? given + ' ' + words(given) : '';
  }).join(' ').toLowerCase();
  return find.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

function show(data, one, wanted, exactly, only) {
  const columns = shownColumns(data);
  const place = element('div', undefined, 'analysis-content');
  const form = element('form', undefined, 'analysis-form');
  const field = input('search');
  const which = one.only && choice([['', 'all'], ...Object.keys(one.only).map((name) => [name, name])], only in one.only ? only : '');
  const note = element('p', undefined, 'analysis-hint');
  note.setAttribute('role', 'status');
  form.append(labelled('Find among them', field, 'find'));
  if (which) {
    form.append(labelled('Show', which, 'only'));
  }
  form.addEventListener('submit', (event) => event.preventDefault());

  function draw() {
    const rows = data.rows.filter((row) => Object.entries(exactly).every(([name, value]) => (row[name] || NONE) === value))
      .filter((row) => fits(row, data.columns, field.value.trim()))
      .filter((row) => !which || !which.value || one.only[which.value](row));
    note.textContent = (data.more ? one.order ? 'The first ' : 'The latest ' : '') + counted(rows.length, one.row)
      + (rows.length < data.rows.length ? ' of ' + data.rows.length : '') + ', ' + (one.order || 'latest first')
      + '. Times are UTC. As of ' + time(data.asOf) + '.';
    place.replaceChildren(...(rows.length ? [table(one.title, columns, rows)] : []));
  }

  field.addEventListener('input', draw);
  which?.addEventListener('change', draw);
  draw();
  const period = data.from === data.to ? data.from : data.from + ' to ' + data.to;
  return [
    element('p', [about(wanted, exactly), period || 'right now'].filter(Boolean).join(' · ')), form, note,
    csvLink(figureAddress(data.figure, {...wanted, format: 'csv'}), one.title), place,
  ];
}

const page = {
  id: 'analysis-list',
  pluginPoint: 'cockpit.route',
  priority: 0,
  properties: {path: '/list', label: 'List'},
  render(node) {
    const query = entered();
    const of = query.get('of');
    const one = LISTS[of];
    const place = element('div', undefined, 'analysis-page');
    node.append(place);
    if (!one) {
      place.append(element('p', 'There is no such list.', 'analysis-bad'));
      return;
    }
    const wanted = asked(query, PARAMETERS);
    const box = element('div', undefined, 'analysis-head analysis-list');
    const content = element('div', undefined, 'analysis-content');
    const back = Object.fromEntries(Object.entries(wanted).filter(([name]) => ['from', 'to', ...Object.keys(FILTERS)].includes(name)));
    document.title = 'Camunda Cockpit | ' + one.title;
    box.append(
      link('Back to the figures', '#/figures?' + new URLSearchParams({...back, show: one.show})),
      element('h1', one.title), content);
    place.append(box);
    fill(content, 'The list', () => read(figureAddress(of, wanted)), (data) => show(data, one, wanted, asked(query, EXACTLY), query.get('only') || ''));
  },
};

export default [page];
