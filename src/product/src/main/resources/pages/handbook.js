// The handbook and the guides as they are written: Markdown with headings, lists, tables, code, pictures and links, and nothing else.
import {element, showLogin} from '/pages/shared.js';

const INLINE = /\[!\[([^\]]*)\]\(([^)]*)\)\]\(([^)]*)\)|!\[([^\]]*)\]\(([^)]*)\)|\[([^\]]*)\]\(([^)]*)\)|`([^`]*)`|\*\*([^*]*)\*\*|\*([^*]*)\*/g;
const FENCE = /^( *)```/;
const ITEM = /^( *)(?:-|\d+\.) +(.*)$/;

const GUIDES = [
  'accounts', 'additional-fields', 'api-clients', 'blesta', 'change-of-registrant', 'cnr', 'cockpit', 'engine-rest', 'glossary',
  'import', 'leaving', 'monitoring', 'order-api', 'owners', 'renewal', 'tasks', 'webhooks',
];

// Pages of the repository that are not here have no address; the words of a link stay.
function address(target) {
  if (/^(#|https?:)/.test(target)) {
    return target;
  }
  if (target === 'openapi.yaml') {
    return '/api-docs/';
  }
  const [, guide, place] = target.match(/^([a-z-]+)\.md(#.*)?$/) || [];
  if (guide) {
    return guide === 'handbook' ? '/handbook/' + (place || '')
      : GUIDES.includes(guide) ? '/handbook/' + guide + (place || '') : null;
  }
  const picture = target.match(/^pictures\/(\w+\.svg)$/);
  if (picture) {
    return '/orders/pictures/' + picture[1];
  }
  return target.startsWith('pictures/') ? '/handbook/' + target : null;
}

function linked(target, ...content) {
  const to = address(target);
  const made = document.createElement(to ? 'a' : 'span');
  if (to) {
    made.href = to;
  }
  made.append(...content);
  return made;
}

function image(text, target) {
  const made = document.createElement('img');
  made.alt = text;
  made.loading = 'lazy';
  made.src = address(target);
  return made;
}

function inline(text) {
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(INLINE)) {
    parts.push(text.slice(end, found.index));
    end = found.index + found[0].length;
    const [, outerText, outerPicture, outerTarget, pictureText, picture, words, target, code, strong, em] = found;
    if (outerTarget !== undefined) {
      parts.push(linked(outerTarget, image(outerText, outerPicture)));
    } else if (picture !== undefined) {
      parts.push(image(pictureText, picture));
    } else if (target !== undefined) {
      parts.push(linked(target, ...inline(words)));
    } else if (code !== undefined) {
      parts.push(element('code', code));
    } else {
      const made = element(strong === undefined ? 'em' : 'strong');
      made.append(...inline(strong === undefined ? em : strong));
      parts.push(made);
    }
  }
  parts.push(text.slice(end));
  return parts;
}

function filled(name, text) {
  const made = element(name);
  made.append(...inline(text));
  return made;
}

// As the places that links name are made of the words of a heading.
function anchor(text) {
  return text.toLowerCase().replace(/[^\w\- ]/g, '').trim().replaceAll(' ', '-');
}

function heading(line) {
  const [, marks, text] = line.match(/^(#+) (.*)$/);
  const made = filled('h' + Math.min(marks.length + 1, 6), text);
  made.id = anchor(text);
  return made;
}

function table(lines) {
  const cells = (line) => line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
  const row = (line, kind) => {
    const made = element('tr');
    made.append(...cells(line).map((cell) => filled(kind, cell)));
    return made;
  };
  const made = element('table');
  const head = element('thead');
  head.append(row(lines[0], 'th'));
  const body = element('tbody');
  body.append(...lines.slice(2).map((line) => row(line, 'td')));
  made.append(head, body);
  return made;
}

function list(lines) {
  const items = [];
  for (const line of lines) {
    const item = line.match(ITEM);
    if (item && !(items.length && item[1].length >= items[0].inset)) {
      items.push({lines: [item[2]], inset: line.length - item[2].length});
    } else {
      items[items.length - 1].lines.push(line.slice(items[0].inset));
    }
  }
  const number = lines[0].match(/^ *(\d+)\./);
  const made = element(number ? 'ol' : 'ul');
  if (number) {
    // code or a picture may stand before it
    made.start = number[1];
  }
  made.append(...items.map((item) => {
    const inner = element('li');
    const nested = item.lines.findIndex((line) => ITEM.test(line));
    const own = nested < 0 ? item.lines : item.lines.slice(0, nested);
    inner.append(...inline(own.map((line) => line.trim()).join(' ')));
    if (nested >= 0) {
      inner.append(list(item.lines.slice(nested)));
    }
    return inner;
  }));
  return made;
}

function block(lines) {
  if (FENCE.test(lines[0])) {
    return code(lines);
  }
  if (lines[0].startsWith('#')) {
    return heading(lines[0]);
  }
  if (lines[0].startsWith('|')) {
    return table(lines);
  }
  return ITEM.test(lines[0]) ? list(lines) : filled('p', lines.join(' '));
}

function code(lines) {
  const inset = lines[0].match(FENCE)[1].length;
  const made = element('pre');
  made.tabIndex = 0;
  made.append(element('code', lines.slice(1, -1).map((line) => line.slice(inset)).join('\n')));
  return made;
}

// A block is what stands between empty lines; a heading is one of its own, and so is code, whatever is in it.
function blocks(markdown) {
  const made = [];
  let open = [];
  let within = false;
  const close = () => {
    if (open.length) {
      made.push(open);
    }
    open = [];
  };
  for (const line of markdown.replace(/<!--[\s\S]*?-->\n?/g, '').split('\n')) {
    const fence = FENCE.test(line);
    if (within) {
      open.push(line);
      if (fence) {
        close();
        within = false;
      }
      continue;
    }
    if (fence || /^#+ /.test(line) || !line.trim()) {
      close();
    }
    if (line.trim()) {
      open.push(line);
    }
    within = fence;
    if (/^#+ /.test(line)) {
      close();
    }
  }
  close();
  return made;
}

async function start() {
  const [, guide] = location.pathname.match(/^\/handbook\/([a-z-]+)$/) || [];
  const answer = await fetch(new URL('/handbook/' + (guide || 'handbook') + '.md', location.origin));
  document.getElementById('text').append(...blocks(await answer.text()).map(block));
  if (guide) {
    document.title = document.querySelector('#text h2').textContent + ' – Domainflow';
  }
  if (location.hash) {
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }
}

showLogin().catch(() => null);
start();
