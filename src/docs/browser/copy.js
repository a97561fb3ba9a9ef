/** A button on every block of ours that copies it, with the token where one was pasted. */
function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // A page over plain HTTP has no clipboard but this.
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done ? Promise.resolve() : Promise.reject(new Error('nothing was copied'));
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
  // In one line the button stands behind the text, else above it.
  holder.className = block.textContent.includes('\n') ? 'copied above' : 'copied';
  block.replaceWith(holder);
  holder.append(block, button);
}
