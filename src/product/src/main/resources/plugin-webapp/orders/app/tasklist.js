import {isAdministrator, mayOpen, read, session} from '/pages/shared.js';

// Tasklist's own data: which lists there are, which one is open, what is in it, and which task is open. Tasklist gives
// its plug-ins the scope that has it; nothing else here uses that.

const known = {filters: [], currentFilter: null, taskListQuery: null, taskList: null, task: null, searchQuery: null};
const listeners = new Map(Object.keys(known).map((name) => [name, new Set()]));

let scope = null;
let data = null;
// What the last reading of the list was the answer to.
let answered = null;

// Tells whenever one of these has another value, after Tasklist has drawn it.
export function on(name, listener) {
  listeners.get(name).add(listener);
}

export function connect(given) {
  scope = given;
  data = given.tasklistData.newChild(given);
  for (const name of Object.keys(known)) {
    data.observe(name, (value) => {
      if (!(value instanceof Error)) {
        known[name] = value;
        answered = name === 'taskList' ? known.taskListQuery : answered;
        setTimeout(() => listeners.get(name).forEach((listener) => listener(value)));
      }
    });
  }
}

// Those of this login, from top to bottom.
export function lists() {
  const place = (list) => (list.properties || {}).priority || 0;
  return [...known.filters].sort((one, other) => place(one) - place(other));
}

export function openList() {
  return known.currentFilter;
}

// What was read of it last: another object with every reading.
export function list() {
  return known.taskList;
}

// The page of the list that is in sight, and how many tasks there are on all pages.
export function rows() {
  return known.taskList?._embedded?.task || [];
}

export function found() {
  return known.taskList?.count ?? 0;
}

export function openTask() {
  return known.task;
}

export function variable(task, name) {
  return task._embedded?.variable?.find((one) => one.name === name)?.value ?? '';
}

// What stands in the address: the list, the task, how it is sorted.
export function address() {
  return new URLSearchParams(location.hash.split('?')[1]);
}

// Goes to another list or task; null takes a part out of the address, and what is not named stays.
export function go(parts) {
  const to = address();
  for (const [name, value] of Object.entries(parts)) {
    if (value === null) {
      to.delete(name);
    } else {
      to.set(name, value);
    }
  }
  location.hash = '#/?' + to;
}

// Whether what is in the list are the tasks with these criteria, in the list with this id if one is given.
export function answers(query, id) {
  const text = (queries) => JSON.stringify(queries || []);
  return !!answered && (!id || answered.id === id) && text(answered.orQueries) === text(query.orQueries);
}

// Reads the list anew with these criteria beside its own.
export function search(query) {
  scope.$apply(() => data.set('searchQuery', query));
}

export function readAnew() {
  scope.$apply(() => data.changed('taskList'));
}

// ---- what time it is at the server, whose clock a sandbox can move

let ahead = null;

async function ask() {
  const {login, groups, now} = await session();
  // Tasklist leads everybody to the instance's page, which is Cockpit's.
  document.body.classList.toggle('with-cockpit', mayOpen('/camunda/app/cockpit/', groups));
  document.body.classList.toggle('administrator', isAdministrator(groups));
  return {login, by: Date.parse(now) - Date.now()};
}

export function askTheTime() {
  ahead = ask().catch(() => ({login: null, by: 0}));
  return ahead;
}

// Who is logged in, and what time it is, in milliseconds.
export async function whoAndWhen() {
  const {login, by} = await (ahead || askTheTime());
  return {login, now: Date.now() + by};
}

export function tasksIn(list) {
  return read('/engine-rest/filter/' + encodeURIComponent(list.id) + '/count').then(({count}) => count);
}
