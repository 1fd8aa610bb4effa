import {element} from '/pages/shared.js';
import {looking} from './find.js';
import {address, askTheTime, lists, on, openList, rows, tasksIn} from './tasklist.js';

// The lists on the left, each with how many tasks it has, and how the open one is sorted. Tasklist counts the open list
// only, and offers a sorting that counts for nothing in a list that has one of its own.

const PAUSE = 30_000;
const PAGE = 50;
const SORTED_BY = {
  priority: 'priority', dueDate: 'due date', created: 'creation', followUpDate: 'follow-up date', assignee: 'assignee',
  nameCaseInsensitive: 'task',
};
const PAST_DUE = '${now()}';

const counts = new Map();
let timer = null;
let round = 0;

function item(index) {
  return document.querySelectorAll('.task-filters .item.task-filter')[index - PAGE * ((Number(address().get('filterPage')) || 1) - 1)];
}

// To be called after every change of the page: Tasklist draws its lists anew whenever one of them was changed.
export function drawCounts() {
  lists().forEach((list, index) => {
    const link = item(index)?.querySelector('.name a');
    const count = counts.get(list.id);
    if (!link || count === undefined) {
      return;
    }
    let drawn = link.querySelector('.task-count');
    if (!drawn) {
      drawn = element('span', '', 'task-count');
      link.append(drawn);
    }
    if (drawn.textContent !== String(count)) {
      drawn.textContent = count;
      drawn.classList.toggle('none', count === 0);
      drawn.classList.toggle('overdue', count > 0 && list.query?.dueBeforeExpression === PAST_DUE);
    }
  });
}

// One after the other: they are for orientation, and nobody waits for them.
export async function countAll() {
  clearTimeout(timer);
  const mine = ++round;
  if (!document.hidden) {
    askTheTime();
    for (const list of lists()) {
      try {
        counts.set(list.id, await tasksIn(list));
      } catch {
        // gone, or nobody is logged in any more
        counts.delete(list.id);
      }
      if (mine !== round) {
        return;
      }
      drawCounts();
    }
  }
  timer = setTimeout(countAll, PAUSE);
}

function words(sorting) {
  const all = sorting.map(({sortBy, sortOrder}) => (SORTED_BY[sortBy] || sortBy) + (sortBy !== 'priority' && sortOrder === 'desc' ? ' (latest first)' : ''));
  return (sorting[0].sortBy === 'priority' && sorting[0].sortOrder === 'desc' ? 'Most urgent first: by ' : 'Sorted by ') + all.join(', then ');
}

function drawSorting() {
  const own = openList()?.query?.sorting || [];
  document.body.classList.toggle('task-list-sorted', own.length > 0);
  const place = document.querySelector('.task-list-sorting');
  if (place) {
    place.textContent = own.length > 0 ? words(own) : '';
  }
}

// What was last in each list, and who had it.
const before = new Map();

on('filters', countAll);
on('currentFilter', drawSorting);
on('taskList', (list) => {
  const id = openList()?.id;
  if (!list || looking()) {
    return;
  }
  const now = [list.count, ...rows().map((task) => task.id + ' ' + task.assignee)].join();
  if (before.has(id) && before.get(id) !== now) {
    countAll();
  }
  before.set(id, now);
});
document.addEventListener('visibilitychange', () => !document.hidden && countAll());

export const listSorting = {
  id: 'task-list-sorting',
  pluginPoint: 'tasklist.header',
  priority: 100,
  render(node) {
    node.append(element('span', '', 'task-list-sorting'));
    setTimeout(drawSorting);
  },
  unmount() {
    round++;
    clearTimeout(timer);
  },
};
