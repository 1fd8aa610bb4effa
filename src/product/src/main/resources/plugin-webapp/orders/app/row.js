import {element} from '/pages/shared.js';
import {kindAndSubject} from './outcome.js';
import {variable, whoAndWhen} from './tasklist.js';

// A row of the list, in two lines: the name that it is about, and below it what is to be done, for which account, and
// until when. All of it is the link that Tasklist has made of the task's name.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function many(number, unit) {
  return number + ' ' + unit + (number === 1 ? '' : 's');
}

function span(milliseconds) {
  return milliseconds < HOUR ? many(Math.max(1, Math.floor(milliseconds / MINUTE)), 'minute')
    : milliseconds < 2 * DAY ? many(Math.floor(milliseconds / HOUR), 'hour')
      : many(Math.floor(milliseconds / DAY), 'day');
}

function deadline({due, created}, now) {
  if (!due) {
    return element('span', 'for ' + span(now - Date.parse(created)), 'row-due');
  }
  const left = Date.parse(due) - now;
  return left < 0
    ? element('span', span(-left) + ' overdue', 'row-due overdue')
    : element('span', 'due in ' + span(left), 'row-due');
}

function parts(task) {
  const [kind, subject] = kindAndSubject(task);
  const account = variable(task, 'account');
  const title = variable(task, 'domain') || subject || account || kind;
  return {title, more: [kind, account].filter((part) => part && part !== title).join(' · ')};
}

async function draw(link, task) {
  const {title, more} = parts(task);
  const first = element('span', undefined, 'row-first');
  const second = element('span', undefined, 'row-second');
  first.append(element('span', title, 'row-title'));
  second.append(element('span', more, 'row-more'));
  link.title = [title, variable(task, 'about')].filter(Boolean).join('\n');
  link.replaceChildren(first, ' ', second);
  const {login, now} = await whoAndWhen();
  if (task.assignee) {
    first.append(' ', element('span', task.assignee === login ? 'yours' : task.assignee + '’s', 'row-who'));
  }
  second.append(' ', deadline(task, now));
}

export const taskRow = {
  id: 'task-row',
  pluginPoint: 'tasklist.card',
  priority: 300,
  render(node, given, {task}) {
    // it is put into the row afterwards
    queueMicrotask(() => {
      const link = node.closest('li.task')?.querySelector('h4.task > a');
      return link && draw(link, task);
    });
  },
};
