// Fills forms in the browser that shows them and tells what form-js made of it, for the server to be held against.
// stdin: {"forms": {name: schema}, "fillings": [{"form": name, "data": {…}}], "conditions": [{"hide": feel, "data": {…}}],
//   "texts": [{"text": Markdown, "data": {…}}]}
// stdout: {"fillings": [{"data": {…}, "errors": [key]}], "conditions": [whether it hides],
//   "texts": [{"words": what is read, "elements": [tag]}]}
// Needs Chromium; CHROMIUM names it where it is not Debian's headless shell.
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

const AT_ONCE = 100;
const formJs = new URL('node_modules/@bpmn-io/form-js/dist/form-viewer.umd.js', import.meta.url);

const { forms, fillings, conditions, texts } = JSON.parse(await text(process.stdin));
const answer = { fillings: [], conditions: [], texts: [] };
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/lib/chromium/chromium-headless-shell',
  args: ['--no-sandbox']
});
try {
  const page = await browser.newPage();
  await page.setContent('<div id="forms"></div>');
  await page.addScriptTag({ path: fileURLToPath(formJs) });
  await page.evaluate(known => { window.schemas = known; }, forms);
  for (let first = 0; first < fillings.length; first += AT_ONCE) {
    answer.fillings.push(...await page.evaluate(submitted, fillings.slice(first, first + AT_ONCE)));
  }
  answer.conditions = await page.evaluate(hidden, conditions);
  answer.texts = await page.evaluate(shown, texts);
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(answer));

// What is submitted, and with which errors, once all fields are drawn: form-js validates those only.
async function submitted(some) {
  const parent = document.getElementById('forms');
  const drawn = await Promise.all(
    some.map(({ form, data }) => {
      const container = parent.appendChild(document.createElement('div'));
      return FormViewer.createForm({ container, schema: window.schemas[form], data });
    })
  );
  await new Promise(painted => requestAnimationFrame(() => setTimeout(painted)));
  const results = drawn.map(form => {
    const { data, errors } = form.submit();
    const fields = form.get('formFieldRegistry');
    return { data, errors: Object.keys(errors).map(id => fields.get(id).key) };
  });
  drawn.forEach(form => form.destroy());
  parent.replaceChildren();
  return results;
}

// Asks what decides in form-js, without drawing a field for each condition.
async function hidden(some) {
  const container = document.getElementById('forms');
  const form = await FormViewer.createForm({ container, schema: { type: 'default', components: [] } });
  const checker = form.get('conditionChecker');
  return some.map(({ hide, data }) => checker.check(hide, data) === true);
}

// What people read of texts, and which elements they are made of.
async function shown(some) {
  const container = document.getElementById('forms');
  const results = [];
  for (const { text, data } of some) {
    const schema = { type: 'default', components: [ { type: 'text', text } ] };
    const form = await FormViewer.createForm({ container, schema, data });
    await new Promise(painted => requestAnimationFrame(() => setTimeout(painted)));
    const field = container.querySelector('.fjs-form-field-text');
    results.push({
      words: field.innerText.trim(),
      elements: [ ...field.querySelectorAll('*') ].map(element => element.localName)
    });
    form.destroy();
  }
  return results;
}
