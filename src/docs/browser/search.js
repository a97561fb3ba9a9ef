/**
 * Searches the page: chapters, operations, fields with their options, statuses, error codes, and further words for each of
 * them.
 */
const form = document.querySelector('form[role=search]');
const input = form.querySelector('input');
const list = form.querySelector('ul');
const status = form.querySelector('[role=status]');
const maxResults = 12;

let places;

/** Reads the page on the first search. Matches in a name come before matches in other text (`weight`). */
function readPage() {
  const found = [];
  const add = (id, kind, name, text) => found.push({ id, kind, name, text: `${name} ${text}`.toLowerCase() });
  for (const section of document.querySelectorAll('main section[id]')) {
    const heading = section.querySelector('h1, h2')?.textContent ?? '';
    const own = section.id === 'operations' ? '' : section.textContent;
    add(section.id, 'Chapter', heading, `${section.dataset.words ?? ''} ${own}`);
  }
  for (const row of document.querySelectorAll('main tr[id]')) {
    const cells = [...row.cells].map((cell) => cell.textContent);
    const kind = row.closest('section').querySelector('h2').textContent.replace(/s$/, '');
    const name = /^\d/.test(cells[0]) ? `${cells[1]} (${cells[0]})` : cells.slice(0, 2).join(' ').slice(0, 80);
    add(row.id, kind, name, cells.join(' '));
  }
  for (const link of document.querySelectorAll('.contents ul ul a')) {
    const id = decodeURIComponent(link.hash.slice(1));
    add(id, 'Operation', link.textContent, id);
  }
  add('filters', 'Chapter', 'Filters', document.querySelector('#filters ~ .table')?.textContent ?? '');
  return found;
}

function search(text) {
  places ??= readPage();
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const weight = ({ name, kind }) => {
    const title = name.toLowerCase();
    return (words.every((word) => title.includes(word)) ? 0 : 2) + (kind === 'Chapter' ? 1 : 0);
  };
  return places
    .filter((place) => words.every((word) => place.text.includes(word)))
    .map((place) => ({ ...place, weight: weight(place) }))
    .sort((a, b) => a.weight - b.weight)
    .slice(0, maxResults);
}

function show() {
  const found = search(input.value);
  list.replaceChildren(
    ...found.map(({ id, kind, name }) => {
      const link = document.createElement('a');
      const about = document.createElement('span');
      link.href = `#${encodeURI(id)}`;
      link.textContent = name;
      about.className = 'muted';
      about.textContent = ` ${kind}`;
      const item = document.createElement('li');
      item.append(link, about);
      return item;
    }),
  );
  list.hidden = found.length === 0;
  status.hidden = input.value.trim() === '' || found.length > 0;
  status.textContent = status.hidden ? '' : 'Nothing found.';
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  list.querySelector('a')?.click();
});
input.addEventListener('input', show);
list.addEventListener('click', () => {
  list.hidden = true;
});
document.addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
  event.preventDefault();
  input.focus();
  input.select();
});
form.hidden = false;
