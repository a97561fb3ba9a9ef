/** The style of an input for text that programs read, such as a key or a pattern. */

/** At 14 px, Chrome cuts off the underscores of DejaVu Sans Mono in inputs, so that a key looks as if it had spaces. */
export const codeInput = { input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '13px' } };
