// Days, all of them UTC. The server's today counts, never the browser's.

// Days of the periods one can choose.
export const PERIODS = [7, 30, 90, 365];
// What the server gives if nobody chooses.
export const USUAL = 30;
export const DAY = 86400000;

export function plusDays(day, number) {
  return new Date(Date.parse(day) + number * DAY).toISOString().slice(0, 10);
}

function days(period) {
  return (Date.parse(period.to) - Date.parse(period.from)) / DAY + 1;
}

// As many days, up to the one before.
export function before(period) {
  return {from: plusDays(period.from, -days(period)), to: plusDays(period.from, -1)};
}

// In words, to be compared with.
export function length(period) {
  return days(period) === 1 ? 'the day before' : 'the ' + days(period) + ' days before';
}

// As much of a period as is in another.
export function within(period, other) {
  return {from: period.from > other.from ? period.from : other.from, to: period.to < other.to ? period.to : other.to};
}

// A whole month, the one of a day or so many before it.
export function month(day, back = 0) {
  const first = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 - back, 1));
  const next = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1));
  return {from: first.toISOString().slice(0, 10), to: plusDays(next.toISOString().slice(0, 10), -1)};
}

// The last so many days, today included.
export function lastDays(number, today) {
  return {from: plusDays(today, 1 - number), to: today};
}
