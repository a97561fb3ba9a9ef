/** Which fields the table shows, remembered for each campaign in this browser. */
import { useLocalStorage } from '@mantine/hooks';
import type { Shape } from '../api/client.ts';

const atFirst = 5;

export function useColumns(slug: string, fields: readonly Shape<'Field'>[]) {
  const [chosen, setChosen] = useLocalStorage<string[] | null>({
    key: `leadspec.columns.${slug}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const keys = chosen ?? fields.slice(0, atFirst).map(({ key }) => key);
  const shown = fields.filter(({ key }) => keys.includes(key));
  const toggle = (key: string) => setChosen(keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key]);
  return { shown, toggle };
}
