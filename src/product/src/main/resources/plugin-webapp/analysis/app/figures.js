// What each figure says and how it is drawn; the answers of /api/v1/figures are read by dashboard.js.
import {amount} from '/pages/shared.js';
import {bars, columns, legend, lines, ranges, titled} from './charts.js';
import {WHO} from './codes.js';
import {NONE, count, counted, days, duration, listHref, orderLink, ordersHref, percent, sumOf, time, when, words} from './parts.js';
import {DAY, month, plusDays, within} from './periods.js';

// So many bars can be told apart; the table has all.
const BARS = 15;
// Beside another chart there is less room.
const FEW_BARS = 8;
// From so many days on, a column is a week.
const MOST_COLUMNS = 100;
const MOST_DAYS = 31;
// Of fewer orders, only what is usual is said.
const ENOUGH = 20;
// What ends within so many days, this one included, is soon.
export const SOON = 7;

const OUTCOMES = [
  {key: 'completed', title: 'Completed'},
  {key: 'failed', title: 'Failed', pattern: 'stripes'},
  {key: 'cancelled', title: 'Cancelled', pattern: 'dots'},
];
const FAILED = OUTCOMES.filter((part) => part.key === 'failed');
const LEAVING = [
  {key: 'left', title: 'Left'},
  {key: 'stayed', title: 'Stayed', pattern: 'stripes'},
  {key: 'open', title: 'Open', pattern: 'dots'},
];
const ORDERS = [{key: 'orders', title: 'Orders'}];
const FLOW = [{key: 'placed', title: 'Placed'}, {key: 'ended', title: 'Ended'}];
const OPEN = [{key: 'open', title: 'Open'}];
const TASKS = [{key: 'inTime', title: 'In time'}, {key: 'late', title: 'After the due date', pattern: 'stripes'}];
const OPEN_TASKS = [{key: 'inTime', title: 'In time'}, {key: 'overdue', title: 'Overdue', pattern: 'stripes'}];
const CHARGED = [{key: 'charged', title: 'Charged'}];
const STEPS = [
  {key: 'STOPPED', title: 'Stopped: somebody has to retry them', pattern: 'stripes'},
  {key: 'RETRYING', title: 'Being retried automatically', pattern: 'dots'},
];

// ---- sums over the rows of a figure

export function sum(rows, key) {
  return rows.reduce((all, row) => all + (row[key] || 0), 0);
}

export function sums(rows) {
  return {completed: sum(rows, 'completed'), failed: sum(rows, 'failed'), cancelled: sum(rows, 'cancelled')};
}

export function ended(row) {
  return row.completed + row.failed + row.cancelled;
}

// Who was cancelled is neither a success nor a failure.
export function success(row) {
  const decided = row.completed + row.failed;
  return decided ? percent(row.completed / decided) : null;
}

// A share of three orders says less than one of three hundred.
function successOfSoMany(row) {
  return (success(row) || 'none') + ' of ' + count(row.completed + row.failed);
}

export function grouped(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) || []), row]);
  }
  return groups;
}

export function atLeast(data, number = data.rows.length) {
  return count(number) + (data.more ? ' or more' : '');
}

export function soon(data) {
  return data.rows.filter((row) => row.daysLeft !== null && row.daysLeft <= SOON);
}

// ---- the orders behind what is drawn

const STATUS_OF = {completed: 'COMPLETED', failed: 'FAILED', cancelled: 'CANCELLED'};

function endedOrders(asked, more) {
  return listHref('ended-orders', {...asked, ...more});
}

function withOutcome(asked, more) {
  return (part) => endedOrders(asked, {...more, status: STATUS_OF[part.key]});
}

function failedFor(row, asked) {
  return endedOrders(asked, {status: 'FAILED', reason: row.reason, code: row.code});
}

// On the page of orders, which knows what is open now.
function waitingOrders(row, asked) {
  return ordersHref({status: 'WAITING', waitingFor: row.code, operation: asked.operation, account: asked.account});
}

// A number of a table that leads to its orders: column by column, from the row.
function outcomesOf(more) {
  return Object.fromEntries([...Object.entries(STATUS_OF), ['ended', null]].map(([key, status]) => [
    key, (row, asked) => endedOrders(asked, {...more(row), status}),
  ]));
}

// ---- charts

// Each day of a period, or each week if there are many, with its rows.
function byDays(data) {
  const all = (Date.parse(data.to) - Date.parse(data.from)) / DAY + 1;
  const length = all > MOST_COLUMNS ? 7 : 1;
  const rows = grouped(data.rows, (row) => Math.floor((Date.parse(row.day) - Date.parse(data.from)) / DAY / length));
  const found = [];
  for (let index = 0; index * length < all; index++) {
    const from = plusDays(data.from, index * length);
    const to = plusDays(data.from, Math.min(all, (index + 1) * length) - 1);
    found.push({
      label: length > 1 ? 'week from ' + from : from, short: length > 1 ? from : from.slice(5), within: {from, to}, rows: rows.get(index) || [],
    });
  }
  return found;
}

function byDay(data, asked) {
  return columns(data.title + ', by day', OUTCOMES, byDays(data).map((one) => ({
    ...one, ...sums(one.rows), href: endedOrders(asked, one.within),
  })));
}

export function flow(data, asked, height) {
  const days = byDays(data).map((one) => ({
    ...one,
    placed: sum(one.rows, 'placed'),
    ended: ended(sums(one.rows)),
    open: one.rows.length ? one.rows[one.rows.length - 1].open : 0,
    href: (part) => (part.key === 'placed' ? listHref('placed-orders', {...asked, ...one.within}) : endedOrders(asked, one.within)),
  }));
  return [
    legend(FLOW), lines('Orders placed and ended', FLOW, days, height),
    titled('Open at the end of each ' + (days[0].within.from === days[0].within.to ? 'day' : 'week'),
      columns('Open orders', OPEN, days.map((one) => ({...one, href: null})), height)),
  ];
}

function successBars(data, key, asked) {
  return bars(data.title, OUTCOMES, data.rows.slice(0, BARS).map((row) => ({
    ...row, label: nameOf(key, row), note: successOfSoMany(row), href: withOutcome(asked, {[key]: row[key]}),
  })));
}

export function successByOperation(data, asked) {
  return successBars(data, 'operation', asked);
}

function nameOf(key, row) {
  return key === 'tld' ? '.' + row.tld : key === 'operation' ? words(row.operation) : row[key];
}

function tasksBy(data, key, asked) {
  const title = 'By ' + key;
  return titled(title, bars(data.title + ', ' + title.toLowerCase(), TASKS, [...grouped(data.rows, (row) => row[key] || NONE)].map(([name, rows]) => ({
    label: name, inTime: sum(rows, 'tasks') - sum(rows, 'late'), late: sum(rows, 'late'),
    note: count(sum(rows, 'tasks')) + (sum(rows, 'late') ? ' · ' + count(sum(rows, 'late')) + ' late' : ''),
    href: () => listHref('decided-tasks', {...asked, [key]: name}),
  })).sort((one, other) => other.inTime + other.late - one.inTime - one.late).slice(0, FEW_BARS)));
}

function chargedBy(data, key, asked) {
  return [...grouped(data.rows, (row) => row.currency)].map(([currency, ofCurrency]) => {
    const title = 'Charged in ' + currency + ', by ' + (key === 'tld' ? 'TLD' : key);
    return titled(title, bars(title, CHARGED, [...grouped(ofCurrency, (row) => row[key])].map(([name, rows]) => {
      const charged = sumOf(rows.map((row) => row.amount));
      return {
        label: nameOf(key, {[key]: name}), charged: Math.max(0, Number(charged)), note: amount(charged) + ' ' + currency,
        href: () => listHref('bookings', {...asked, [key]: name}),
      };
    }).sort((one, other) => other.charged - one.charged).slice(0, FEW_BARS)));
  });
}

// So that an hour and a week are both seen, the scale is no even one.
function timeRanges(data, asked) {
  return ranges(data.title, data.rows.flatMap((row) => [
    {label: words(row.operation) + ' (' + count(row.completed) + ')', whole: true, median: row.median, most: row.p90,
      href: endedOrders(asked, {operation: row.operation, status: 'COMPLETED'})},
    {label: 'people', median: row.peopleMedian, most: row.peopleP90},
    {label: 'the registrar', median: row.registrarMedian, most: row.registrarP90},
    {label: 'ourselves', median: row.ownMedian, most: row.ownP90},
  ].map((one) => (isEnough(row) ? one : {...one, most: null}))));
}

// A column for each day, or each week if they are many; also for those on which nothing ends.
function byDaysLeft(data) {
  const known = data.rows.filter((row) => row.daysLeft !== null);
  const [first, last] = [Math.min, Math.max].map((most) => most(0, ...known.map((row) => row.daysLeft)));
  const span = last - first > MOST_DAYS ? 7 : 1;
  const groups = grouped(known, (row) => Math.floor(row.daysLeft / span));
  const all = [];
  for (let number = Math.floor(first / span); number <= Math.floor(last / span); number++) {
    const from = number * span;
    all.push({
      label: span === 1 ? days(from) : 'in ' + from + ' to ' + (from + span - 1) + ' days',
      short: span === 1 ? String(from) : from + '–' + (from + span - 1),
      orders: (groups.get(number) || []).length,
    });
  }
  if (known.length < data.rows.length) {
    all.push({label: 'no end known', short: '–', orders: data.rows.length - known.length});
  }
  return columns(data.title + ', by days left', ORDERS, all);
}

// ---- sentences

function sayEnded(data) {
  const all = sums(data.rows);
  const rate = success(all);
  return counted(ended(all), 'order') + (ended(all) === 1 ? ' has ended: ' : ' have ended: ') + count(all.completed) + ' completed, '
    + count(all.failed) + ' failed, ' + count(all.cancelled) + ' cancelled.'
    + (rate ? ' Of those that were not cancelled, ' + rate + ' went well.' : '');
}

function sayWorst(data, key) {
  const failing = data.rows.filter((row) => row.failed > 0);
  if (failing.length === 0) {
    return 'No order has failed.';
  }
  const name = (row) => nameOf(key, row);
  const most = failing.reduce((one, other) => (other.failed > one.failed ? other : one));
  const lowest = failing.reduce((one, other) => (other.success < one.success ? other : one));
  const reason = most.mainReason
    ? ', ' + count(most.mainFailed) + ' of them for «' + words(most.mainReason) + '»' + (most.mainCode ? ' (code ' + most.mainCode + ')' : '')
    : ', for no main reason';
  return name(most) + ' has most failures: ' + count(most.failed) + ' of ' + counted(most.ended, 'order') + reason + '. Lowest success: '
    + name(lowest) + ', ' + successOfSoMany(lowest) + '.';
}

function saySlowest(data) {
  if (data.rows.length === 0) {
    return 'No order has been completed.';
  }
  return 'Half of the orders took no longer than the dot, 90 of 100 no longer than the stroke (from ' + ENOUGH + ' orders on). What takes longest: '
    + [...grouped(data.rows, longest)].map(([part, rows]) => part + ' for ' + rows.map((row) => words(row.operation)).join(', ')).join('; ') + '.';
}

// Of a few orders, nobody can say what one in ten takes longer than.
function isEnough(row) {
  return row.completed >= ENOUGH;
}

// Who makes them wait longest.
function longest(row) {
  const parts = [['people', row.peopleMedian], ['the registrar', row.registrarMedian], ['our own steps', row.ownMedian]];
  return parts.reduce((one, other) => (other[1] > one[1] ? other : one))[0];
}

function sayReasons(data) {
  if (data.rows.length === 0) {
    return 'No order has failed.';
  }
  const first = data.rows[0];
  const failed = counted(sum(data.rows, 'orders'), 'order') + ' failed.';
  if (data.rows.length > 1 && data.rows[1].orders === first.orders) {
    return failed + ' No reason is more frequent than all others.';
  }
  return failed + ' The most frequent reason: ' + words(first.reason).toLowerCase()
    + (first.code ? ' (code ' + first.code + ', ' + first.meaning + ')' : '') + ', ' + counted(first.orders, 'order') + '.';
}

function sayFlow(data) {
  const all = sums(data.rows);
  const [placed, gone] = [sum(data.rows, 'placed'), ended(all)];
  const open = data.rows.length ? data.rows[data.rows.length - 1].open : 0;
  return counted(placed, 'order') + (placed === 1 ? ' was' : ' were') + ' placed and ' + count(gone) + (gone === 1 ? ' has' : ' have') + ' ended: the backlog '
    + (placed === gone ? 'is what it was, ' : placed > gone ? 'has grown by ' + count(placed - gone) + ' to ' : 'is down by ' + count(gone - placed) + ' to ')
    + counted(open, 'open order') + '.';
}

function sayDecided(data) {
  if (data.rows.length === 0) {
    return 'Nobody has completed a task.';
  }
  const [tasks, late] = [sum(data.rows, 'tasks'), sum(data.rows, 'late')];
  const people = new Set(data.rows.map((row) => row.login));
  return counted(tasks, 'task') + (tasks === 1 ? ' was' : ' were') + ' done by ' + counted(people.size, 'person', 'people') + ', '
    + (late ? count(late) + ' of them after the due date (' + percent(late / tasks) + ')' : 'all of them in time') + '.';
}

function sayOpenTasks(data) {
  if (data.rows.length === 0) {
    return 'Nobody has anything to decide.';
  }
  const oldest = data.rows.reduce((one, other) => (other.oldest < one.oldest ? other : one));
  return counted(sum(data.rows, 'open'), 'task') + ' to do, ' + count(sum(data.rows, 'overdue')) + ' overdue. The oldest since '
    + time(oldest.oldest) + ': ' + oldest.task + '.';
}

// Each currency on its own, the one of most bookings first.
export function charged(rows) {
  return [...grouped(rows, (row) => row.currency)]
    .sort(([, one], [, other]) => sum(other, 'bookings') - sum(one, 'bookings'))
    .map(([currency, ofCurrency]) => amount(sumOf(ofCurrency.map((row) => row.amount))) + '\u00a0' + currency);
}

function sayCharged(data) {
  return data.rows.length === 0 ? 'The registrar has booked nothing.'
    : charged(data.rows).join(' and ') + ' without VAT, in ' + counted(sum(data.rows, 'bookings'), 'booking')
      + ' of the registrar, less what it gave back. A booking counts on its day, in UTC; what is not booked yet is not among them.';
}

function sayEnding(data, one, many, none) {
  if (data.rows.length === 0) {
    return none;
  }
  const until = data.rows[0].until || data.rows[0].endsAt;
  return (data.rows.length === 1 ? '1 ' + one : atLeast(data) + ' ' + many) + '. Within ' + SOON + ' days: ' + count(soon(data).length)
    + '. The next one' + (until ? ', ' + when(until, data.asOf) : '') + ': ' + data.rows[0].domain + '.';
}

function sayWaiting(data) {
  if (data.rows.length === 0) {
    return 'No order waits.';
  }
  const oldest = data.rows.reduce((one, other) => (other.oldest < one.oldest ? other : one));
  const waiting = [...grouped(data.rows, (row) => row.who)].map(([who, rows]) => {
    const orders = sum(rows, 'orders');
    return count(orders) + (orders === 1 ? ' waits for ' : ' wait for ') + (WHO[who] || words(who).toLowerCase());
  });
  return [
    waiting.join(', ') + '. The longest waits since ' + time(oldest.oldest) + ': ' + words(oldest.code).toLowerCase() + ', ',
    orderLink(oldest.domain, oldest.order), '.',
  ];
}

function saySteps(data) {
  if (data.rows.length === 0) {
    return 'No step is in trouble.';
  }
  return counted(sum(data.rows.filter((row) => row.state === 'STOPPED'), 'steps'), 'step') + ' stopped, '
    + count(sum(data.rows.filter((row) => row.state === 'RETRYING'), 'steps')) + ' being retried automatically.';
}

function sayAccounts(data) {
  const held = data.rows.filter((row) => row.held);
  return counted(data.rows.length, 'account') + '; '
    + (held.length === 0 ? 'none is held back.' : held.map((row) => row.account + ' is held back: ' + row.held).join('; ') + '.')
    + ' Points are the quota used recently: each minute a fifth of them expires.';
}

// ---- the figures: what each says, how it is drawn and which filters it takes, if not all. A wide one
// has the width of the page, and its table open.

export const NOW = [
  {
    figure: 'waiting-orders', title: 'What waits, and for whom', first: BARS, say: sayWaiting, legend: ORDERS, wide: true,
    cells: {orders: (row, asked) => waitingOrders(row, asked)},
    draw: (data, asked) => [bars(data.title, ORDERS, data.rows.slice(0, BARS).map((row) => ({
      label: words(row.code), orders: row.orders, note: count(row.orders) + ' · ' + words(row.who).toLowerCase(),
      href: () => waitingOrders(row, asked),
    })))],
  },
  {
    figure: 'open-tasks', title: 'Tasks of people', takes: [], first: BARS, say: sayOpenTasks, legend: OPEN_TASKS, wide: true,
    further: {text: 'One by one', href: () => listHref('tasks-to-do')},
    cells: {
      open: (row) => listHref('tasks-to-do', {task: row.task}),
      overdue: (row) => listHref('tasks-to-do', {task: row.task, only: 'overdue'}),
    },
    draw: (data) => [bars(data.title, OPEN_TASKS, data.rows.slice(0, BARS).map((row) => ({
      label: row.task, inTime: row.open - row.overdue, overdue: row.overdue,
      note: count(row.open) + (row.overdue ? ' · ' + count(row.overdue) + ' overdue' : ''),
      href: (part) => listHref('tasks-to-do', {task: row.task, only: part.key === 'overdue' ? 'overdue' : 'in time'}),
    })))],
  },
  {
    figure: 'steps-in-trouble', title: 'Steps in trouble', first: BARS, takes: [], say: saySteps, legend: STEPS, wide: true,
    further: {text: 'One by one', href: () => '#/failed-steps'},
    draw: (data) => [bars(data.title, STEPS, data.rows.slice(0, BARS).map((row) => ({
      label: row.step, note: count(row.steps), [row.state]: row.steps,
    })))],
  },
  {
    figure: 'open-confirmations', title: 'Open confirmations', legend: ORDERS, wide: true,
    say: (data) => sayEnding(data, 'confirmation is pending', 'confirmations are pending', 'No confirmation is pending.'),
    draw: (data) => [byDaysLeft(data)],
  },
  {
    figure: 'locks-ending', title: 'Locks that end soon', takes: ['account', 'tld'], legend: ORDERS,
    say: (data) => sayEnding(data, 'lock ends within 60 days', 'locks end within 60 days', 'No lock ends within 60 days.'),
    draw: (data) => [byDaysLeft(data)],
  },
  {figure: 'accounts', title: 'Accounts: balance and quota', takes: [], say: sayAccounts, wide: true, draw: () => []},
];

export const PERIOD = [
  {
    figure: 'order-flow', title: 'Placed, ended and open', say: sayFlow,
    cells: {
      placed: (row, asked) => listHref('placed-orders', {...asked, from: row.day, to: row.day}),
      ...outcomesOf((row) => ({from: row.day, to: row.day})),
    },
    draw: (data, asked) => flow(data, asked),
  },
  {
    figure: 'orders-per-day', title: 'Orders that have ended', say: sayEnded, legend: OUTCOMES,
    cells: outcomesOf((row) => ({from: row.day, to: row.day, operation: row.operation})),
    draw: (data, asked) => [byDay(data, asked)],
  },
  ...[['operation', 'operation'], ['account', 'account'], ['tld', 'top-level domain']].map(([key, name]) => ({
    figure: 'success-by-' + key, title: 'Success by ' + name, first: BARS, legend: OUTCOMES,
    say: (data) => sayWorst(data, key), cells: outcomesOf((row) => ({[key]: row[key]})),
    draw: (data, asked) => [successBars(data, key, asked)],
  })),
  {figure: 'time-to-done', title: 'Time to done', takes: ['operation'], say: saySlowest, draw: (data, asked) => [timeRanges(data, asked)]},
  {
    figure: 'failure-reasons', title: 'Why orders failed', first: BARS, say: sayReasons, legend: FAILED, wide: true,
    cells: {orders: (row, asked) => failedFor(row, asked)},
    draw: (data, asked) => [bars(data.title, FAILED, data.rows.slice(0, BARS).map((row) => ({
      label: words(row.reason) + (row.code ? ' ' + row.code : ''), failed: row.orders, note: count(row.orders), href: () => failedFor(row, asked),
    })))],
  },
  {
    figure: 'outgoing-transfers', title: 'Names that others asked for', takes: ['account', 'tld'], first: BARS, legend: LEAVING,
    say: (data) => (data.rows.length === 0 ? 'Nobody has asked for a name.'
      : counted(sum(data.rows, 'requests'), 'request') + ': ' + count(sum(data.rows, 'left')) + ' left, '
        + count(sum(data.rows, 'denied') + sum(data.rows, 'withdrawn')) + ' stayed, ' + count(sum(data.rows, 'open')) + ' open.'),
    draw: (data) => [bars(data.title, LEAVING, data.rows.slice(0, BARS).map((row) => ({
      ...row, label: row.registrar, stayed: row.denied + row.withdrawn, note: count(row.requests),
    })))],
  },
  {
    figure: 'decisions', title: 'Decisions of people', say: sayDecided, legend: TASKS, wide: true,
    further: {text: 'One by one', href: (asked) => listHref('decided-tasks', asked)},
    cells: {tasks: (row, asked) => listHref('decided-tasks', {...asked, login: row.login || NONE, task: row.task, decision: row.decision || NONE})},
    draw: (data, asked) => [tasksBy(data, 'login', asked), tasksBy(data, 'task', asked)],
  },
  {
    figure: 'charges', title: 'Money charged', say: sayCharged, wide: true,
    further: {text: 'Booking by booking', href: (asked) => listHref('bookings', asked)},
    cells: {bookings: (row, asked) => listHref('bookings', {
      ...asked, ...within(month(row.month + '-01'), asked), account: row.account, operation: row.operation, tld: row.tld,
    })},
    draw: (data, asked) => ['account', 'operation', 'tld'].flatMap((key) => chargedBy(data, key, asked)),
  },
];
