// What one sees first: how it went lately, compared with the time before, and what has to be looked at.
import {spark} from './charts.js';
import {SOON, atLeast, charged, ended, flow, grouped, soon, success, successByOperation, sum, sums} from './figures.js';
import {
  Problem, button, count, element, figureAddress, fill, leadTo, link, listHref, ordersHref, percent, read, sumOf,
} from './parts.js';
import {PERIODS, USUAL, before, lastDays, length, month} from './periods.js';

// A year has no year before it that is asked for in one go, and is on the page of figures.
const CHOICES = PERIODS.filter((days) => days < 365);
const CHARTS = 120;
const ENOUGH = 10;

// How it compares with before: more of it is good, bad or neither. Of a few, a share says nothing.
function compared(now, then, shown, better) {
  const note = element('div', undefined, 'analysis-compared');
  if (now === then) {
    note.textContent = '= before: ' + shown(then);
    return note;
  }
  const more = now > then;
  const change = then >= ENOUGH ? percent(Math.abs(now - then) / then) : shown(Math.abs(now - then));
  note.append(element('b', (more ? '▲ ' : '▼ ') + change, better === undefined ? undefined : more === better ? 'good' : 'bad'), ' · before: ' + shown(then));
  return note;
}

function tile(title, number, href, note, ...more) {
  const box = element('div', undefined, 'analysis-tile');
  const value = leadTo(number, href);
  value.classList.add('value');
  box.append(element('div', title, 'analysis-tile-title'), value, element('div', note, 'analysis-hint'), ...more);
  return box;
}

// The currency of most bookings has the chart; the others are said.
function money(now, then, within, period) {
  const amounts = charged(now);
  const first = amounts.length ? amounts[0].split('\u00a0')[1] : null;
  const total = (rows) => Number(sumOf(rows.filter((row) => row.currency === first).map((row) => row.amount)));
  const days = grouped(now.filter((row) => row.currency === first), (row) => row.day);
  return tile('Charged', amounts[0] || '0', '#/figures?' + new URLSearchParams({...period, show: 'charges'}),
    amounts.length > 1 ? 'and ' + amounts.slice(1).join(' and ') : 'without VAT, as booked',
    ...(first ? [compared(total(now), total(then), (sum) => sum.toLocaleString('en', {maximumFractionDigits: 2}))] : []),
    spark('Charged per day', within.map((row) => total(days.get(row.day) || []))));
}

function lately(period, [now, then, paid, paidThen, waiting]) {
  const [all, was] = [sums(now.rows), sums(then.rows)];
  const [placed, placedThen] = [sum(now.rows, 'placed'), sum(then.rows, 'placed')];
  const open = now.rows.length ? now.rows[now.rows.length - 1].open : 0;
  const openThen = then.rows.length ? then.rows[then.rows.length - 1].open : 0;
  const people = waiting.rows.filter((row) => row.who !== 'REGISTRAR');
  return [
    tile('Placed', count(placed), listHref('placed-orders', period), 'orders', compared(placed, placedThen, count),
      spark('Orders placed per day', now.rows.map((row) => row.placed))),
    tile('Done', count(all.completed), listHref('ended-orders', {...period, status: 'COMPLETED'}),
      (success(all) || 'none') + ' of ' + count(all.completed + all.failed), compared(all.completed, was.completed, count, true),
      spark('Orders done per day', now.rows.map((row) => row.completed))),
    tile('Failed', count(all.failed), listHref('ended-orders', {...period, status: 'FAILED'}),
      count(all.cancelled) + ' cancelled beside them', compared(all.failed, was.failed, count, false),
      spark('Orders failed per day', now.rows.map((row) => row.failed))),
    tile('Waiting now', count(sum(waiting.rows, 'orders')), ordersHref({status: 'WAITING'}),
      count(sum(people, 'orders')) + ' for people, of ' + count(open) + ' open', compared(open, openThen, count, false),
      spark('Open orders at the end of each day', now.rows.map((row) => row.open))),
    money(paid.rows, paidThen.rows, now.rows, period),
  ];
}

// ---- what has to be looked at now: each a number and a note; true if it is bad

const NOW = [
  {
    title: 'Steps in trouble', figure: 'steps-in-trouble', href: () => '#/failed-steps',
    say(data) {
      const stopped = sum(data.rows.filter((row) => row.state === 'STOPPED'), 'steps');
      return [count(sum(data.rows, 'steps')), count(stopped) + ' stopped', stopped > 0];
    },
  },
  {
    title: 'Tasks overdue', figure: 'open-tasks', href: () => listHref('tasks-to-do', {only: 'overdue'}),
    say(data) {
      const overdue = sum(data.rows, 'overdue');
      return [count(overdue), 'of ' + count(sum(data.rows, 'open')) + ' open', overdue > 0];
    },
  },
  {
    title: 'Confirmations due in ' + SOON + ' days', figure: 'open-confirmations', href: () => to('open-confirmations'),
    say: (data) => [count(soon(data).length), 'of ' + atLeast(data) + ' open'],
  },
  {
    title: 'Locks ending in ' + SOON + ' days', figure: 'locks-ending', href: () => to('locks-ending'),
    say: (data) => [count(soon(data).length), 'of ' + atLeast(data) + ' in 60 days'],
  },
  {
    title: 'Accounts held back', figure: 'accounts', href: () => to('accounts'),
    say(data) {
      const held = data.rows.filter((row) => row.held);
      const which = held.length ? held.map((row) => row.account).join(', ') : 'of ' + count(data.rows.length);
      return [count(held.length), which, held.length > 0];
    },
  },
];

function to(figure) {
  return '#/figures?show=' + figure;
}

function nowTiles() {
  const place = element('div', undefined, 'analysis-tiles small');
  for (const one of NOW) {
    const shown = tile(one.title, '…', one.href(), '');
    place.append(shown);
    read(figureAddress(one.figure))
      .then((data) => {
        const [number, note, bad] = one.say(data);
        shown.querySelector('.value').textContent = number;
        shown.querySelector('.value').classList.toggle('bad', Boolean(bad));
        shown.querySelector('.analysis-hint').textContent = note;
      })
      .catch((e) => {
        shown.querySelector('.value').textContent = '–';
        shown.querySelector('.analysis-hint').textContent = 'cannot be read' + (e instanceof Problem && e.status === 403 ? ': not for you' : '');
      });
  }
  return place;
}

function chart(title, ...drawn) {
  const box = element('div', undefined, 'analysis-dashboard-chart');
  box.append(element('h2', title), ...drawn);
  return box;
}

async function readAll(period) {
  const then = before(period);
  return Promise.all([
    read(figureAddress('order-flow', period)), read(figureAddress('order-flow', then)),
    read(figureAddress('charges-per-day', period)), read(figureAddress('charges-per-day', then)),
    read(figureAddress('waiting-orders')), read(figureAddress('success-by-operation', period)),
  ]);
}

function overview(node, today) {
  const head = element('div', undefined, 'analysis-dashboard-head');
  const choose = element('div', undefined, 'btn-group btn-group-sm');
  const said = element('span', '', 'analysis-hint');
  const place = element('div');
  choose.setAttribute('role', 'group');
  choose.setAttribute('aria-label', 'Period');

  function draw(days) {
    const period = lastDays(days, today);
    for (const one of choose.children) {
      one.classList.toggle('active', one.dataset.days === String(days));
      one.setAttribute('aria-pressed', String(one.dataset.days === String(days)));
    }
    return fill(place, 'The figures', () => readAll(period), (found) => {
      const tiles = element('div', undefined, 'analysis-tiles');
      const charts = element('div', undefined, 'analysis-dashboard-charts');
      said.textContent = 'compared with ' + length(period);
      tiles.append(...lately(period, found));
      charts.append(
        chart('Placed and ended', ...flow(found[0], period, CHARTS)),
        chart('Success by operation', found[5].rows.length ? successByOperation(found[5], period)
          : element('p', 'No order has ended.', 'analysis-hint')));
      return [tiles, nowTiles(), charts];
    });
  }

  for (const days of CHOICES) {
    const one = button(days + ' days', 'btn btn-default', () => draw(days));
    one.dataset.days = days;
    choose.append(one);
  }
  head.append(choose, said, link('All figures', '#/figures'), link('Decisions of people', '#/figures?show=decisions'),
    link('Money of last month', '#/figures?' + new URLSearchParams({...month(today, 1), show: 'charges'})));
  node.append(head, place);
  return draw(USUAL);
}

const inShort = {
  id: 'analysis-in-short',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  properties: {label: 'Figures'},
  render(node) {
    // Cockpit puts what is added to it below its own, under «Custom Plugins»: here it is what people come for
    setTimeout(() => {
      const around = node.closest('section.deprecate');
      if (around && around.querySelectorAll('.deprecate-dashboard-view').length === 1) {
        around.querySelector('.section-title').textContent = 'Figures';
        around.parentElement.prepend(around);
      }
    });
    const place = element('div', undefined, 'analysis-dashboard analysis-content');
    node.append(place);
    // any figure that is of now: it says which day it is for the server
    read(figureAddress('waiting-orders'))
      .then((data) => overview(place, data.asOf.slice(0, 10)))
      .catch((e) => place.append(element('p', 'The figures cannot be read: ' + e.message, 'analysis-bad')));
  },
};

export default [inShort];
