/** The theme: one quiet accent, dense controls, and shades that keep text readable in light and dark. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { dayForm, momentForm } from '../session/dates.ts';

const ink: MantineColorsTuple = [
  '#eef0fc',
  '#dadef6',
  '#b3baec',
  '#8a95e2',
  '#6875da',
  '#5260d5',
  '#4452cb',
  '#3643b3',
  '#2f3ba1',
  '#26328f',
];

/** Greys of the dark scheme with a touch of the accent: borders, hovers, inputs, panels, and the background. */
const dark: MantineColorsTuple = [
  '#c9ccd3',
  '#b8bcc6',
  '#868c97',
  '#6d737f',
  '#41444f',
  '#343741',
  '#282a32',
  '#1c1d22',
  '#16171b',
  '#101114',
];

/** Panels have the colour of drawers and dialogs, so that inputs stand out from all of them. */
const panel = { styles: { root: { backgroundColor: 'var(--mantine-color-body)' } } };

/** Without this role, a screen reader takes the header of a dialog for the banner of the page. */
const dialog = {
  closeButtonProps: { 'aria-label': 'Close' },
  attributes: { header: { role: 'presentation' } },
  styles: { title: { fontWeight: 600 } },
};

/** Calendars name their arrows. Days have no pale colours, which would be hard to read. */
const calendar = {
  defaultProps: {
    previousLabel: 'Before',
    nextLabel: 'After',
    weekendDays: [],
    hideOutsideDates: true,
  },
};

/** Inputs show days and times in the same form as the rest of the console. */
const dayInput = { defaultProps: { ...calendar.defaultProps, valueFormat: dayForm } };

/** The focus returns to the input that opened the picker. */
const picker = {
  defaultProps: { ...calendar.defaultProps, valueFormat: momentForm, popoverProps: { returnFocus: true } },
};

export const theme = createTheme({
  primaryColor: 'ink',
  colors: { ink, dark },
  // The usual shade of a filled button has too little contrast with its text.
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.38,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.5rem', lineHeight: '1.3' }, h2: { fontSize: '1.125rem' } },
  },
  components: {
    // The alert's own colour would be too pale on the alert's background.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    Card: panel,
    DateInput: dayInput,
    DateTimePicker: picker,
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close this note' } } },
    Modal: { defaultProps: dialog },
    Paper: panel,
    Drawer: { defaultProps: dialog },
    // A list that opens on focus would cover the text below its input.
    MultiSelect: { defaultProps: { openOnFocus: false } },
    Select: { defaultProps: { openOnFocus: false } },
    Tooltip: { defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: true } } },
  },
});

/** A filled red button has too little contrast with its text, like the blue one. */
const red = { '--mantine-color-red-filled': '#c92a2a', '--mantine-color-red-filled-hover': '#b02525' };

/**
 * A softer background for alerts and badges in the dark scheme, which Mantine fills with the full colour, and the colour of
 * their text.
 */
const quietly = (color: string, ground: string, mark: string) => ({
  [`--mantine-color-${color}-light`]: ground,
  [`--mantine-color-${color}-light-color`]: mark,
});

/** The page's background, and colours that are readable on it (4.5:1). Mantine's own dimmed text and red are too light. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...red,
    '--ground': '#f7f8fb',
    '--mantine-color-dimmed': '#5b626a',
    '--mantine-color-error': '#c92a2a',
    '--row-hover': '#f3f4fb',
    '--good': '#0b6b4b',
  },
  dark: {
    ...red,
    '--ground': 'var(--mantine-color-dark-8)',
    '--row-hover': '#24262d',
    '--mantine-color-dimmed': '#a3a9b2',
    '--mantine-color-anchor': '#8a95e2',
    '--mantine-color-error': '#ff8787',
    '--good': '#5fd0a2',
    ...quietly('orange', '#35291c', '#ffc078'),
    ...quietly('red', '#3a2327', '#ffa8a8'),
    ...quietly('teal', '#18322b', '#63e6be'),
    ...quietly('yellow', '#33301d', '#ffe066'),
  },
});
