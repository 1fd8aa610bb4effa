// Days, all of them UTC. The server's today counts, never the browser's.

// Days of the periods one can choose.
export const PERIODS = [7, 30, 90, 365];
// What the server gives if nobody chooses.
export const USUAL = 30;
export const DAY = 86400000;

export function plusDays(day, number) {
  return new Date(Date.parse(day) + number * DAY).toISOString().slice(0, 10);
}

// The last so many days, today included.
export function lastDays(number, today) {
  return {from: plusDays(today, 1 - number), to: today};
}
