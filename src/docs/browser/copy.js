/** A copy button on every code block of the page. The copy contains the token if one was pasted. */
function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // A page over plain HTTP has no `navigator.clipboard`.
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done ? Promise.resolve() : Promise.reject(new Error('copying failed'));
}

for (const block of document.querySelectorAll('main pre')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    const name = await copyText(block.textContent).then(
      () => 'Copied',
      () => 'Not copied',
    );
    button.textContent = name;
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 2_000);
  });
  const holder = document.createElement('div');
  // The button stands behind a single line of text, and above several lines.
  holder.className = block.textContent.includes('\n') ? 'copied above' : 'copied';
  block.replaceWith(holder);
  holder.append(block, button);
}
