/** Lets the browser save a file. */
export function giveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin to read the file only later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
