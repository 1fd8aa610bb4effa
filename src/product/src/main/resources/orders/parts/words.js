// What is said of an order, in words: those of the API's specification where it has them.
import {sentence, session} from '/pages/shared.js';

export const KINDS = {RETRYING: 'being retried', STOPPED: 'stuck'};

const WHO = {
  OPERATOR: 'an operator', APPROVER: 'an approver', REGISTRAR: 'the registrar', REGISTRANT: 'the registrant',
  PRIOR_REGISTRANT: 'the prior registrant', CALLER: 'the caller who placed the order',
};

// Whom orders wait for, as they are looked for.
export const PARTIES = {
  OPERATOR: 'an operator', APPROVER: 'an approver', CALLER: 'the customer (who placed the order)',
  HOLDER: 'the holder of the name', REGISTRAR: 'the registrar, which does not answer', REGISTRY: 'the registry', TIME: 'a day in the future',
};

let words = {};
// Milliseconds by which the server's clock is ahead of the browser's.
let ahead = 0;

async function sentences() {
  return (await fetch(new URL('/orders/words.json', location.origin))).json();
}

export async function learnWords() {
  const [all, here] = await Promise.allSettled([sentences(), session()]);
  words = all.value || {};
  ahead = here.value ? Date.parse(here.value.now) - Date.now() : 0;
}

export function serverTime() {
  return new Date(Date.now() + ahead).toISOString();
}

export function values(list) {
  return Object.keys(words[list] || {});
}

export function word(list, value) {
  return (words[list] || {})[value] || plain(value);
}

export function plain(value) {
  return value.toLowerCase().replaceAll('_', ' ');
}

export function said(list, value) {
  return sentence(word(list, value));
}

export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function parts(...all) {
  return all.filter(Boolean).join(' ');
}

// An operator may do it as well where a person has a task for it.
export function whom(wait) {
  return wait.who === 'CALLER' && wait.taskId ? 'an operator or the caller who placed the order' : WHO[wait.who];
}

// The same in a list.
export function shortly(wait) {
  return wait.who === 'CALLER' ? wait.taskId ? 'an operator or the caller' : 'the caller' : WHO[wait.who];
}

export function period(text) {
  const [, years] = text.match(/^(\d+)Y$/) || [];
  return years ? years + (years === '1' ? ' year' : ' years') : text;
}

// How far a time is away from another, in the one unit that says it.
export function distance(from, to) {
  const minutes = Math.abs(Date.parse(to) - Date.parse(from)) / 60000;
  return minutes < 90 ? Math.max(1, Math.round(minutes)) + ' min' : minutes < 36 * 60 ? Math.round(minutes / 60) + ' h'
    : Math.round(minutes / 60 / 24) + ' days';
}
