import {STATES} from './codes.js';
import {phasesOf} from './diagram.js';
import {auditOf} from './instance.js';
import {button, choice, count, counted, duration, element, fill, input, instanceHref, labelled, link, read, table, words} from './parts.js';
import {PERIODS, USUAL, lastDays} from './periods.js';
import {openAt} from './zoom.js';

const PAGE = 25;
// As many classes of colour; the numbers on the diagram say the rest.
const CLASSES = 5;

const MEASURES = {
  often: {title: 'How often', of: (one) => one.finished, say: count},
  median: {title: 'Typical time', of: (one) => one.medianSeconds || 0, say: duration},
  total: {title: 'Time in all', of: (one) => one.totalSeconds, say: duration},
};

function address(id, what, query) {
  return '/api/v1/processes/' + encodeURIComponent(id) + '/' + what + (query ? '?' + new URLSearchParams(query) : '');
}

// A definition's id without version and number is its key, which stands for all versions.
function keyOf(definition) {
  return definition.split(':')[0];
}

// The days that the heat map and the steps are of: one choice for both.
const period = {days: USUAL, listeners: new Set()};

function periodChoice() {
  const field = choice(PERIODS.map((number) => [number, number + ' days']), period.days);
  field.addEventListener('change', () => {
    period.days = Number(field.value);
    period.listeners.forEach((listener) => listener());
  });
  return field;
}

// Calls it when another period is chosen, as long as the place is on the page.
function onPeriod(place, act) {
  const listener = () => (place.isConnected ? act() : period.listeners.delete(listener));
  period.listeners.add(listener);
}

// ---- history

const COLUMNS = [
  {key: 'reference', title: 'Reference', kind: 'TEXT'},
  {key: 'state', title: 'State', kind: 'TEXT'},
  {key: 'domain', title: 'Domain', kind: 'TEXT'},
  {key: 'account', title: 'Account', kind: 'TEXT'},
  {key: 'outcome', title: 'Outcome', kind: 'TEXT'},
  {key: 'startedAt', title: 'Began', kind: 'TIME'},
  {key: 'endedAt', title: 'Ended', kind: 'TIME'},
  {key: 'tookSeconds', title: 'Took', kind: 'SECONDS'},
  {key: 'order', title: 'Order', kind: 'ORDER'},
  {key: 'id', title: 'Path', kind: 'ORDER'},
];

function columns(open) {
  return COLUMNS.map((column) => {
    switch (column.key) {
      case 'reference':
        return {...column, cell: (row) => button(row.reference || row.id, 'btn btn-link analysis-open', () => open(row))};
      case 'id':
        return {...column, cell: (row) => link('path', instanceHref(row.id))};
      case 'state':
        return {...column, cell: (row) => element('span', words(row.state), 'analysis-state ' + row.state)};
      default:
        return column;
    }
  });
}

const history = {
  id: 'analysis-history',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: 18,
  properties: {label: 'History'},
  render(node, {processDefinitionId}) {
    const form = element('form', undefined, 'analysis-form analysis-in-tab');
    const state = choice([['', 'ended'], ...STATES.map((one) => [one, words(one).toLowerCase()])], '');
    const versions = choice([['one', 'this version'], ['all', 'all versions']], 'one');
    const domain = input('search');
    domain.placeholder = 'shop* or *.ca';
    const reference = input('search');
    const show = element('button', 'Search', 'btn btn-primary');
    show.type = 'submit';
    form.append(
      labelled('State', state, 'state'), labelled('Domain', domain, 'domain'), labelled('Reference', reference, 'reference'),
      labelled('Ended from', input('date'), 'endedFrom'), labelled('to', input('date'), 'endedTo'),
      labelled('Of', versions, 'versions'), show);
    const list = element('div', undefined, 'analysis-content');
    const audit = element('section', undefined, 'analysis-audit');
    audit.hidden = true;
    node.append(form, list, audit);
    let rows = [];

    function open(row) {
      audit.hidden = false;
      audit.setAttribute('aria-label', 'Audit of ' + (row.reference || row.id));
      audit.tabIndex = -1;
      const head = element('h4', 'What has happened to ' + (row.reference || row.id));
      const place = element('div');
      audit.replaceChildren(head, place);
      auditOf(place, row.id).then(() => {
        audit.scrollIntoView({block: 'start'});
        audit.focus({preventScroll: true});
      });
    }

    function query(after) {
      const given = {limit: PAGE};
      for (const name of ['state', 'domain', 'reference', 'endedFrom', 'endedTo']) {
        const value = form.elements[name].value.trim();
        if (value) {
          given[name] = value;
        }
      }
      return after ? {...given, after} : given;
    }

    function load(after) {
      const id = versions.value === 'all' ? keyOf(processDefinitionId) : processDefinitionId;
      return fill(list, 'The instances', () => read(address(id, 'instances', query(after))), (page) => {
        rows = after ? [...rows, ...page.instances] : page.instances;
        if (!rows.length) {
          return element('p', 'Nothing was found: no instance of ' + (versions.value === 'all' ? 'any version' : 'this version')
            + ' is ' + (state.value ? 'in this state' : 'ended') + (Object.keys(query()).length > 1 ? ' and fits the search.' : '.'), 'analysis-hint');
        }
        const parts = [
          element('p', (page.next ? 'The latest ' : '') + counted(rows.length, 'instance') + ', latest first. Times are UTC.', 'analysis-hint'),
          table('Instances of the process', columns(open), rows),
        ];
        if (page.next) {
          parts.push(button('Show more', 'btn btn-default', () => load(page.next)));
        }
        return parts;
      });
    }

    form.addEventListener('submit', (event) => {
      event.preventDefault();
      audit.hidden = true;
      load();
    });
    load();
  },
};

// ---- heat

// The server's today counts, so the days are asked for only where they are not the usual ones.
async function heatOf(definition, days) {
  const usual = await read(address(definition, 'heat'));
  return days === USUAL ? usual : read(address(definition, 'heat', lastDays(days, usual.asOf.slice(0, 10))));
}

// A process within the process is all of its steps, and a colour of its own would cover theirs.
function isStep(shape) {
  return shape && shape.type !== 'bpmn:SubProcess';
}

// Numbers everywhere could not be read: gateways and starts only repeat those of the steps.
function hasNumber(shape, value) {
  return value > 0 && !/Gateway$|StartEvent$/.test(shape.type) && (mayTakeTime(shape) || value >= 1);
}

function mayTakeTime(shape) {
  return /Task$|CallActivity$/.test(shape.type);
}

function classOf(value, most) {
  return value <= 0 || most <= 0 ? 0 : Math.max(1, Math.ceil(CLASSES * Math.log1p(value) / Math.log1p(most)));
}

// Covers the diagram with a smaller one that has the phases only, until it is pressed again.
function folding(svg, around) {
  const cover = element('div', undefined, 'analysis-phases');
  svg.setAttribute('width', '100%');
  svg.setAttribute('height', '100%');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', 'The phases of the process');
  cover.append(svg);
  const fold = button('Phases only', 'btn btn-default btn-xs', () => {
    const folded = !cover.isConnected;
    fold.classList.toggle('active', folded);
    fold.setAttribute('aria-pressed', String(folded));
    if (folded) {
      around.append(cover);
    } else {
      cover.remove();
    }
  });
  fold.setAttribute('aria-pressed', 'false');
  return fold;
}

const heat = {
  id: 'analysis-heat',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: 0,
  render(viewer, {processDefinitionId}) {
    const canvas = viewer.get('canvas');
    const overlays = viewer.get('overlays');
    const elements = viewer.get('elementRegistry');
    const box = element('div', undefined, 'analysis-heat');
    const modes = element('div', undefined, 'btn-group btn-group-xs');
    const days = periodChoice();
    const note = element('p', undefined, 'analysis-heat-note');
    days.setAttribute('aria-label', 'Period of the heat map and the steps');
    days.title = 'Period of the heat map and the steps';
    const marked = [];
    let mode = null;
    let hottest = [];
    modes.setAttribute('role', 'group');
    modes.setAttribute('aria-label', 'Heat map');
    note.setAttribute('role', 'status');

    function clear() {
      marked.splice(0).forEach(([id, marker]) => canvas.removeMarker(id, marker));
      overlays.remove({type: 'analysis-heat'});
    }

    function paint(data) {
      const measure = MEASURES[mode];
      const known = data.activities.filter((one) => isStep(elements.get(one.activity)));
      const most = Math.max(0, ...known.map(measure.of));
      for (const one of known) {
        const value = measure.of(one);
        const marker = 'analysis-heat-' + classOf(value, most);
        canvas.addMarker(one.activity, marker);
        marked.push([one.activity, marker]);
        if (!hasNumber(elements.get(one.activity), value)) {
          continue;
        }
        const badge = element('div', measure.say(value), 'analysis-heat-badge');
        badge.title = one.step + ': ' + counted(one.finished, 'time') + (one.cancelled ? ', ' + count(one.cancelled) + ' of them ended by an event' : '')
          + (one.medianSeconds === null ? '' : '; half of them took at most ' + duration(one.medianSeconds)) + '; running now: ' + count(one.running);
        overlays.add(one.activity, 'analysis-heat', {position: {top: 0, left: 0}, scale: {min: .75}, html: badge});
      }
      hottest = known.filter((one) => hasNumber(elements.get(one.activity), measure.of(one)))
        .sort((one, other) => measure.of(other) - measure.of(one)).map((one) => one.activity);
      note.replaceChildren(
        document.createTextNode(measure.title + ', ' + data.from + ' to ' + data.to + ' (UTC): '), scale(measure, most));
    }

    function scale(measure, most) {
      const legend = element('span', undefined, 'analysis-heat-scale');
      if (!most) {
        legend.append(element('span', 'nothing was carried out'));
      } else {
        for (let number = 1; number <= CLASSES; number++) {
          const to = number === CLASSES ? most : Math.floor(Math.expm1(number / CLASSES * Math.log1p(most)));
          legend.append(element('i', undefined, 'analysis-heat-' + number), element('span', 'to ' + measure.say(to)));
        }
      }
      return legend;
    }

    async function draw() {
      clear();
      note.textContent = '';
      for (const one of modes.children) {
        const active = one.dataset.mode === (mode || 'off');
        one.classList.toggle('active', active);
        one.setAttribute('aria-pressed', String(active));
      }
      if (!mode) {
        return;
      }
      const asked = mode;
      note.textContent = 'Loading …';
      try {
        const data = await heatOf(processDefinitionId, period.days);
        if (asked === mode) {
          clear();
          paint(data);
        }
      } catch (e) {
        note.textContent = 'The heat map cannot be read: ' + e.message;
      }
    }

    for (const [name, text] of [['off', 'No heat map'], ...Object.entries(MEASURES).map(([key, one]) => [key, one.title])]) {
      const one = button(text, 'btn btn-default', () => {
        mode = name === 'off' ? null : name;
        // what is asked for is in sight, once it is known
        draw().then(() => mode === name && openAt(viewer, hottest));
      });
      one.dataset.mode = name;
      modes.append(one);
    }
    onPeriod(box, draw);
    box.append(modes, days, note);
    // what is done in the box is not meant for the diagram
    ['mousedown', 'click', 'dblclick', 'wheel', 'keydown'].forEach((name) => box.addEventListener(name, (event) => event.stopPropagation()));
    // above the diagram, and not upon it
    const around = canvas.getContainer().parentElement;
    around.classList.add('analysis-with-heat');
    around.prepend(box);
    phasesOf(keyOf(processDefinitionId)).then((svg) => svg && box.insertBefore(folding(svg, around), note));
    draw();
    this.box = box;
  },
  unmount() {
    this.box?.parentElement?.classList.remove('analysis-with-heat');
    this.box?.remove();
  },
};

const STEP_COLUMNS = [
  {key: 'step', title: 'Step', kind: 'TEXT'},
  {key: 'finished', title: 'Carried out', kind: 'COUNT'},
  {key: 'cancelled', title: 'of them ended by an event', kind: 'COUNT'},
  {key: 'medianSeconds', title: 'Typical time', kind: 'SECONDS'},
  {key: 'meanSeconds', title: 'Average time', kind: 'SECONDS'},
  {key: 'totalSeconds', title: 'Time in all', kind: 'SECONDS'},
  {key: 'running', title: 'Running now', kind: 'COUNT'},
];

// Without one, the model's id stands for it, which says nothing to most people.
function hasName(one) {
  return one.step !== one.activity;
}

const steps = {
  id: 'analysis-steps',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: 17,
  properties: {label: 'Steps'},
  render(node, {processDefinitionId}) {
    const form = element('form', undefined, 'analysis-form analysis-in-tab');
    const versions = choice([['one', 'this version'], ['all', 'all versions']], 'one');
    const list = element('div', undefined, 'analysis-content');
    const all = element('input');
    all.type = 'checkbox';
    form.append(
      labelled('Of', versions, 'versions'), labelled('Also gateways and events without a name', all, 'all'));
    node.append(form, list);

    function load() {
      const id = versions.value === 'all' ? keyOf(processDefinitionId) : processDefinitionId;
      return fill(list, 'The steps', () => heatOf(id, period.days), (data) => [
        element('p', 'How often each step was carried out from ' + data.from + ' to ' + data.to + ' (UTC), and how long that took. Half of the times'
          + ' took the typical time at most. A step is ended by an event when something else came first, such as a deadline or a cancellation.'
          + ' The period is chosen above the diagram.', 'analysis-hint'),
        table('Steps of the process', STEP_COLUMNS, data.activities.filter((one) => all.checked || hasName(one))
          .sort((one, other) => other.totalSeconds - one.totalSeconds)),
      ]);
    }

    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', load);
    onPeriod(form, load);
    load();
  },
};

export default [history, steps, heat];
