import {amount, element, isStaff, link, mayOpen, read, sentence, session, showLogin, time} from '/pages/shared.js';

const TASKLIST = '/camunda/app/tasklist/';
const SANDBOX = '/sandbox';

// The ways in; the sandbox is shown only where there is one.
const WAYS = [
  ['Tasklist', TASKLIST, 'Work on the tasks that orders wait for, and place orders by hand'],
  ['Orders', '/orders/', 'Find any order by domain or reference, and see its status'],
  ['Cockpit', '/camunda/app/cockpit/', 'Watch the processes: what runs, what failed, history and audit'],
  ['Figures', '/camunda/app/cockpit/default/#/figures', 'Count orders, waits, failures and how long steps take'],
  ['Handbook', '/handbook/', 'What to do with each task, and why orders fail'],
  ['Accounts', '/accounts/', 'Manage the reseller accounts at the registrar, and test their logins'],
  ['Sandbox', SANDBOX, 'Watch and control the simulated registrar: clock, faults, names, mails'],
  ['Admin', '/camunda/app/admin/', 'Manage users and their groups'],
  ['API', '/api-docs/', 'Read and try the order API and the API of the engine'],
];

function show(id) {
  document.getElementById(id).hidden = false;
}

function explain(problem) {
  const note = document.getElementById('note');
  note.textContent = sentence(problem.message);
  note.hidden = false;
}

function card(title, href, text) {
  const item = element('li');
  item.append(link(title, href), element('p', text));
  return item;
}

async function showWays(groups) {
  const sandbox = mayOpen(SANDBOX, groups) && await read('/sandbox/clock').then(() => true, () => false);
  const cards = WAYS
    .filter(([, href]) => mayOpen(href, groups) && (href !== SANDBOX || sandbox))
    .map(([title, href, text]) => card(title, href, text));
  document.getElementById('cards').replaceChildren(...cards);
  if (!cards.length) {
    explain(new Error('your login is in no group that can use anything here. Ask an administrator to add it to one.'));
    return;
  }
  show('ways');
}

function number(count, one, many) {
  return count + ' ' + (count === 1 ? one : many);
}

// Where a list of Tasklist is; without it, where Tasklist is.
async function listOfTasks(name) {
  const [list] = await read('/engine-rest/filter?' + new URLSearchParams({name}));
  return list ? TASKLIST + 'default/#/?filter=' + encodeURIComponent(list.id) : TASKLIST;
}

async function tasks(login) {
  const count = async (query) => (await read('/engine-rest/task/count?' + new URLSearchParams(query))).count;
  const [mine, free, mineList, freeList] = await Promise.all([
    count({assignee: login}), count({unassigned: true}), listOfTasks('My tasks'), listOfTasks('Unassigned'),
  ]);
  return [
    card(number(free, 'open task', 'open tasks'), freeList, 'that nobody has claimed'),
    card(number(mine, 'task of yours', 'tasks of yours'), mineList, 'that you have claimed'),
  ];
}

async function orders() {
  const [waits, troubles] = await Promise.all([read('/api/v1/figures/waiting-orders'), read('/api/v1/order-troubles')]);
  const waiting = waits.rows.reduce((sum, row) => sum + row.orders, 0);
  return [
    card(number(waiting, 'order waits', 'orders wait'), '/orders/?status=WAITING',
      'for a person, a registry, the registrar or a shop'),
    card(number(troubles.stopped, 'order is stuck', 'orders are stuck'), '/orders/?trouble=STOPPED',
      'until somebody has them tried again'),
    card(number(troubles.retrying, 'order is being retried', 'orders are being retried'), '/orders/?trouble=RETRYING',
      'after a step that failed'),
  ];
}

async function showWaiting(login, groups) {
  const asked = [orders()];
  if (mayOpen(TASKLIST, groups)) {
    asked.unshift(tasks(login));
  }
  document.getElementById('counts').replaceChildren(...(await Promise.all(asked)).flat());
  show('waiting');
}

function accountRow(account) {
  const row = element('tr');
  row.append(
    element('td', account.account),
    element('td', account.system === 'OTE' ? 'OT&E' : account.system),
    element('td', account.balance === null ? 'not read yet' : amount(account.balance) + ' ' + account.currency),
    element('td', time(account.balanceReadAt), 'time'),
    element('td', account.held ? sentence('held back: ' + account.held) : 'Takes orders.', account.held ? 'held' : null));
  return row;
}

// Calls as this login can make them; without a sandbox as with one, so that the example buys nothing.
async function showCalls(login) {
  for (const place of document.querySelectorAll('.login')) {
    place.textContent = login;
  }
  const {operations, accounts} = await read('/api/v1/me');
  if (operations.includes('REGISTER') && accounts.length) {
    document.getElementById('account-name').textContent = accounts[0].name;
    show('example');
  }
}

async function showAccounts() {
  const {rows} = await read('/api/v1/figures/accounts');
  document.getElementById('account-rows').replaceChildren(...rows.map(accountRow));
  show('accounts');
}

async function start() {
  for (const place of document.querySelectorAll('.origin')) {
    place.textContent = location.origin;
  }
  const {login, groups} = await session();
  if (!login) {
    show('stranger');
    return;
  }
  await showWays(groups);
  if (isStaff(groups)) {
    await Promise.all([showWaiting(login, groups), showAccounts(), showCalls(login)]);
  }
}

showLogin().catch(() => null);
start().catch(explain);
