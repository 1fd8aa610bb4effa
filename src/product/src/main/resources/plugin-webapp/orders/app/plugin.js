import {MONEY, STANDING, away, element, elsewhere, link, money, read, time, troubled} from '/pages/shared.js';
import {changedTask, refusedTask, watchTask} from './complete.js';
import {taskSearch} from './find.js';
import {drawn as kept} from './keep.js';
import {drawCounts, listSorting} from './lists.js';
import {look} from './present.js';
import {drawn as held} from './refused.js';
import {taskRow} from './row.js';
import {changed, refused, watch} from './start.js';
import './taskform.js';
import {whoAndWhen} from './tasklist.js';

// Milliseconds between two looks at how many orders are in trouble: usually, while nobody has logged
// in, and after the first and later failures.
const PAUSE = 30000;
const SOON = 3000;
const AGAIN = 15000;
const LONGEST = 120000;
const COUNTED = 99;

function page(order) {
  const line = element('p');
  line.append(elsewhere('Everything about this order', '/orders/#' + encodeURIComponent(order.id)));
  return line;
}

function trouble(found) {
  const box = element('div', undefined, 'order-trouble ' + found.state);
  box.append(
    element('strong', troubled(found)),
    element('p', found.what));
  if (found.nextTryAt) {
    box.append(element('p', 'Next try: ' + time(found.nextTryAt) + ' UTC.'));
  }
  return box;
}

function facts(order, now) {
  const list = element('dl');
  const fact = (name, value) => value && list.append(element('dt', name), element('dd', value));
  const wait = order.waitingFor;
  fact('Reference', order.reference);
  fact('Domain', order.domainUnicode);
  fact('Account', order.account);
  fact('Status', 'It ' + STANDING[order.status] + (wait ? ': ' + wait.what.replace(/\.?$/, '.') : '.'));
  fact('Until', wait && wait.until && time(wait.until) + ' UTC, ' + away(wait.until, now));
  fact('Money', MONEY[order.charged] + (order.price ? ' ' + money(order.price) + (order.price.booked ? '' : ', not booked yet') : ''));
  fact('Placed', time(order.createdAt) + ' UTC');
  return list;
}

function timeline(entries) {
  const list = element('ol');
  for (const entry of entries) {
    const line = element('li');
    const at = element('time', time(entry.at));
    at.dateTime = entry.at;
    line.append(at, entry.text + (entry.by ? ' (' + entry.by + ')' : ''));
    list.append(line);
  }
  return list;
}

async function showOrder(tab, taskId, api) {
  const variables = await read(
    api.engineApi + '/task/' + encodeURIComponent(taskId) + '/variables?deserializeValues=false');
  if (!variables.orderId) {
    tab.replaceChildren(element('p', 'This task belongs to no order.'));
    return;
  }
  const path = '/api/v1/orders/' + encodeURIComponent(variables.orderId.value);
  const [order, happened, {now}] = await Promise.all([read(path), read(path + '/timeline'), whoAndWhen()]);
  tab.replaceChildren(
    ...(order.trouble ? [trouble(order.trouble)] : []),
    facts(order, new Date(now).toISOString()),
    page(order),
    element('h4', 'What has happened (UTC)'),
    timeline(happened.entries));
}

const orderTab = {
  id: 'order-tab',
  pluginPoint: 'tasklist.task.detail',
  priority: 50,
  properties: {label: 'Order'},
  render(node, {taskId, api}) {
    const tab = element('div', 'Loading …', 'order-tab');
    node.append(tab);
    showOrder(tab, taskId, api).catch((e) => {
      tab.replaceChildren(element('p', 'The order cannot be shown: ' + e.message));
    });
  },
};

let counting = null;
let round = 0;

function pass(milliseconds) {
  return new Promise((over) => {
    counting = setTimeout(over, milliseconds);
  });
}

// Nobody looks at a page that is hidden.
function seen() {
  return new Promise((looked) => {
    if (document.hidden) {
      document.addEventListener('visibilitychange', looked, {once: true});
    } else {
      looked();
    }
  });
}

function stop() {
  round++;
  clearTimeout(counting);
}

// Drawn before anybody has logged in: then it asks again soon.
async function count(badge) {
  stop();
  const mine = round;
  let failed = 0;
  while (mine === round) {
    let pause = PAUSE;
    try {
      const {retrying, stopped} = await read('/api/v1/order-troubles');
      const found = retrying + stopped;
      badge.hidden = found === 0;
      badge.textContent = found > COUNTED ? COUNTED + '+' : String(found);
      badge.title = 'Orders with a failed step: ' + retrying + ' being retried, ' + stopped + ' stuck';
      badge.setAttribute('aria-label', found + ' ' + badge.title.toLowerCase());
      failed = 0;
    } catch (e) {
      badge.hidden = true;
      pause = e.status === 401 ? SOON : Math.min(AGAIN * 2 ** failed++, LONGEST);
    }
    if (mine === round) {
      await pass(pause);
      await seen();
    }
  }
}

const ordersLink = {
  id: 'orders-link',
  pluginPoint: 'tasklist.navbar.action',
  priority: 200,
  render(node) {
    const badge = elsewhere('', '/orders/?trouble=RETRYING,STOPPED', 'orders-in-trouble');
    badge.hidden = true;
    node.append(elsewhere('Orders', '/orders/', 'orders-link'), badge);
    count(badge);
  },
  unmount: stop,
};

const startLink = {
  id: 'start-link',
  pluginPoint: 'tasklist.navbar.action',
  priority: 190,
  render(node) {
    node.append(link('Start page', '/'));
  },
};

// Tasklist's notes stay until somebody closes them, one upon the other, and begin with words for machines.
const FOR_MACHINES = /Cannot (submit task form|instantiate process definition) \S+: /;
const seenNotes = new WeakSet();

function close(notes) {
  notes.forEach((note) => note.querySelector('[ng-click^=removeNotification]')?.click());
}

function refusals(place) {
  return [...place.querySelectorAll('[notifications-panel] .alert-danger')];
}

function tidyNotes() {
  const all = refusals(document);
  const fresh = all.filter((note) => !seenNotes.has(note));
  fresh.forEach((note) => {
    seenNotes.add(note);
    const texts = document.createTreeWalker(note, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (FOR_MACHINES.test(text.data)) {
        text.data = text.data.replace(FOR_MACHINES, '');
      }
    }
    refused(note);
    refusedTask(note);
  });
  if (fresh.length > 0) {
    close(all.filter((note) => !fresh.includes(note)));
  }
  changed();
  changedTask();
  kept();
  held();
  drawCounts();
  look(false);
}

new MutationObserver(tidyNotes).observe(document.body, {childList: true, subtree: true});
window.addEventListener('hashchange', () => close(refusals(document)));
watch(() => close(refusals(document)));
watchTask(() => close(refusals(document)));
addEventListener('change', () => look(true), true);
addEventListener('focusout', () => look(true), true);

export default [orderTab, ordersLink, startLink, taskSearch, taskRow, listSorting];
