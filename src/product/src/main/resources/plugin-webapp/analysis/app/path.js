// A process instance, also one that has ended: the path that it took, its times, decisions and calls. Cockpit
// has a page for instances that run; the address of one that has ended leads here.
import {diagram} from './diagram.js';
import {auditOf} from './instance.js';
import {button, counted, duration, element, entered, fill, instanceHref, link, orderLink, processName, read, table, time, words} from './parts.js';

const STATES = {DONE: 'done', CANCELLED: 'cancelled before it was done', RUNNING: 'running'};
// So long, Cockpit may still turn away because it knows of no such instance.
const PATIENCE = 4000;

const COLUMNS = [
  {key: 'step', title: 'Step', kind: 'TEXT'},
  {key: 'startedAt', title: 'Began', kind: 'TIME'},
  {key: 'endedAt', title: 'Ended', kind: 'TIME'},
  {key: 'tookSeconds', title: 'Took', kind: 'SECONDS'},
  {key: 'state', title: 'State', kind: 'TEXT'},
  {key: 'by', title: 'By', kind: 'TEXT'},
  {key: 'instance', title: 'Called', kind: 'TEXT'},
];

function isTask(step) {
  return /[tT]ask$|callActivity/.test(step.type);
}

function address(id, what) {
  return '/api/v1/process-instances/' + encodeURIComponent(id) + '/' + what;
}

function seconds(path) {
  return ((path.endedAt ? Date.parse(path.endedAt) : Date.now()) - Date.parse(path.startedAt)) / 1000;
}

// ---- the picture

function grouped(steps) {
  const groups = new Map();
  steps.forEach((step) => groups.set(step.activity, [...(groups.get(step.activity) || []), step]));
  return groups;
}

// Where it is, or where it went wrong; otherwise where it ended.
function place(path, order) {
  const last = (fits) => path.steps.filter(fits).pop();
  const running = last((step) => step.state === 'RUNNING' && step.type !== 'subProcess');
  const failed = order && order.status === 'FAILED' && last(isTask);
  const at = running || failed || last((step) => /EndEvent$/.test(step.type)) || last(() => true);
  return at && at.activity;
}

function drawWay(shown, path) {
  shown.box.classList.add('analysis-way');
  path.flows.forEach((flow) => shown.mark(flow, 'way-flow'));
  for (const [activity, steps] of grouped(path.steps)) {
    const last = steps[steps.length - 1];
    const took = steps.reduce((sum, step) => sum + (step.tookSeconds || 0), 0);
    const note = isTask(last) ? (steps.length > 1 ? steps.length + ' × ' : '') + (took >= 1 || steps.length > 1 ? duration(took) : '') : '';
    shown.mark(activity, 'way-' + last.state, note);
  }
}

async function wayOf(path, order) {
  const box = element('div');
  const shown = await diagram(path.process, 'The path through ' + path.name);
  if (!shown) {
    box.append(element('p', 'There is no picture of this process.', 'analysis-hint'));
    return {box, turn: () => {}};
  }
  drawWay(shown, path);
  const missing = [...grouped(path.steps).keys()].filter((activity) => !shown.has(activity));
  box.append(
    element('p', 'The path taken is blue and thick, with the time that each step took; a dashed frame marks a step that was cancelled before it was done.'
      + (missing.length ? ' ' + counted(missing.length, 'step') + ' of an earlier version of the model are not in the picture.' : ''), 'analysis-hint'),
    shown.box);
  const at = place(path, order);
  return {box, ready: () => at && shown.open(at), show: shown.show};
}

// ---- the times

function stepsOf(path, show) {
  const box = element('div');
  const all = element('input');
  all.type = 'checkbox';
  const label = element('label', 'Also gateways and events ', 'analysis-inline');
  label.append(all);
  const list = element('div');

  function draw() {
    const rows = path.steps.filter((step) => all.checked || isTask(step));
    list.replaceChildren(table('Steps', COLUMNS.map((column) => {
      switch (column.key) {
        case 'step':
          return {...column, cell: (row) => button(row.step, 'btn btn-link analysis-open', () => show(row.activity))};
        case 'state':
          return {...column, cell: (row) => STATES[row.state]};
        case 'instance':
          return {...column, cell: (row) => (row.instance ? link('its path', instanceHref(row.instance)) : '')};
        default:
          return column;
      }
    }), rows));
  }

  all.addEventListener('change', draw);
  draw();
  const tasks = path.steps.filter((step) => isTask(step) && step.tookSeconds !== null);
  const longest = tasks.reduce((one, other) => (!one || other.tookSeconds > one.tookSeconds ? other : one), null);
  box.append(
    element('p', longest ? 'Longest: «' + longest.step + '», ' + duration(longest.tookSeconds) + '. A click on a step shows it in the picture.' : ''), label, list);
  return box;
}

// ---- the page

// A process about a name without an order is known by the account and the name.
function subject({reference}) {
  const [account, name] = (reference || '').split(':');
  return name || account;
}

function headOf(path, order) {
  const head = element('div', undefined, 'analysis-head');
  const facts = element('p');
  const standing = order ? words(order.status) : path.endedAt ? 'Has ended' : 'Runs';
  const why = order && order.failure ? ': ' + order.failure.message : '';
  facts.append(element('b', standing + why), ' · ' + time(path.startedAt) + ' to ' + (path.endedAt ? time(path.endedAt) : 'now') + ' UTC, ' + duration(seconds(path)));
  const links = element('p', undefined, 'analysis-links');
  if (path.order) {
    links.append(orderLink('The order ' + (path.reference || ''), path.order));
  }
  if (path.caller) {
    links.append(link('The process that called it', instanceHref(path.caller)));
  }
  if (!path.endedAt) {
    links.append(link('As it runs', '#/process-instance/' + encodeURIComponent(path.id) + '/runtime'));
  }
  head.append(
    element('h1', (order ? words(order.operation) + ' · ' + order.domainUnicode : [processName(path.process), subject(path)].filter(Boolean).join(' · '))),
    element('p', [order && order.account, path.name + ', version ' + path.version].filter(Boolean).join(' · '), 'analysis-hint'), facts, links);
  return head;
}

function section(title, ...inside) {
  const box = element('section', undefined, 'analysis-figure wide');
  box.append(element('h2', title), ...inside);
  return box;
}

async function instanceParts(path) {
  const order = path.order ? await read('/api/v1/orders/' + encodeURIComponent(path.order)).catch(() => null) : null;
  const way = await wayOf(path, order);
  const audit = element('div');
  auditOf(audit, path.id);
  // once it has its size
  requestAnimationFrame(() => way.ready && way.ready());
  return [
    headOf(path, order), section('Its path through the process', way.box),
    section('Steps and times', stepsOf(path, (activity) => way.show && way.show(activity))),
    section('Decisions, calls and what else has happened', audit),
  ];
}

const page = {
  id: 'analysis-instance',
  pluginPoint: 'cockpit.route',
  priority: 0,
  properties: {path: '/instance', label: 'Instance'},
  render(node) {
    document.title = 'Camunda Cockpit | Instance';
    const box = element('div', undefined, 'analysis-page analysis-content');
    node.append(box);
    fill(box, 'The instance', async () => instanceParts(await read(address(entered().get('id') || '', 'path'))), (parts) => parts);
  },
};

// ---- the address of an instance that has ended

function instanceIn(hash) {
  const found = /^#\/process-instance\/([^/?]+)/.exec(hash);
  return found && decodeURIComponent(found[1]);
}

// Cockpit says that it cannot show what is shown then.
function withoutComplaint() {
  for (const told of document.querySelectorAll('[notifications-panel] .alert')) {
    if (/Unable to display/.test(told.textContent)) {
      told.querySelector('[ng-click^="removeNotification"]')?.click();
    }
  }
}

// Cockpit, which asked at the same time, turns to the definition or to its dashboard.
function leadOn(id) {
  const here = instanceHref(id);
  const until = Date.now() + PATIENCE;
  location.replace(here);
  const again = setInterval(() => {
    withoutComplaint();
    if (/^#\/(dashboard|process-definition\/)/.test(location.hash)) {
      location.replace(here);
    }
    if (Date.now() > until) {
      clearInterval(again);
    }
  }, 100);
}

function look(hash) {
  const id = instanceIn(hash);
  if (id) {
    read(address(id, 'path')).then((path) => {
      if (path.endedAt) {
        leadOn(id);
      }
    }).catch(() => {});
  }
}

addEventListener('hashchange', (event) => look(new URL(event.newURL).hash));
look(location.hash);

export default [page];
