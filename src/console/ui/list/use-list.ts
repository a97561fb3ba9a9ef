/**
 * The state of a list (search text, order, state), kept in the address, so that reload, back and a link show the same. The
 * browser's back button undoes the start of a search, an order and a state, but not each further letter.
 */
import { useDebouncedCallback } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ListAddress } from './address.ts';
import { filterAndSort, type Plan, type Sorted, sortedBy, stateOf } from './find.ts';

/** Milliseconds after the last key until the address has the search text. */
const pause = 200;

export interface List<Item> {
  readonly plan: Plan<Item>;
  /** `all` has all entries, or the default ones while no state is chosen. `shown` has those that match, in the chosen order. */
  readonly all: readonly Item[];
  readonly shown: readonly Item[];
  /** The text in the search box. */
  readonly text: string;
  readonly type: (text: string) => void;
  readonly state: string | undefined;
  readonly setState: (state: string | undefined) => void;
  readonly sorted: Sorted;
  /** Undefined for the default order. */
  readonly sort: (by: Sorted | undefined) => void;
  /** Whether a search text or a state is set. */
  readonly isNarrowed: boolean;
  /** Whether every entry is shown in its own order. Only then the order can be changed by hand. */
  readonly isWhole: boolean;
  readonly clear: () => void;
  /** Id of the entry that the address points to. */
  readonly mark: string | undefined;
}

/** `plan` must not change between renders: a constant, or a value of `useMemo`. */
export function useList<Item>(entries: readonly Item[], plan: Plan<Item>): List<Item> {
  const { sort, state, mark } = useSearch({ strict: false }) as ListAddress;
  const go = useListAddress();
  const { text, type, set: setText } = useSearchText();

  const isKnownState = stateOf(plan, state) !== undefined;
  const { byDefault } = plan;
  const all = useMemo(
    () => (byDefault && !isKnownState ? entries.filter(byDefault) : entries),
    [entries, byDefault, isKnownState],
  );
  const shown = useMemo(() => filterAndSort(all, plan, { text, sort, state }), [all, plan, text, sort, state]);
  const sorted = sortedBy(plan, sort);
  const isNarrowed = text.trim() !== '' || isKnownState;
  return {
    ...{ plan, all, shown, text, sorted, isNarrowed, mark },
    state: isKnownState ? state : undefined,
    isWhole: !isNarrowed && sorted.name === Object.keys(plan.orders)[0],
    type,
    setState: (next) => go({ state: next, mark: undefined }),
    sort: (by) => go({ sort: by === undefined ? undefined : `${by.reversed ? '-' : ''}${by.name}`, mark: undefined }),
    clear: () => {
      setText('');
      go({ q: undefined, state: undefined, mark: undefined });
    },
  };
}

/** The search text, as the address keeps it. */
export interface SearchText {
  /** The text in the search box. */
  readonly text: string;
  readonly type: (text: string) => void;
  /** Changes only the box. The caller changes the address. */
  readonly set: (text: string) => void;
}

export function useSearchText(): SearchText {
  const { q = '' } = useSearch({ strict: false }) as ListAddress;
  const go = useListAddress();
  const [text, setText] = useState(q);
  const inAddress = useRef(q);
  // The address changed by the back button or a link, and not by typing.
  useEffect(() => {
    if (q === inAddress.current) return;
    inAddress.current = q;
    setText(q);
  }, [q]);
  const putInAddress = useDebouncedCallback((next: string) => {
    const before = inAddress.current;
    inAddress.current = next;
    go({ q: next || undefined, mark: undefined }, before !== '');
  }, pause);
  return {
    text,
    type: (next) => {
      setText(next);
      putInAddress(next);
    },
    set: (next) => {
      inAddress.current = next;
      setText(next);
    },
  };
}

type Changes = { readonly [Name in keyof ListAddress]: ListAddress[Name] | undefined };

/** Changes these parameters in the address. The others stay, and the page does not scroll. */
function useListAddress(): (changes: Changes, replace?: boolean) => void {
  const navigate = useNavigate();
  return (changes, replace = false) =>
    void navigate({
      to: '.',
      search: ((now: object) => ({ ...now, ...changes })) as never,
      replace,
      resetScroll: false,
    });
}
