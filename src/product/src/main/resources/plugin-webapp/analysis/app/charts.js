// The kinds of charts, drawn as SVG. What a chart shows is also in the table below it and in the
// sentence above it; parts differ by their pattern, not only by their colour. What has an address
// leads to the orders that it stands for. A chart is drawn for the width that it has, so that its words keep their size.
import {about, count, counted, duration, freshId} from './parts.js';

const NAMESPACE = 'http://www.w3.org/2000/svg';
// Until it is known.
const WIDTH = 700;
const LABELS = 190;
const NOTES = 150;
const ROW = 24;
const LINES = 4;
const WIDEST = 48;
const TICKS = [[1, '1 s'], [60, '1 min'], [3600, '1 h'], [86400, '1 d'], [7 * 86400, '1 week'], [30 * 86400, '30 d']];
const LONGEST_LABEL = 28;
// More of them touch each other.
const MOST_DOTS = 40;
// What a letter below a column takes, and the room between two words there.
const LETTER = 7;
const GAP = 10;
// A mouse hits what is as large.
const TARGET = 24;

function draw(name, attributes = {}, ...inside) {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, given] of Object.entries(attributes)) {
    made.setAttribute(key, given);
  }
  made.append(...inside);
  return made;
}

function text(words, x, y, anchor = 'start') {
  return draw('text', {x, y, 'text-anchor': anchor}, words);
}

function label(words, y) {
  const short = words.length > LONGEST_LABEL ? words.slice(0, LONGEST_LABEL - 1) + '…' : words;
  const made = text(short, LABELS - 8, y, 'end');
  made.append(draw('title', {}, words));
  return made;
}

// A picture with links in it is a group of them. It is drawn anew when its width changes.
function picture(height, words, drawing) {
  const made = draw('svg', {height, 'aria-label': words, class: 'analysis-chart'});
  let width = 0;
  const drawFor = (wanted) => {
    if (wanted > 0 && wanted !== width) {
      width = wanted;
      made.setAttribute('viewBox', '0 0 ' + width + ' ' + height);
      made.replaceChildren(...drawing(width));
    }
  };
  drawFor(WIDTH);
  made.setAttribute('role', made.querySelector('a') ? 'group' : 'img');
  new ResizeObserver(([seen]) => drawFor(seen.contentRect.width)).observe(made);
  return made;
}

// A chart below its title, for where there are several.
export function titled(title, chart) {
  const box = document.createElement('div');
  const head = document.createElement('p');
  head.className = 'analysis-chart-title';
  head.textContent = title;
  box.append(head, chart);
  return box;
}

// Every how many of these there is room for the words.
function every(all, wide) {
  const longest = Math.max(...all.map((one) => (one.short || one.label).length));
  return Math.max(Math.ceil(all.length / 10), Math.ceil((longest * LETTER + GAP) / wide));
}

// Where a mouse hits a point that is smaller.
function hit(x, y, width, height, ...inside) {
  return draw('rect', {x, y, width, height, class: 'hit'}, ...inside);
}

// What it stands for, behind it if there is an address.
function leading(href, words, shape) {
  const elsewhere = href && !href.startsWith('#') ? {target: '_blank', rel: 'noopener'} : {};
  return href ? draw('a', {href, 'aria-label': words, ...elsewhere}, shape) : shape;
}

// Stripes and dots over the colour of a part.
function patterns(parts) {
  const places = new Map();
  const defs = draw('defs');
  for (const part of parts.filter((one) => one.pattern)) {
    const id = freshId('pattern');
    const mark = part.pattern === 'dots'
      ? draw('circle', {cx: 3, cy: 3, r: 1.4})
      : draw('path', {d: 'M-1,7 L7,-1 M-1,1 L1,-1 M5,7 L7,5'});
    defs.append(draw('pattern', {id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', class: 'part ' + part.key},
      draw('rect', {width: 6, height: 6, class: 'ground'}), mark));
    places.set(part.key, 'url(#' + id + ')');
  }
  return {defs, fill: (part) => (places.has(part.key) ? {fill: places.get(part.key)} : {class: 'part ' + part.key})};
}

// What the parts of the bars mean.
export function legend(parts) {
  const list = document.createElement('ul');
  list.className = 'analysis-legend';
  for (const part of parts) {
    const item = document.createElement('li');
    const {defs, fill} = patterns([part]);
    item.append(
      draw('svg', {viewBox: '0 0 14 14', width: 14, height: 14, 'aria-hidden': 'true', class: 'analysis-chart'},
        defs, draw('rect', {width: 14, height: 14, ...fill(part)})),
      part.title);
    list.append(item);
  }
  return list;
}

// The next of 1, 2, 5, 10, 20 … for a step of the scale; orders are whole.
function step(most) {
  const wanted = Math.max(1, most / LINES);
  const ten = 10 ** Math.floor(Math.log10(wanted));
  return [1, 2, 5, 10].map((one) => one * ten).find((one) => one >= wanted);
}

function total(bar, parts) {
  return parts.reduce((sum, part) => sum + (bar[part.key] || 0), 0);
}

function hover(bar, part) {
  return draw('title', {}, bar.label + ', ' + part.title.toLowerCase() + ': ' + count(bar[part.key]));
}

// The lines of a scale from 0 up, with their numbers.
function scale(between, most, left, width, y) {
  const drawn = [];
  for (let at = 0; at <= most; at += between) {
    drawn.push(draw('line', {x1: left, x2: width, y1: y(at), y2: y(at), class: 'line'}), text(count(at), left - 6, y(at) + 4, 'end'));
  }
  return drawn;
}

// Columns from left to right, each of several parts: {label, href, [part.key]: number}.
export function columns(words, parts, bars, height = 210) {
  const [left, top, bottom] = [44, 8, height - 24];
  const between = step(Math.max(1, ...bars.map((bar) => total(bar, parts))));
  const most = between * Math.max(1, Math.ceil(Math.max(...bars.map((bar) => total(bar, parts))) / between));
  const high = (number) => (bottom - top) * number / most;
  const {defs, fill} = patterns(parts);
  return picture(height, words, (width) => {
    const wide = (width - left) / bars.length;
    const column = Math.min(WIDEST, wide * 0.76);
    const each = every(bars, wide);
    const drawn = bars.map((bar, index) => {
      let y = bottom;
      const one = draw('g');
      const wholly = draw('g');
      for (const part of parts.filter((given) => bar[given.key])) {
        y -= high(bar[part.key]);
        wholly.append(draw('rect', {
          x: left + (index + 0.5) * wide - column / 2, y, width: column, height: high(bar[part.key]), ...fill(part),
        }, hover(bar, part)));
      }
      if (wholly.childElementCount) {
        one.append(leading(bar.href, bar.label + ': ' + counted(total(bar, parts), 'order'), wholly));
      }
      if (index % each === 0) {
        one.append(text(bar.short || bar.label, left + (index + 0.5) * wide, height - 8, 'middle'));
      }
      return one;
    });
    return [defs, ...scale(between, most, left, width, (number) => bottom - high(number)), ...drawn];
  });
}

// Points joined from left to right, for each of several parts: {label, href(part), [part.key]: number}. The points of a
// day share its column: the upper one is hit above the middle between the two, the lower one below it.
export function lines(words, parts, points, height = 150) {
  const [left, top, bottom] = [44, 8, height - 24];
  const all = points.flatMap((point) => parts.map((part) => point[part.key]));
  const between = step(Math.max(1, ...all));
  const most = between * Math.max(1, Math.ceil(Math.max(...all) / between));
  const y = (number) => bottom - (bottom - top) * number / most;
  const middle = (upper, lower) => Math.max(TARGET, Math.min((upper.at + lower.at) / 2, height - TARGET));
  return picture(height, words, (width) => {
    const wide = (width - left) / points.length;
    const x = (index) => left + (index + 0.5) * wide;
    const each = every(points, wide);
    const days = points.flatMap((point, index) => (index % each ? [] : [text(point.short || point.label, x(index), height - 8, 'middle')]));
    const joined = parts.map((part) => draw('polyline', {
      points: points.map((point, index) => x(index) + ',' + y(point[part.key])).join(' '), class: 'joined ' + part.key,
    }));
    const drawn = points.flatMap((point, index) => {
      const downwards = parts.map((part) => ({part, at: y(point[part.key])})).sort((one, other) => one.at - other.at);
      return downwards.map(({part, at}, number) => {
        const from = number ? middle(downwards[number - 1], downwards[number]) : 0;
        const to = number < downwards.length - 1 ? middle(downwards[number], downwards[number + 1]) : height;
        const shape = draw('g', {},
          draw('circle', {cx: x(index), cy: at, r: points.length > MOST_DOTS ? 2 : 4, class: 'point ' + part.key}),
          hit(x(index) - wide / 2, from, wide, to - from, hover(point, part)));
        return leading(point.href && point.href(part), point.label + ', ' + part.title.toLowerCase() + ': ' + count(point[part.key]), shape);
      });
    });
    return [...scale(between, most, left, width, y), ...days, ...joined, ...drawn];
  });
}

// A few numbers at a glance, without a scale; the words say them.
export function spark(words, numbers) {
  const height = 28;
  const most = Math.max(1, ...numbers);
  const wide = 200 / numbers.length;
  return draw('svg', {viewBox: '0 0 200 ' + height, role: 'img', 'aria-label': words, class: 'analysis-spark', preserveAspectRatio: 'none'},
    draw('title', {}, words),
    ...numbers.map((number, index) => draw('rect', {
      x: index * wide + wide * 0.12, width: wide * 0.76, y: height - Math.max(1, height * number / most), height: Math.max(1, height * number / most),
    })));
}

// Bars one below the other: {label, note, href(part), [part.key]: number}.
export function bars(words, parts, all) {
  const most = Math.max(1, ...all.map((bar) => total(bar, parts)));
  const {defs, fill} = patterns(parts);
  return picture(all.length * ROW + 4, words, (width) => {
    const wide = (number) => (width - LABELS - NOTES) * number / most;
    const drawn = all.map((bar, index) => {
      const y = index * ROW;
      let x = LABELS;
      const one = draw('g', {}, label(bar.label, y + 16));
      for (const part of parts.filter((given) => bar[given.key])) {
        one.append(leading(bar.href && bar.href(part), bar.label + ', ' + part.title.toLowerCase() + ': ' + count(bar[part.key]),
          draw('rect', {x, y: y + 4, width: Math.max(1, wide(bar[part.key])), height: ROW - 8, ...fill(part)}, hover(bar, part))));
        x += wide(bar[part.key]);
      }
      one.append(text(bar.note, x + 8, y + 16));
      return one;
    });
    return [defs, ...drawn];
  });
}

// From the median (a dot) to what one in ten takes longer than (a stroke), on a scale on which each
// step is many times the one before: {label, median, most, href}, in seconds; a most of null has no stroke.
export function ranges(words, all) {
  const known = all.filter((one) => one.median !== null);
  const most = Math.max(60, ...known.map((one) => one.most ?? one.median));
  const height = all.length * ROW + 22;
  return picture(height, words, (width) => {
    const right = width - NOTES - 20;
    const place = (seconds) => LABELS + (right - LABELS) * Math.log(Math.max(1, seconds)) / Math.log(most);
    const ticks = TICKS.filter(([seconds]) => seconds <= most).flatMap(([seconds, name]) => [
      draw('line', {x1: place(seconds), x2: place(seconds), y1: 0, y2: height - 18, class: 'line'}),
      text(name, place(seconds), height - 5, 'middle'),
    ]);
    const drawn = all.map((one, index) => {
      const y = index * ROW + ROW / 2;
      const row = draw('g', {class: one.whole ? 'range whole' : 'range'}, label(one.label, y + 4));
      if (known.includes(one)) {
        const from = place(one.median);
        let note = about(one.median, '≈');
        if (one.most !== null) {
          const to = place(one.most);
          note += ' · ' + duration(one.most);
          row.append(
            draw('line', {x1: from, x2: to, y1: y, y2: y, class: 'reach'}),
            draw('line', {x1: to, x2: to, y1: y - 6, y2: y + 6, class: 'reach'}));
        }
        const point = draw('g', {}, draw('circle', {cx: from, cy: y, r: 5}), hit(from - TARGET / 2, y - ROW / 2, TARGET, ROW));
        row.append(leading(one.href, one.label + ', ' + note, point), text(note, right + 14, y + 4));
      } else {
        row.append(text('none', right + 14, y + 4));
      }
      return row;
    });
    return [...ticks, ...drawn];
  });
}
