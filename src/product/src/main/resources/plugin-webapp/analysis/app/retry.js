import {Problem, button, counted, element, fill, link, processName, read, send, table, time} from './parts.js';
import {mayChange} from './readonly.js';

// So many are sent at a time: the engine has other work to do.
const AT_A_TIME = 4;
// One more try; should it fail, the step stops again.
const TRIES = 1;
// How often, and how many milliseconds apart, it is looked up what became of them.
const LOOKS = 5;
const BETWEEN_LOOKS = 2000;
const CONSEQUENCES = 'Each of the steps listed is tried once more. Where it succeeds, the order continues from there automatically, which may include its'
  + ' purchase; what costs money is asked for at most once.';
const ADDRESS = '/api/v1/failed-steps';

const COLUMNS = [
  {key: 'reference', title: 'Reference', kind: 'TEXT', cell: (step) => instanceOf(step)},
  {key: 'domain', title: 'Domain', kind: 'TEXT'},
  {key: 'account', title: 'Account', kind: 'TEXT'},
  {key: 'since', title: 'Failed first', kind: 'TIME'},
  {key: 'tries', title: 'Tries', kind: 'COUNT'},
  {key: 'nextTry', title: 'Next try', kind: 'TIME'},
  {key: 'order', title: 'Order', kind: 'ORDER'},
];

function instanceOf(step) {
  return step.instance
    ? link(step.reference || step.instance, '#/process-instance/' + encodeURIComponent(step.instance) + '/runtime')
    : step.reference || '–';
}

function retry(step, api) {
  const kind = step.kind === 'JOB' ? '/job/' : '/external-task/';
  return send('PUT', api.engineApi + kind + encodeURIComponent(step.id) + '/retries', {retries: TRIES}, api);
}

// Retries all of them, a few at a time, and says how far it has got.
async function retryAll(steps, api, told) {
  const waiting = [...steps];
  const failed = [];
  let went = 0;
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      try {
        await retry(step, api);
        went++;
      } catch (e) {
        failed.push({...step, why: e instanceof Problem ? e.message : String(e)});
      }
      told(went + failed.length);
    }
  };
  await Promise.all(Array.from({length: AT_A_TIME}, work));
  return {went, failed};
}

// Those that have failed again, as far as it is seen within some seconds.
async function failedAgain(steps, key) {
  let again = [];
  for (let look = 0; look < LOOKS && again.length < steps.length; look++) {
    await new Promise((done) => setTimeout(done, BETWEEN_LOOKS));
    const {failed} = await read(ADDRESS + '/' + encodeURIComponent(key)).catch((e) => {
      if (e.status !== 404) {
        throw e;
      }
      return {failed: []};
    });
    again = failed.filter((one) => steps.some((step) => step.id === one.id && one.tries > step.tries));
  }
  return again;
}

function course(steps, key) {
  const note = element('p', 'Waiting for the result …');
  failedAgain(steps, key).then((again) => {
    const at = time(new Date().toISOString()).slice(11);
    note.className = again.length ? 'analysis-bad' : '';
    note.textContent = again.length
      ? 'Tried again until ' + at + ': ' + counted(again.length, 'step') + ' failed again, after '
        + Math.max(...again.map((step) => step.tries)) + ' tries in all.'
      : 'Tried again until ' + at + ': none has failed again so far.';
  }).catch((e) => {
    note.textContent = 'What happened to it cannot be read: ' + e.message;
  });
  return note;
}

function result({went, failed}, steps, key) {
  const box = element('div');
  box.setAttribute('role', 'status');
  box.append(element('p', counted(went, 'step') + (went === 1 ? ' is' : ' are') + ' tried once more. The result is shown here and on the page of the order.'));
  if (went) {
    box.append(course(steps.filter((step) => failed.every((one) => one.id !== step.id)), key));
  }
  if (failed.length) {
    box.append(
      element('p', counted(failed.length, 'step') + ' could not be retried:', 'analysis-bad'),
      table('Steps that could not be retried', [...COLUMNS.slice(0, 2), {key: 'why', title: 'Why', kind: 'TEXT'}], failed));
  }
  return box;
}

function preview(found, api, may, changed) {
  const {group, failed} = found;
  const parts = [table('Steps that failed for this reason', COLUMNS, failed)];
  if (group.state === 'RETRYING') {
    parts.push(element('p', 'These are tried again automatically. Nothing has to be done unless they stop.', 'analysis-hint'));
  } else if (!may) {
    parts.push(element('p', 'An administrator retries them, once the reason is gone. ' + CONSEQUENCES));
  } else {
    const place = element('div', undefined, 'analysis-content');
    const ask = button('Retry ' + counted(failed.length, 'step') + ' …', 'btn btn-primary', () => {
      const sure = element('p', 'They are tried in your name. ' + CONSEQUENCES + ' Is the reason gone? ');
      sure.append(
        button('Retry now', 'btn btn-danger btn-sm', async () => {
          const note = element('p', 'Retrying …');
          note.setAttribute('role', 'status');
          place.replaceChildren(note);
          const outcome = await retryAll(failed, api, (done) => {
            note.textContent = 'Retrying: ' + done + ' of ' + failed.length;
          });
          place.replaceChildren(result(outcome, failed, group.key), button('Look again', 'btn btn-default', changed));
        }),
        ' ',
        button('Not now', 'btn btn-default btn-sm', () => place.replaceChildren(ask)));
      place.replaceChildren(sure);
      sure.querySelector('button').focus();
    });
    place.append(ask);
    parts.push(place);
  }
  return parts;
}

function section(group, api, may, changed) {
  const box = element('section', undefined, 'analysis-figure wide');
  const details = element('details', undefined, 'analysis-details');
  const place = element('div', undefined, 'analysis-content');
  const stopped = group.state === 'STOPPED';
  box.append(
    element('h2', group.step + (group.process ? ' · ' + processName(group.process) : '')),
    element('p', counted(group.steps, 'step') + (group.steps === 1 ? ' has ' : ' have ')
      + (stopped ? 'stopped' : 'failed and will be tried again') + (group.since ? (group.steps === 1 ? ', since ' : ', the first since ') + time(group.since) : '')
      + (group.nextTry ? '; next try ' + time(group.nextTry) : '') + '.', stopped ? 'analysis-bad' : 'analysis-hint'),
    element('p', group.what));
  details.append(element('summary', 'Show the ' + counted(group.steps, 'step') + (stopped && may ? ' and retry' : '')), place);
  details.addEventListener('toggle', () => {
    if (details.open) {
      fill(place, 'The steps', () => read(ADDRESS + '/' + encodeURIComponent(group.key)), (found) => preview(found, api, may, changed));
    }
  });
  box.append(details);
  return box;
}

const page = {
  id: 'analysis-failed-steps',
  pluginPoint: 'cockpit.route',
  priority: 0,
  properties: {path: '/failed-steps', label: 'Failed steps'},
  render(node, {api}) {
    document.title = 'Camunda Cockpit | Failed steps';
    const place = element('div', undefined, 'analysis-page');
    const head = element('div', undefined, 'analysis-head');
    const list = element('div', undefined, 'analysis-figures');
    head.append(
      element('h1', 'Failed steps'),
      element('p', 'Steps that could not be carried out, grouped by reason. Stopped steps need somebody; the others are tried'
        + ' again automatically. Times are UTC.', 'analysis-hint'));
    place.append(head, list);
    node.append(place);

    function load() {
      return fill(
        list, 'The failed steps',
        async () => [await read(ADDRESS), await mayChange(api).catch(() => false)],
        ([found, may]) => (found.groups.length
          ? found.groups.map((group) => section(group, api, may, load))
          : element('p', 'No step has failed.', 'analysis-figure wide')));
    }

    load();
  },
};

const menu = {
  id: 'failed-steps',
  pluginPoint: 'cockpit.navigation',
  priority: 105,
  properties: {label: 'Failed steps', pagePath: '#/failed-steps'},
};

export default [menu, page];
