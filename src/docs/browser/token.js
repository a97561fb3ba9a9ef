/**
 * The token that a reader pastes, and where it goes: into the samples on the page, and nowhere else. It is held in this module
 * alone. It is forgotten when the page is left, also where the browser keeps the page to come back to.
 */
const placeholder = 'YOUR_API_TOKEN';
const box = document.querySelector('.token');
const input = document.querySelector('#token');
const told = document.querySelector('#token-told');
const about = told.textContent;

let token = '';
const listeners = [];
/** The texts that hold the token now, each with what it is without it. */
const filled = new Map();

/** Empty while there is none. */
export const currentToken = () => token;

export const onToken = (listener) => listeners.push(listener);

/** With the token in place of the placeholder. */
export const withToken = (text) => (token === '' ? text : text.replaceAll(placeholder, token));

function fill(root) {
  if (token === '') return;
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!node.data.includes(placeholder) || !node.parentElement?.closest('pre')) continue;
    filled.set(node, node.data);
    node.data = withToken(node.data);
  }
}

function empty() {
  for (const [node, text] of filled) node.data = text;
  filled.clear();
}

/** Letters, digits, `_` and `-` alone: nothing that means something in a sample's language. */
const isToken = (text) => /^[\w-]{16,200}$/.test(text);

function hold(text) {
  const pasted = text.trim().replace(/^Bearer\s+/i, '');
  const next = isToken(pasted) ? pasted : '';
  const wrong = pasted !== '' && next === '';
  told.textContent = wrong ? 'This is not a token. A token begins with lsp_ and has no spaces.' : about;
  input.setAttribute('aria-invalid', String(wrong));
  if (next === token) return;
  empty();
  token = next;
  fill(document.body);
  for (const listener of listeners) listener();
}

/** Samples that are drawn later, or again. */
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) for (const node of addedNodes) fill(node.nodeType === 1 ? node : document.body);
}).observe(document.body, { childList: true, subtree: true });

/** Redoc's buttons copy what it was given: the text comes through here on its way. */
document.addEventListener('copy', (event) => {
  const { target } = event;
  if (token === '' || !(target instanceof HTMLTextAreaElement) || !target.value.includes(placeholder)) return;
  event.clipboardData.setData('text/plain', withToken(target.value.slice(target.selectionStart, target.selectionEnd)));
  event.preventDefault();
});

function forget() {
  input.value = '';
  hold('');
}

input.addEventListener('input', () => hold(input.value));
window.addEventListener('pagehide', forget);
window.addEventListener('pageshow', forget);
box.hidden = false;
