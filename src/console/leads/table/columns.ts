/** The columns of the table. The member's choice and order are remembered for each campaign in this browser. */
import { useLocalStorage } from '@mantine/hooks';
import { type FieldType, traits } from '../../campaign/fields/field-types.ts';
import { type Labels, titleField } from '../shown-value.ts';

export interface Column {
  /** `status`, `external_id`, `created_at`, `updated_at`, or `fields.` and a key. */
  readonly path: string;
  readonly label: string;
  readonly type: FieldType | 'status';
}

/** How many fields are shown before the member chooses. */
const atFirst = 4;

/** In the order in which the menu offers them. */
export const columnsOf = ({ fields }: Labels): Column[] => [
  { path: 'status', label: 'Status', type: 'status' },
  ...fields.map(({ key, label, type }): Column => ({ path: `fields.${key}`, label, type })),
  { path: 'external_id', label: 'External id', type: 'text' },
  { path: 'created_at', label: 'Created', type: 'datetime' },
  { path: 'updated_at', label: 'Changed', type: 'datetime' },
];

export interface Columns {
  readonly all: readonly Column[];
  /** In the order of the table. */
  readonly shown: readonly Column[];
  readonly toggle: (path: string) => void;
  readonly order: (paths: string[]) => void;
  /** Left out if nothing was chosen. */
  readonly reset: (() => void) | undefined;
}

export function useColumns(slug: string, labels: Labels): Columns {
  const all = columnsOf(labels);
  const [chosen, setChosen] = useLocalStorage<string[] | null>({
    key: `leadspec.leads.columns.${slug}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  // Every row begins with the title field, so it has no column of its own.
  const own = labels.fields.filter(({ key }) => key !== titleField(labels)?.key).slice(0, atFirst);
  const paths = chosen ?? ['status', ...own.map(({ key }) => `fields.${key}`), 'created_at'];
  return {
    all,
    // A chosen field may have been deleted since.
    shown: paths.flatMap((path) => all.find((column) => column.path === path) ?? []),
    toggle: (path: string) => setChosen(paths.includes(path) ? paths.filter((one) => one !== path) : [...paths, path]),
    order: setChosen,
    reset: chosen === null ? undefined : () => setChosen(null),
  };
}

export const isMoment = (type: Column['type']): boolean => type !== 'status' && traits[type].isMoment;
export const lookOf = (type: Column['type']) => (type === 'status' ? 'text' : traits[type].look);
const widthOf = (type: Column['type']): string => (type === 'status' ? '150px' : traits[type].columnWidth);

const titleWidth = 210;

/** The same widths for every row, because each row is a grid of its own. */
export function tracksOf(columns: readonly Column[]): { readonly tracks: string; readonly least: string } {
  const tracks = columns.map(({ type }) => widthOf(type));
  const least = tracks.reduce((sum, track) => sum + Number(/\d+/.exec(track)?.[0]), titleWidth);
  return { tracks: `minmax(${titleWidth}px, 1.2fr) ${tracks.join(' ')}`, least: `${least}px` };
}
