// What each figure says and how it is drawn; the answers of /api/v1/figures are read by dashboard.js.
import {bars, columns, ranges} from './charts.js';
import {WHO} from './codes.js';
import {about, count, counted, percent, time, words} from './parts.js';
import {DAY, USUAL, plusDays} from './periods.js';

// So many bars can be told apart; the table has all.
const BARS = 15;
// From so many days on, a column is a week.
const MOST_COLUMNS = 100;
const MOST_DAYS = 31;
// Of fewer orders, only what is usual is said.
const ENOUGH = 20;
// What ends within so many days, this one included, is soon.
const SOON = 7;

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
const STEPS = [
  {key: 'STOPPED', title: 'Stopped: somebody has to retry them', pattern: 'stripes'},
  {key: 'RETRYING', title: 'Being retried automatically', pattern: 'dots'},
];

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
  return data.rows.filter((row) => row.daysLeft !== null && row.daysLeft <= SOON);
}

// So many days by the calendar; below zero when it was due before today.
function days(left) {
  if (left < 0) {
    return 'overdue by ' + counted(-left, 'day');
  }
  return left < 2 ? ['today', 'tomorrow'][left] : 'in ' + counted(left, 'day');
}

// By the calendar in UTC: what ends early tomorrow is not «today», though it is hours away.
export function when(until, asOf) {
  const left = (Date.parse(until.slice(0, 10)) - Date.parse(asOf.slice(0, 10))) / DAY;
  return left === 0 && Date.parse(until) < Date.parse(asOf) ? 'overdue since today' : days(left);
}

// ---- charts

function byDay(data) {
  const all = (Date.parse(data.to) - Date.parse(data.from)) / DAY + 1;
  const length = all > MOST_COLUMNS ? 7 : 1;
  const rows = grouped(data.rows, (row) => Math.floor((Date.parse(row.day) - Date.parse(data.from)) / DAY / length));
  const columnsOfDays = [];
  for (let index = 0; index * length < all; index++) {
    const first = plusDays(data.from, index * length);
    columnsOfDays.push({label: length > 1 ? 'week from ' + first : first, short: length > 1 ? first : first.slice(5), ...sums(rows.get(index) || [])});
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
  ].map((one) => (isEnough(row) ? one : {...one, p95: null}))));
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
  const name = (row) => (key === 'tld' ? '.' : '') + row[key];
  const most = failing.reduce((one, other) => (other.failed > one.failed ? other : one));
  const lowest = failing.reduce((one, other) => (other.success < one.success ? other : one));
  const reason = most.mainReason
    ? ', ' + count(most.mainFailed) + ' of them for «' + words(most.mainReason) + '»' + (most.mainCode ? ' (code ' + most.mainCode + ')' : '')
    : ', for no main reason';
  return name(most) + ' has most failures: ' + count(most.failed) + ' of ' + counted(most.ended, 'order') + reason + '. Lowest success: '
    + name(lowest) + ', ' + success(lowest) + '.';
}

function saySlowest(data) {
  if (data.rows.length === 0) {
    return 'No order has been completed.';
  }
  return 'Dot: half of the orders took no longer. Stroke: 95 of 100 took no longer, where at least ' + ENOUGH
    + ' were completed. Times are right to within 5 %. '
    + data.rows.map((row) => {
      const usually = longest(row, 'Median');
      const atWorst = longest(row, 'P95');
      return words(row.operation) + ': ' + about(row.median, 'about') + ', ' + (atWorst === usually || !isEnough(row)
        ? 'mostly ' + usually : 'usually ' + usually + '; in the longest cases ' + atWorst) + '.';
    }).join(' ');
}

// Of a few orders, nobody can say what one in twenty takes longer than.
function isEnough(row) {
  return row.completed >= ENOUGH;
}

// Who makes them wait longest.
function longest(row, measure) {
  const parts = [['people', row['people' + measure]], ['the registrar', row['registrar' + measure]], ['our own steps', row['own' + measure]]];
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
  return waiting.join(', ')
    + '. The longest waits since ' + time(oldest.oldest) + ': ' + words(oldest.code).toLowerCase() + '.';
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
    + ' Points are what was asked lately: each minute a fifth of them is forgotten.';
}

// ---- the figures: what each says, how it is drawn and which filters it takes, if not all. A wide one
// has the width of the page, and its table open.

export const NOW = [
  {
    figure: 'waiting-orders', title: 'What waits, and for whom', first: BARS, say: sayWaiting, legend: ORDERS, wide: true,
    orders: {column: 'orders', of: (row) => ({status: 'WAITING', waitingFor: row.code})},
    draw: (data) => [bars(data.title, ORDERS, data.rows.slice(0, BARS).map((row) => ({
      label: words(row.code), orders: row.orders, note: count(row.orders) + ' · ' + words(row.who).toLowerCase(),
    })))],
  },
  {
    figure: 'steps-in-trouble', title: 'Steps in trouble', first: BARS, takes: [], say: saySteps, legend: STEPS, wide: true,
    further: {text: 'One by one', href: '#/failed-steps'},
    draw: (data) => [bars(data.title, STEPS, data.rows.slice(0, BARS).map((row) => ({
      label: row.step, note: count(row.steps), [row.state]: row.steps,
    })))],
  },
  {
    figure: 'open-confirmations', title: 'Open confirmations', legend: ORDERS,
    say: (data) => sayEnding(data, 'confirmation is awaited', 'confirmations are awaited', 'No confirmation is awaited.'),
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
    figure: 'orders-per-day', title: 'Orders that have ended', say: sayEnded, legend: OUTCOMES,
    draw: (data) => [byDay(data), byOperation(data)],
  },
  {figure: 'time-to-done', title: 'Time to done', takes: ['operation'], say: saySlowest, draw: (data) => [timeRanges(data)]},
  {
    figure: 'success-by-tld', title: 'Success by top-level domain', first: BARS, legend: OUTCOMES,
    say: (data) => sayWorst(data, 'tld'), orders: {column: 'failed', of: (row) => ({status: 'FAILED', domain: '*.' + row.tld})},
    draw: (data) => [successBars(data, 'tld')],
  },
  {
    figure: 'success-by-account', title: 'Success by account', first: BARS, legend: OUTCOMES,
    say: (data) => sayWorst(data, 'account'),
    draw: (data) => [successBars(data, 'account')],
  },
  {
    figure: 'failure-reasons', title: 'Why orders failed', first: BARS, say: sayReasons, legend: FAILED, wide: true,
    further: {text: 'The orders that failed', href: '/orders/?status=FAILED'},
    draw: (data) => [bars(data.title, FAILED, data.rows.slice(0, BARS).map((row) => ({
      label: words(row.reason) + (row.code ? ' ' + row.code : ''), failed: row.orders, note: count(row.orders),
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
];

// The few that matter most, each a number and a note; true if it is bad.
export const SHORT = [
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
      const which = held.length ? held.map((row) => row.account).join(', ') : 'of ' + count(data.rows.length);
      return [count(held.length), which, held.length > 0];
    },
  },
];
