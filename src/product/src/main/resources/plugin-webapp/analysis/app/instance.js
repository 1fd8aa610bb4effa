import {button, duration, element, fill, instanceHref, link, orderLink, read, time, words} from './parts.js';

// What people ask for most is one choice; all of it is the usual one.
const CHOICES = [
  ['', 'everything', null],
  ['people', 'people and tasks', ['PERSON', 'TASK', 'COMMENT']],
  ['registrar', 'the registrar', ['CALL', 'REGISTRAR']],
  ['course', 'the course of the order', ['ORDER', 'PROCESS', 'TROUBLE']],
];

function seconds(given) {
  return given === null ? '' : given < 1 ? Math.round(given * 1000) + '\u00a0ms' : duration(given);
}

function row(entry) {
  const tr = element('tr');
  const at = element('td', time(entry.at) + ':' + entry.at.slice(17, 19), 'brief');
  const what = element('td');
  const bad = entry.kind === 'TROUBLE' || entry.wentWrong;
  what.append(element('span', entry.text, bad ? 'analysis-wrong' : undefined));
  if (entry.instance) {
    what.append(' ', link('its path', instanceHref(entry.instance)));
  }
  tr.append(at, element('td', words(entry.kind), 'brief'), what, element('td', entry.by || '', 'by'), element('td', seconds(entry.tookSeconds), 'number'));
  return tr;
}

function list(entries) {
  const box = element('div', undefined, 'analysis-table analysis-entries');
  const grid = element('table', undefined, 'cam-table');
  const head = element('tr');
  for (const [title, className] of [['When (UTC)'], ['About'], ['What happened'], ['By'], ['Took', 'number']]) {
    const th = element('th', title, className);
    th.scope = 'col';
    head.append(th);
  }
  const thead = element('thead');
  const body = element('tbody');
  thead.append(head);
  body.append(...entries.map(row));
  grid.append(element('caption', 'What has happened, oldest first'), thead, body);
  box.append(grid);
  box.tabIndex = 0;
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', 'What has happened, oldest first');
  return box;
}

function summary(audit) {
  const line = element('p');
  line.append(audit.name + ', version ' + audit.version + (audit.reference ? ', ' + audit.reference : '') + '. ');
  if (audit.order) {
    line.append(orderLink(audit.caller ? 'The order that it is a part of' : 'Its order', audit.order), ' ');
  }
  if (audit.caller) {
    line.append(link('The process that called it', instanceHref(audit.caller)), ' ');
  }
  return line;
}

function parts(audit) {
  const shown = element('div');
  const choose = element('div', undefined, 'btn-group btn-group-xs');
  choose.setAttribute('role', 'group');
  choose.setAttribute('aria-label', 'What is shown');

  function draw(name) {
    const kinds = CHOICES.find(([id]) => id === name)[2];
    const entries = audit.entries.filter((entry) => !kinds || kinds.includes(entry.kind));
    shown.replaceChildren(entries.length ? list(entries) : element('p', 'Nothing of this kind has happened.', 'analysis-hint'));
    for (const one of choose.children) {
      one.classList.toggle('active', one.dataset.choice === name);
      one.setAttribute('aria-pressed', String(one.dataset.choice === name));
    }
  }

  for (const [name, text] of CHOICES) {
    const one = button(words(text), 'btn btn-default', () => draw(name));
    one.dataset.choice = name;
    choose.append(one);
  }
  draw('');
  const more = audit.more ? [element('p', 'More has happened before; the latest is shown.', 'analysis-hint')] : [];
  return [summary(audit), choose, ...more, shown];
}

// Fills a place with what has happened to a process instance.
export function auditOf(place, id) {
  place.classList.add('analysis-content');
  return fill(place, 'The audit', () => read('/api/v1/process-instances/' + encodeURIComponent(id) + '/audit'), parts);
}

const tab = {
  id: 'analysis-audit',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 18,
  properties: {label: 'Audit'},
  render(node, {processInstanceId}) {
    const place = element('div', undefined, 'analysis-in-tab');
    node.append(place);
    auditOf(place, processInstanceId);
  },
};

export default [tab];
