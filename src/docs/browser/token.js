/**
 * Holds the token that a reader pastes. It goes into the samples on the page and nowhere else. Only this module keeps it,
 * and it is forgotten when the reader leaves the page, even if the browser keeps the page for going back.
 */
const placeholder = 'YOUR_API_TOKEN';
const box = document.querySelector('.token');
const input = document.querySelector('#token');
const hint = document.querySelector('#token-hint');
const about = hint.textContent;

let token = '';
const listeners = [];
/** The text nodes that contain the token now, each with its text without the token. */
const filled = new Map();

/** Empty while no token is pasted. */
export const currentToken = () => token;

export const onToken = (listener) => listeners.push(listener);

/** Puts the token in place of the placeholder. */
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

/** Only letters, digits, `_` and `-`, so that a token cannot break out of a sample in any language. */
const isToken = (text) => /^[\w-]{16,200}$/.test(text);

function hold(text) {
  const pasted = text.trim().replace(/^Bearer\s+/i, '');
  const next = isToken(pasted) ? pasted : '';
  const wrong = pasted !== '' && next === '';
  hint.textContent = wrong ? 'This is not a token. A token begins with lsp_ and has no spaces.' : about;
  input.setAttribute('aria-invalid', String(wrong));
  if (next === token) return;
  empty();
  token = next;
  fill(document.body);
  for (const listener of listeners) listener();
}

/** Samples may be drawn later, or again. */
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) for (const node of addedNodes) fill(node.nodeType === 1 ? node : document.body);
}).observe(document.body, { childList: true, subtree: true });

/** Redoc's buttons copy the original text, so the placeholder is replaced during the copy. */
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
