/**
 * The rows of a long list that are in view, with room in place of the others. The row that had the focus stays rendered out
 * of view, so that a dialog that was opened from it does not vanish. A marked row is scrolled to and gets the focus.
 */

import { useLocation } from '@tanstack/react-router';
import { defaultRangeExtractor, useVirtualizer, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** A new number each time that somebody is led to the marked row. */
    readonly jump?: number;
  }
}

interface RowsOptions {
  readonly keys: readonly string[];
  /** Height in pixels of a row that was not measured yet. */
  readonly height: number;
  /** Key of the row to scroll to. */
  readonly mark?: string | undefined;
  /**
   * Whether the row only contains the marked thing. Then the row is scrolled to, and the thing within it has the mark and
   * the focus.
   */
  readonly holds?: boolean;
}

/** Spread it over the element of a row. */
export interface RowProps {
  readonly ref: (element: HTMLElement | null) => void;
  readonly 'data-index': number;
  readonly 'data-marked': true | undefined;
  readonly 'aria-current': true | undefined;
  readonly tabIndex: -1 | undefined;
  readonly onFocusCapture: () => void;
}

export interface ShownRow {
  readonly index: number;
  readonly key: string;
  /** Pixels of room before the row. */
  readonly before: number;
  readonly props: RowProps;
}

export interface Rows<Container extends HTMLElement> {
  /** The element that contains the rows. */
  readonly container: RefObject<Container | null>;
  readonly shown: readonly ShownRow[];
  /** Pixels of room after the last row. */
  readonly after: number;
}

/** Rows beyond those in view, so that the next key or turn of the wheel finds them there. */
const overscan = 4;

/** For a list that scrolls with the page. */
export function usePageRows<Container extends HTMLElement>(options: RowsOptions): Rows<Container> {
  const container = useRef<Container>(null);
  const top = useTop(container);
  const { held, hold, settings } = useHeld(options);
  const rows = useWindowVirtualizer<HTMLElement>({ ...settings, scrollMargin: top });
  return useShown(options, rows, container, top, held, hold);
}

/** For a list that scrolls by itself. */
export function useRegionRows<Container extends HTMLElement>(
  options: RowsOptions,
  region: RefObject<HTMLElement | null>,
): Rows<Container> {
  const container = useRef<Container>(null);
  const { held, hold, settings } = useHeld(options);
  const rows = useVirtualizer<HTMLElement, HTMLElement>({ ...settings, getScrollElement: () => region.current });
  return useShown(options, rows, container, 0, held, hold);
}

function useHeld({ keys, height }: RowsOptions) {
  const [held, hold] = useState<string>();
  const at = held === undefined ? -1 : keys.indexOf(held);
  const settings = {
    count: keys.length,
    estimateSize: () => height,
    getItemKey: useCallback((index: number) => keys[index] ?? index, [keys]),
    overscan,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const indexes = defaultRangeExtractor(range);
        return at < 0 || indexes.includes(at) ? indexes : [...indexes, at].sort((a, b) => a - b);
      },
      [at],
    ),
  };
  return { held, hold, settings };
}

function useShown<Container extends HTMLElement, Scrolled extends HTMLElement | Window>(
  { keys, mark, holds = false }: RowsOptions,
  rows: Virtualizer<Scrolled, HTMLElement>,
  container: RefObject<Container | null>,
  top: number,
  held: string | undefined,
  hold: (key: string) => void,
): Rows<Container> {
  useMarked(keys, mark, holds, rows, container);
  let end = top;
  const shown = rows.getVirtualItems().map(({ index, start, end: next }) => {
    const key = keys[index] ?? String(index);
    const isMarked = !holds && mark !== undefined && key === mark ? true : undefined;
    const row: ShownRow = {
      index,
      key,
      before: start - end,
      props: {
        ref: rows.measureElement,
        'data-index': index,
        'data-marked': isMarked,
        'aria-current': isMarked,
        tabIndex: isMarked && -1,
        onFocusCapture: () => key !== held && hold(key),
      },
    };
    end = next;
    return row;
  });
  return { container, shown, after: Math.max(0, rows.getTotalSize() + top - end) };
}

/** Runs once for each marked row, and for each jump to it. If the member scrolls on, the page does not scroll back. */
function useMarked<Container extends HTMLElement, Scrolled extends HTMLElement | Window>(
  keys: readonly string[],
  mark: string | undefined,
  holds: boolean,
  rows: Virtualizer<Scrolled, HTMLElement>,
  container: RefObject<Container | null>,
): void {
  const index = mark === undefined ? -1 : keys.indexOf(mark);
  const { jump } = useLocation({ select: ({ state }) => state });
  const reached = useRef<{ mark: string | undefined; jump: number | undefined }>(undefined);
  useEffect(() => {
    const isReached = reached.current?.mark === mark && (jump === undefined || jump === reached.current?.jump);
    if (index < 0 || isReached) return;
    // After the page, which first puts the focus on its title and scrolls to the top.
    const frame = requestAnimationFrame(() => {
      reached.current = { mark, jump };
      rows.scrollToIndex(index, { align: 'center' });
      if (!holds) focusWhenThere(container, 20);
    });
    return () => cancelAnimationFrame(frame);
  }, [index, mark, jump, holds, rows, container]);
}

function focusWhenThere(container: RefObject<HTMLElement | null>, frames: number): void {
  requestAnimationFrame(() => {
    const row = container.current?.querySelector<HTMLElement>('[data-marked]');
    if (row) row.focus({ preventScroll: true });
    else if (frames > 0) focusWhenThere(container, frames - 1);
  });
}

/** How far below the top of the page the element begins. It follows changes of the height above it. */
function useTop(element: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      const place = element.current?.getBoundingClientRect();
      if (place) setTop(Math.round(place.top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
  return top;
}
