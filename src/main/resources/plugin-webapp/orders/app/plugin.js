// Values go into the page as text only (textContent), never as HTML.

const REFRESH = 15000;
const SOON = 3000;
const COUNTED = 99;
const STATUS = {
  IN_PROGRESS: 'is being worked on', WAITING: 'waits', COMPLETED: 'has ended well', FAILED: 'has ended without success',
  CANCELLED: 'was cancelled',
};
const MONEY = {
  NO: 'No money was spent.', YES: 'It has been paid for.', UNKNOWN: 'Not known yet; it is being looked up.',
};

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) {
    made.textContent = text;
  }
  if (className) {
    made.className = className;
  }
  return made;
}

async function read(address) {
  const response = await fetch(address, {headers: {Accept: 'application/json', 'X-Requested-With': 'fetch'}});
  if (!response.ok) {
    throw new Error('The server answered ' + response.status + '.');
  }
  return response.json();
}

function time(text) {
  return text.slice(0, 10) + ' ' + text.slice(11, 16);
}

function page(order) {
  const link = element('a', 'Everything about this order');
  link.href = '/orders/#' + encodeURIComponent(order.id);
  link.target = '_blank';
  link.rel = 'noopener';
  const line = element('p');
  line.append(link);
  return line;
}

function trouble(found) {
  const box = element('div', undefined, 'order-trouble ' + found.state);
  box.append(
    element('strong', '«' + found.step + '» ' + (found.state === 'STOPPED' ? 'is stuck.' : 'is being retried.')),
    element('p', found.what));
  if (found.nextTryAt) {
    box.append(element('p', 'Next try: ' + time(found.nextTryAt) + ' UTC.'));
  }
  return box;
}

function facts(order) {
  const list = element('dl');
  const fact = (name, value) => value && list.append(element('dt', name), element('dd', value));
  const wait = order.waitingFor;
  fact('Reference', order.reference);
  fact('Domain', order.domainUnicode);
  fact('Account', order.account);
  fact('Status', 'It ' + STATUS[order.status] + (wait ? ': ' + wait.what : '.'));
  fact('Until', wait && wait.until && time(wait.until) + ' UTC');
  fact('Money', MONEY[order.charged] + (order.price ? ' ' + order.price.amount + ' ' + order.price.currency : ''));
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
  const [order, happened] = await Promise.all([read(path), read(path + '/timeline')]);
  tab.replaceChildren(
    ...(order.trouble ? [trouble(order.trouble)] : []),
    facts(order),
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

// Drawn before anybody has logged in: then it asks again soon.
async function count(badge) {
  let pause = REFRESH;
  try {
    const page = await read('/api/v1/orders?trouble=RETRYING,STOPPED&limit=' + (COUNTED + 1));
    const found = page.orders.length;
    badge.hidden = found === 0;
    badge.textContent = found > COUNTED ? COUNTED + '+' : String(found);
    badge.title = 'orders that are being retried or stuck';
  } catch {
    badge.hidden = true;
    pause = SOON;
  }
  counting = setTimeout(() => count(badge), pause);
}

const ordersLink = {
  id: 'orders-link',
  pluginPoint: 'tasklist.navbar.action',
  priority: 200,
  render(node) {
    const link = element('a', 'Orders', 'orders-link');
    link.href = '/orders';
    link.target = '_blank';
    link.rel = 'noopener';
    const badge = element('span', '', 'orders-in-trouble');
    badge.hidden = true;
    link.append(badge);
    node.append(link);
    clearTimeout(counting);
    count(badge);
  },
  unmount() {
    clearTimeout(counting);
  },
};

export default [orderTab, ordersLink];
