// Writes what form-js makes of every condition in forms/additional-fields, for the server to be held against:
// npm ci --prefix src/test/forms && npm run conditions --prefix src/test/forms
// Needs Chromium; CHROMIUM names it where it is not /usr/bin/chromium.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

const project = new URL('../../../', import.meta.url);
const forms = new URL('forms/additional-fields/', project);
const table = new URL('src/test/resources/tld/browser-conditions.tsv', project);
const formJs = new URL('node_modules/@bpmn-io/form-js/dist/form-viewer.umd.js', import.meta.url);

const FEEL_WORDS = new Set(['and', 'or', 'not', 'in', 'null', 'true', 'false', 'list', 'contains']);
const OPERATIONS = ['register', 'transfer', 'trade', 'update'];

const rows = [];
for (const file of (await readdir(forms)).filter(name => name.endsWith('.form')).sort()) {
  const form = JSON.parse(await readFile(new URL(file, forms), 'utf8'));
  for (const condition of conditionsOf(form)) {
    for (const data of casesOf(condition, form)) {
      rows.push({ form: basename(file, '.form'), condition, data });
    }
  }
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox']
});
try {
  const page = await browser.newPage();
  await page.setContent('<div id="form"></div>');
  await page.addScriptTag({ path: fileURLToPath(formJs) });
  for (const row of rows) {
    row.shown = await page.evaluate(isShown, row);
  }
} finally {
  await browser.close();
}
const lines = rows.map(row =>
  [row.form, row.condition, JSON.stringify(row.data), row.shown ? 'shown' : 'hidden'].join('\t')
);
await writeFile(table, `${lines.join('\n')}\n`);
console.log(`${fileURLToPath(table)}: ${lines.length} cases`);

function componentsOf(parent) {
  return (parent.components ?? []).flatMap(child => [child, ...componentsOf(child)]);
}

function conditionsOf(form) {
  const conditions = componentsOf(form).map(component => component.conditional?.hide);
  return [...new Set(conditions.filter(Boolean))].sort();
}

// Each variable of the condition with each of its values and with none, in every combination.
function casesOf(condition, form) {
  const unquoted = condition.replace(/"[^"]*"/g, '');
  const variables = [...new Set(unquoted.match(/[A-Za-z_][A-Za-z0-9_]*/g))];
  const cases = variables
    .filter(name => !FEEL_WORDS.has(name))
    .reduce(
      (sofar, name) =>
        sofar.flatMap(data =>
          [...valuesOf(name, condition, form), null].map(value => ({ ...data, [name]: value }))
        ),
      [{}]
    );
  return [...cases, {}];
}

function valuesOf(name, condition, form) {
  switch (name) {
    case 'operation':
      return OPERATIONS;
    case 'registrantKind':
    case 'adminKind':
      return ['individual', 'organization'];
    case 'domainIsIdn':
      return [true, false];
    case 'tld':
      return form.properties.tlds.split(',');
    case 'registrantCountry':
      return countriesFor(condition);
    default: {
      const field = componentsOf(form).find(component => component.key === name);
      return field.type === 'checkbox'
        ? [true, false]
        : (field.values?.map(option => option.value) ?? ['anything']);
    }
  }
}

// First, middle and last of those that are named, and some that may not be.
function countriesFor(condition) {
  const named = [...condition.matchAll(/"([A-Z]{2})"/g)].map(match => match[1]);
  const some = [named[0], named[Math.floor(named.length / 2)], named[named.length - 1]];
  return [...new Set([...some, 'US', 'SE', 'CH'])].filter(Boolean);
}

async function isShown({ condition, data }) {
  const container = document.getElementById('form');
  const form = await FormViewer.createForm({
    container,
    schema: {
      type: 'default',
      id: 'form',
      schemaVersion: 16,
      components: [
        { type: 'textfield', id: 'probe', key: 'probe', label: 'Probe', conditional: { hide: condition } }
      ]
    },
    data
  });
  await new Promise(drawn => requestAnimationFrame(() => drawn()));
  const shown = container.querySelector('.fjs-form-field-textfield') !== null;
  form.destroy();
  container.replaceChildren();
  return shown;
}
