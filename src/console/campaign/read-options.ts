/** Options out of pasted lines: `Label`, or `value<tab>Label`, or `value;Label`. What is there already is told, and left out. */
export interface PastedOption {
  readonly value?: string;
  readonly label: string;
}

export interface Pasted {
  readonly options: readonly PastedOption[];
  /** Labels that are there already, or twice in the text. */
  readonly doubles: readonly string[];
}

export function readOptions(text: string, known: readonly { value: string; label: string }[]): Pasted {
  const labels = new Set(known.map(({ label }) => label));
  const values = new Set(known.map(({ value }) => value));
  const options: PastedOption[] = [];
  const doubles: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const option = readLine(line);
    if (!option) continue;
    const double = labels.has(option.label) || (option.value !== undefined && values.has(option.value));
    if (double) doubles.push(option.label);
    else options.push(option);
    labels.add(option.label);
    if (option.value !== undefined) values.add(option.value);
  }
  return { options, doubles };
}

function readLine(line: string): PastedOption | undefined {
  const [first = '', ...rest] = line.split(/\t|;/).map((part) => part.trim());
  const label = rest.join(' ').trim();
  if (label !== '') return { ...(first !== '' && { value: first }), label };
  return first === '' ? undefined : { label: first };
}
