/** The box "Check my payload" of a documentation page: sends what was typed, and shows what is wrong at its place. */
const form = document.querySelector('form.check');
const result = form.querySelector('output');

const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};

const show = (...nodes) => result.replaceChildren(...nodes);

function problems(errors) {
  const list = element('ul');
  for (const { pointer, parameter, detail } of errors) {
    const item = element('li');
    item.append(element('code', pointer || parameter || '(the body)'), ` ${detail.replaceAll('`', '')}`);
    list.append(item);
  }
  return list;
}

function shown({ valid, errors, request, lead, to_come: toCome }) {
  if (!valid) {
    const count = errors.length === 1 ? 'One value is wrong' : `${errors.length} values are wrong`;
    return [element('p', `${count}. This would be refused with 422.`, 'wrong'), problems(errors)];
  }
  const parts = [element('p', 'This fits the document. It would be sent as:', 'right')];
  parts.push(element('pre', `${request.method} ${request.url}`));
  if (lead) parts.push(element('p', 'And stored as:'), element('pre', JSON.stringify(lead, null, 2)));
  for (const { at, errors: then } of toCome) {
    const day = new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
    parts.push(element('p', `From ${day} UTC on, this would be refused with 422:`, 'wrong'), problems(then));
  }
  return parts;
}

async function ask(operation, text) {
  let body;
  try {
    body = JSON.parse(text);
  } catch (error) {
    return [element('p', `This is not JSON: ${error.message}`, 'wrong')];
  }
  const answer = await fetch(form.dataset.check, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ operation, body }),
  });
  const told = await answer.json();
  if (answer.ok) return shown(told);
  return [element('p', told.detail, 'wrong'), problems(told.errors ?? [])];
}

form.hidden = false;
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { operation, body } = form.elements;
  try {
    show(...(await ask(operation.value, body.value)));
  } catch {
    show(element('p', 'The service could not be reached. Try again in a moment.', 'wrong'));
  }
});
