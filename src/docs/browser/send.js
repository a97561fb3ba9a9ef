/**
 * The box for trying a request. Without a token it checks a body; with a token it sends the request to the API and shows the
 * response. The request as shown contains a placeholder instead of the token.
 */
import { currentToken, onToken } from './token.js';

const box = document.querySelector('details.send');
const form = box.querySelector('form');
const result = form.querySelector('output');
const summary = box.querySelector('summary');
const checkSummary = summary.textContent;
const { operation, id, body, dry } = form.elements;
const button = form.querySelector('button');

const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};

/** A block that scrolls can be reached by keyboard. */
const block = (text) => {
  const made = element('pre', text);
  made.tabIndex = 0;
  return made;
};

function problems(errors) {
  const list = element('ul');
  for (const { pointer, parameter, detail } of errors) {
    const item = element('li');
    item.append(element('code', pointer || parameter || '(the body)'), ` ${detail.replaceAll('`', '')}`);
    list.append(item);
  }
  return list;
}

function checked({ valid, errors, request, lead, to_come: toCome }) {
  if (!valid) {
    const count = errors.length === 1 ? 'One value is wrong' : `${errors.length} values are wrong`;
    return [element('p', `${count}. The response would be 422.`, 'wrong'), problems(errors)];
  }
  const parts = [
    element('p', 'This fits the document. The request is:', 'right'),
    block(`${request.method} ${request.url}`),
  ];
  if (lead) parts.push(element('p', 'The lead is stored as:'), block(JSON.stringify(lead, null, 2)));
  for (const { at, errors: then } of toCome) {
    const day = new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
    parts.push(element('p', `From ${day} UTC on, the response would be 422:`, 'wrong'), problems(then));
  }
  return parts;
}

async function check(text) {
  const response = await fetch(form.dataset.check, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: `{"operation":${JSON.stringify(operation.value)},"body":${text}}`,
  });
  const answer = await response.json();
  if (response.ok) return checked(answer);
  return [element('p', answer.detail, 'wrong'), problems(answer.errors ?? [])];
}

/** The request as it will be sent. */
function requestOf({ method, path }, text) {
  const url = new URL(form.dataset.server + path.replace(/\{\w+\}/, () => encodeURIComponent(id.value.trim())));
  if (method !== 'GET' && dry.checked) url.searchParams.set('dry_run', 'true');
  if (method === 'GET' && operation.value === 'listLeads') url.searchParams.set('limit', '10');
  const headers = {
    Authorization: `Bearer ${currentToken()}`,
    ...(method !== 'GET' &&
      !dry.checked && { 'Idempotency-Key': crypto.randomUUID?.() ?? String(Math.random()).slice(2) }),
    ...(method !== 'GET' && { 'Content-Type': 'application/json' }),
  };
  return { url, method, headers, ...(method !== 'GET' && { body: text }) };
}

function shownRequest({ url, method, headers, body: text }) {
  const lines = Object.entries(headers).map(
    ([name, value]) => `${name}: ${name === 'Authorization' ? 'Bearer …' : value}`,
  );
  return block([`${method} ${url}`, ...lines, ...(text === undefined ? [] : ['', text])].join('\n'));
}

async function send(text) {
  const { url, ...request } = requestOf(chosen().dataset, text);
  const began = performance.now();
  const response = await fetch(url, {
    ...request,
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  });
  const answer = await response.text();
  const time = Math.round(performance.now() - began);
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`);
  const size = new Blob([answer]).size;
  return [
    element(
      'p',
      `${response.status} ${response.statusText}, ${time} ms, ${size.toLocaleString('en-US')} bytes`,
      response.ok ? 'right' : 'wrong',
    ),
    ...(response.ok ? [] : [problems(errorsIn(answer))]),
    ...(answer === '' ? [] : [element('h3', 'Response'), block(pretty(answer))]),
    element('h3', 'Headers'),
    block(headers.join('\n')),
    element('h3', 'Request'),
    shownRequest({ url, ...request }),
  ];
}

const errorsIn = (text) => {
  try {
    return JSON.parse(text).errors ?? [];
  } catch {
    return [];
  }
};

/** Reformats JSON, unless a number in it would be rounded. */
function pretty(text) {
  try {
    const written = JSON.stringify(JSON.parse(text), null, 2);
    return /\d{16}/.test(text) ? text : written;
  } catch {
    return text;
  }
}

const chosen = () => operation.selectedOptions[0];

/** Shows the inputs for the chosen operation, with or without a token. */
function arrange() {
  const { method, path } = chosen().dataset;
  const sending = currentToken() !== '';
  const writes = method !== 'GET';
  const part = (name) => form.querySelector(`[data-${name}]`);
  part('id').hidden = !sending || !path.includes('{');
  part('id').firstChild.textContent = path.includes('external') ? 'External id' : 'Lead id';
  part('dry').hidden = !sending || !writes;
  part('body').hidden = !writes;
  part('without-token').hidden = sending;
  button.textContent = sending ? (writes && dry.checked ? 'Send as a dry run' : 'Send') : 'Check';
  button.disabled = !sending && chosen().dataset.check === undefined;
  summary.textContent = sending ? 'Send a request' : checkSummary;
}

function choose() {
  body.value = chosen().dataset.body;
  result.replaceChildren();
  arrange();
}

/** Parses the text only to check that it is JSON. The text is sent unchanged. */
function notJson(text) {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return [element('p', `This is not JSON: ${error.message}`, 'wrong')];
  }
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const text = body.value;
  const sending = currentToken() !== '';
  if (button.disabled) return;
  button.disabled = true;
  result.replaceChildren(element('p', sending ? 'Sending …' : 'Checking …'));
  try {
    const wrong = chosen().dataset.method === 'GET' ? undefined : notJson(text);
    result.replaceChildren(...(wrong ?? (await (sending ? send(text) : check(text)))));
  } catch {
    result.replaceChildren(element('p', 'The API could not be reached. Try again in a moment.', 'wrong'));
  } finally {
    arrange();
    // The reader may have left the page meanwhile: show nothing of the request.
    if (sending && currentToken() === '') result.replaceChildren();
  }
});
operation.addEventListener('change', choose);
dry.addEventListener('change', arrange);
onToken(() => {
  if (currentToken() === '') result.replaceChildren();
  else box.open = true;
  arrange();
});
choose();
form.hidden = false;
